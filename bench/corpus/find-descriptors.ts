import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { compareText } from '../../src/base/compare-text.js';
import type { Candidate, Group } from './candidate.js';

const EXTENSION = /\.(?:json|ya?ml)$/i;
const NO_DESCRIPTORS = new Set(['package.json', 'package-lock.json']);
// The key may be quoted in either format; an object behind it is somebody else's key.
const VERSION_KEY = /"(?:swagger|openapi)"\s*:(?!\s*[{[])|^['"]?(?:swagger|openapi)['"]?\s*:(?!\s*[{[])/m;

/** Every file of a group that holds a descriptor, by path. A group may also be one file. */
export async function findDescriptors(group: Group): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const single = (await stat(group.folder)).isFile();
  const folder = single ? dirname(group.folder) : group.folder;
  for (const path of single ? [group.folder] : await filesIn(group.folder)) {
    const shown = relative(folder, path).split(sep).join('/');
    if (group.takes?.(shown) === false) continue;
    const bytes = await readFile(path);
    if (!holdsDescriptor(bytes)) continue;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    found.push({ group: group.name, path, shown, bytes: bytes.length, sha256 });
  }
  return found;
}

async function filesIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && isSearched(entry.name)) waiting.push(path);
      if (entry.isFile() && isRead(path)) files.push(path);
    }
  }
  return files.sort(compareText);
}

function isSearched(folderName: string): boolean {
  return folderName !== 'node_modules' && !folderName.startsWith('.');
}

function isRead(path: string): boolean {
  return EXTENSION.test(path) && !NO_DESCRIPTORS.has(basename(path));
}

/** Whether it says so itself, in any encoding: how a wrong one is refused is part of what is measured. */
function holdsDescriptor(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return VERSION_KEY.test(text.slice(0, 4).includes('\0') ? text.replaceAll('\0', '') : text);
}
