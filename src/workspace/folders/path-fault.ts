import { isReservedFileName } from './reserved-file-name.js';

/** Longest name of a file or folder that every common file system takes together with a temporary ending, in bytes. */
const MAX_SEGMENT_BYTES = 200;
const MAX_PATH_BYTES = 1_000;
/** Folders that are never ours, however their files look. */
const UNTOUCHED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);
/** Beginning of the names under which rest-broker keeps its own working files. */
export const WORKING_PREFIX = '.rest-broker-';

/** Whether a folder of this name is left alone: version control, installed packages, our own staging. */
export function isUntouchedFolder(name: string): boolean {
  return UNTOUCHED_FOLDERS.has(name.toLowerCase()) || name.startsWith(WORKING_PREFIX);
}

/**
 * Why a path must not be written to or read from, said of the path («leads outside …»); undefined for a good
 * one. Good is: relative, forward slashes, only names that mean the same on Linux, macOS and Windows.
 */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.includes('\\')) return 'holds a backslash';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `is longer than ${MAX_PATH_BYTES} bytes`;
  for (const segment of path.split('/')) {
    const fault = segmentFault(segment);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function segmentFault(segment: string): string | undefined {
  if (segment === '' || segment === '.') return 'has an empty step';
  if (segment === '..') return 'leads outside its folder';
  if (hasForbiddenCharacter(segment)) return 'holds a character that is not allowed in file names everywhere';
  if (segment.endsWith('.') || segment.endsWith(' ')) return 'has a name that ends with a dot or a space';
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
    return `has a name longer than ${MAX_SEGMENT_BYTES} bytes`;
  if (isReservedFileName(segment)) return 'has a name that Windows keeps for a device';
  if (isUntouchedFolder(segment)) return 'has a name that is not ours to write to';
  return undefined;
}

function hasForbiddenCharacter(segment: string): boolean {
  for (const character of segment) {
    if (character < ' ' || character === '\u007f' || '<>:"|?*'.includes(character)) return true;
  }
  return /\p{Surrogate}/u.test(segment);
}

/** Two of the paths that cannot stand side by side on every file system: alike but for case, or one below the other. */
export function clashingPaths(paths: readonly string[]): readonly [string, string] | undefined {
  const files = new Map<string, string>();
  for (const path of paths) {
    const key = foldedPath(path);
    const other = files.get(key);
    if (other !== undefined) return [other, path];
    files.set(key, path);
  }
  for (const path of paths) {
    const above = foldersAbove(foldedPath(path)).find((parent) => files.has(parent));
    if (above !== undefined) return [files.get(above) ?? above, path];
  }
  return undefined;
}

function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The folders a relative path stands in, innermost first: `a/b`, `a` and `` for `a/b/c`. */
export function foldersAbove(path: string): string[] {
  const parents: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    parents.push(path.slice(0, end));
  parents.push('');
  return parents;
}
