import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../../base/errors.js';
import { sha256 } from '../../base/sha256.js';
import { quoted } from '../../base/visible-text.js';
import { foldersAbove } from './path-fault.js';
import type { ReplacementPlan } from './plan-replacement.js';
import type { Move } from './replacement-journal.js';
import { type WantedFile, wantedFile } from './wanted-file.js';

/**
 * What it takes to give single files of a folder another text, whoever made them; permissions stay. Files that
 * hold it already are left alone.
 *
 * @param texts by path relative to the folder
 * @throws OutputError OUTPUT_REFUSED where a folder or a symbolic link stands
 */
export function planFiles(folder: string, texts: ReadonlyMap<string, string>): ReplacementPlan {
  const moves: Move[] = [];
  const staged: WantedFile[] = [];
  const unchanged: string[] = [];
  for (const [path, content] of texts) {
    const wanted = wantedFile({ path, content });
    const standing = standingFile(folder, path);
    if (standing?.bytes.equals(wanted.bytes) === true) unchanged.push(path);
    else {
      const replaces = standing === undefined ? null : sha256(standing.bytes);
      moves.push({ path, replaces, becomes: wanted.sha256 });
      staged.push(standing === undefined ? wanted : { ...wanted, mode: standing.mode });
    }
  }
  return { folders: missingFolders(folder, moves), removals: [], moves, staged, unchanged };
}

function standingFile(folder: string, path: string): { bytes: Buffer; mode: number } | undefined {
  const file = join(folder, path);
  const standing = lstatSync(file, { throwIfNoEntry: false });
  if (standing === undefined) return undefined;
  if (standing.isSymbolicLink()) throw refused(file, 'is a symbolic link, and those are not written through');
  if (!standing.isFile()) throw refused(file, 'is not a file');
  return { bytes: readFileSync(file), mode: standing.mode & 0o777 };
}

/** Outermost first. */
function missingFolders(folder: string, moves: readonly Move[]): string[] {
  const above = new Set(moves.flatMap(({ path }) => foldersAbove(path)));
  return [...above].filter((path) => !isFolder(join(folder, path))).sort();
}

function isFolder(path: string): boolean {
  const standing = lstatSync(path, { throwIfNoEntry: false });
  if (standing === undefined || standing.isDirectory()) return standing !== undefined;
  throw refused(path, standing.isSymbolicLink() ? 'is a symbolic link' : 'is not a folder');
}

function refused(path: string, what: string): OutputError {
  const advice = 'Mend that and try again; nothing was changed';
  return new OutputError('OUTPUT_REFUSED', { who: quoted(path), what, advice });
}
