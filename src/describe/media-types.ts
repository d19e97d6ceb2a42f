import { compareText } from '../base/compare-text.js';
import type { NormalContent } from '../normalize/normal-descriptor.js';

/** The media types of a body or an answer: the one in use, then the others; undefined for JSON alone, and for none. */
export function mediaTypesOf(contents: readonly NormalContent[]): readonly string[] | undefined {
  const [inUse, ...others] = contents.map(({ mediaType }) => mediaType);
  if (inUse === undefined || (inUse === 'application/json' && others.length === 0)) return undefined;
  return [inUse, ...others.sort(compareText)];
}

/** Taken for JSON: what says so, and what says nothing in particular. */
export function isJson(mediaType: string): boolean {
  return mediaType === '*/*' || mediaType === 'application/*' || /[/+]json\b/.test(mediaType);
}

/** Text of any kind, XML among it: K2's authors write it as it is. */
export function isText(mediaType: string): boolean {
  return mediaType.startsWith('text/') || /[/+]xml\b/.test(mediaType) || isForm(mediaType);
}

/** Sent as fields, each an input of its own. */
export function isForm(mediaType: string): boolean {
  return mediaType === 'application/x-www-form-urlencoded' || mediaType.startsWith('multipart/');
}
