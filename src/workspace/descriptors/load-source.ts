import { isAbsolute, join } from 'node:path';
import { fillEnvironment } from '../../base/environment-values.js';
import type { Descriptor, Validators } from '../../load/descriptor.js';
import { loadDescriptor, loadIfChanged } from '../../load/load-descriptor.js';
import type { LoadOptions } from '../../load/load-options.js';
import { isHttpUrl } from '../../load/shown-location.js';
import { limitsFromEnvironment } from './limits-from-environment.js';

/** Told of each step as it begins, with the file as it may be shown. */
export type OnPhase = NonNullable<LoadOptions['onPhase']>;

/**
 * Loads a descriptor from where a user, or the registry, says it is. A URL may name `${VARIABLE}`s.
 *
 * @throws DescriptorError as `loadDescriptor`
 * @throws SettingError CREDENTIAL_MISSING when a named variable is not set
 */
export function loadSource(source: string, onPhase?: OnPhase): Promise<Descriptor> {
  return loadDescriptor(locationOf(source), loadOptions(onPhase));
}

/**
 * The same where a text is at hand; undefined where the server says that it is still the one there.
 *
 * @param known what the server said of the text that is at hand; nothing: it is loaded in any case
 */
export function loadSourceIfChanged(
  source: string,
  known: Validators,
  { onPhase, timeoutMs }: { readonly onPhase?: OnPhase | undefined; readonly timeoutMs?: number | undefined },
): Promise<Descriptor | undefined> {
  const options = {
    ...loadOptions(onPhase),
    ...(timeoutMs === undefined ? {} : { fetchTimeoutMs: timeoutMs }),
  };
  const isKnown = known.etag !== undefined || known.lastModified !== undefined;
  const location = locationOf(source);
  return isKnown && isHttpUrl(source)
    ? loadIfChanged(location, known, options)
    : loadDescriptor(location, options);
}

/** How whatever a workspace is about is loaded. @throws SettingError SETTING_INVALID as `limitsFromEnvironment` */
export function loadOptions(onPhase: OnPhase | undefined): LoadOptions {
  return { ...limitsFromEnvironment(), ...(onPhase === undefined ? {} : { onPhase }) };
}

function locationOf(source: string): string {
  return isHttpUrl(source) ? fillEnvironment(source, "the descriptor's address") : source;
}

/** A registered source as it is found from the current folder: paths in the registry start at the workspace. */
export function sourceFrom(folder: string, source: string): string {
  return source === '-' || isHttpUrl(source) || isAbsolute(source) ? source : join(folder, source);
}
