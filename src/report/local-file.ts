import type { Place } from '../base/place.js';

/**
 * The file that a place stands in, where whoever reads a report can open it: below the folder that the command runs
 * in. Not standard input, and nothing with a colon, as an address or git's `revision:path`.
 */
export function localFile({ document }: Place): string | undefined {
  return /^-$|^\/|^\.\.\/|:/.test(document) ? undefined : document.replace(/^\.\//, '');
}
