import { asDescriptorError } from './as-descriptor-error.js';
import { buildDescriptor } from './build-descriptor.js';
import type { Descriptor } from './descriptor.js';
import { withDefaultLimits } from './load-limits.js';
import type { LoadOptions } from './load-options.js';
import { shownLocation } from './shown-location.js';
import { noReader } from './sources/no-reader.js';
import type { ReferredFile } from './sources/reference-reader.js';
import { tooLarge } from './too-large.js';

/** How a text is parsed; all of it may be left out. */
export type ParseOptions = Pick<LoadOptions, 'limits' | 'onPhase'>;

/**
 * The descriptor in a text that is at hand, as the registered copy. It may not refer to other files.
 *
 * @param location where the text came from, for messages
 * @throws DescriptorError
 */
export function parseDescriptor(
  text: string,
  location: string,
  options: ParseOptions = {},
): Promise<Descriptor> {
  const limits = withDefaultLimits(options.limits);
  const root: ReferredFile = { key: location, shown: shownLocation(location) };
  return asDescriptorError(root.shown, async () => {
    if (text.length > limits.maxBytes || Buffer.byteLength(text) > limits.maxBytes)
      throw tooLarge('maxBytes', limits);
    const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
    return buildDescriptor(plain, root, noReader, limits, options.onPhase);
  });
}
