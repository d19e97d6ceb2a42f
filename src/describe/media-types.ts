import { compareText } from '../base/compare-text.js';
import type { NormalContent } from '../normalize/normal-descriptor.js';

/** The media types of a body or an answer: the one in use, then the others; undefined for JSON alone, and for none. */
export function mediaTypesOf(contents: readonly NormalContent[]): readonly string[] | undefined {
  const [inUse, ...others] = contents.map(({ mediaType }) => mediaType);
  if (inUse === undefined || (inUse === 'application/json' && others.length === 0)) return undefined;
  return [inUse, ...others.sort(compareText)];
}
