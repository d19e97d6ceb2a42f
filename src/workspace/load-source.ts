import { isAbsolute, join } from 'node:path';
import { fillEnvironment } from '../base/environment-values.js';
import type { Descriptor } from '../load/descriptor.js';
import { loadDescriptor } from '../load/load-descriptor.js';
import type { LoadOptions } from '../load/load-options.js';
import { isHttpUrl } from '../load/shown-location.js';

/** Told of each step as it begins, with the file as it may be shown. */
export type OnPhase = NonNullable<LoadOptions['onPhase']>;

/**
 * Loads a descriptor from where a user, or the registry, says it is. A URL may name `${VARIABLE}`s.
 *
 * @throws DescriptorError as `loadDescriptor`
 * @throws SettingError CREDENTIAL_MISSING when a named variable is not set
 */
export function loadSource(source: string, onPhase?: OnPhase): Promise<Descriptor> {
  const location = isHttpUrl(source) ? fillEnvironment(source, "the descriptor's address") : source;
  return loadDescriptor(location, onPhase === undefined ? {} : { onPhase });
}

/** A registered source as it is found from the current folder: paths in the registry start at the workspace. */
export function sourceFrom(folder: string, source: string): string {
  return source === '-' || isHttpUrl(source) || isAbsolute(source) ? source : join(folder, source);
}
