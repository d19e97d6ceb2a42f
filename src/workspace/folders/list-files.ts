import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { isUntouchedFolder } from './path-fault.js';

export type Standing = 'file' | 'folder' | 'link' | 'other';

/**
 * What stands below a folder, by path relative to it with forward slashes; the folder itself is ``. Links are
 * told, not followed; version control, installed packages and our own staging are passed by. Empty when
 * nothing stands there.
 */
export function listFiles(folder: string): Map<string, Standing> {
  const standing = new Map<string, Standing>();
  const top = lstatSync(folder, { throwIfNoEntry: false });
  if (top === undefined) return standing;
  standing.set('', kindOf(top));
  const open = top.isDirectory() ? [''] : [];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const kind = kindOf(entry);
      if (kind === 'folder' && isUntouchedFolder(entry.name)) continue;
      standing.set(path, kind);
      if (kind === 'folder') open.push(path);
    }
  }
  return standing;
}

function kindOf(entry: Dirent | Stats): Standing {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}
