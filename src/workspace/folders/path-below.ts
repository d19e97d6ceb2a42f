import { isAbsolute, relative, sep } from 'node:path';

/**
 * A path as it is written from a folder above it, with forward slashes, `` for the folder itself; undefined where
 * it does not lie below.
 */
export function pathBelow(folder: string, path: string): string | undefined {
  const from = relative(folder, path);
  return isAbsolute(from) || from.split(sep).includes('..') ? undefined : from.split(sep).join('/');
}
