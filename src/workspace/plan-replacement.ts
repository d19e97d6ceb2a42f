import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../base/errors.js';
import { sha256 } from '../base/sha256.js';
import { quoted } from '../base/visible-text.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { listFiles, type Standing } from './list-files.js';
import { clashingPaths, foldersAbove, pathFault } from './path-fault.js';
import type { Journal, Move, Removal } from './replacement-journal.js';

/** How many of the files that stand in the way a message names. */
const MAX_NAMED = 10;

/** What it takes to make a folder hold exactly the wanted files among ours. Nothing on the disk has changed yet. */
export interface ReplacementPlan {
  readonly journal: Journal;
  /** The text of each of the journal's moves, in their order. */
  readonly contents: readonly string[];
  /** Paths that already hold what is wanted. */
  readonly unchanged: readonly string[];
}

/**
 * Compares what is wanted with what stands in the folder.
 *
 * @param isOurs tells from a file's text whether we made it; only such files are replaced or removed
 * @throws OutputError OUTPUT_REFUSED for a path that must not be written, or when something that is not ours
 * (a file without our header, a folder, a symbolic link) stands in the way
 */
export function planReplacement(
  folder: string,
  files: readonly EmittedFile[],
  isOurs: (content: string) => boolean,
): ReplacementPlan {
  refuseBadPaths(folder, files);
  const standing = listFiles(folder);
  const wanted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const removals = leftOver(folder, wanted, standing, isOurs);
  for (const { path } of removals) standing.delete(path);
  const { moves, contents, unchanged, foreign } = compare(folder, wanted, standing, isOurs);
  if (foreign.length > 0) throw inTheWay(folder, foreign);
  const folders = missingFolders(moves, standing);
  return { journal: { version: 1, folders, removals, moves }, contents, unchanged };
}

function refuseBadPaths(folder: string, files: readonly EmittedFile[]): void {
  for (const { path } of files) {
    const fault = pathFault(path);
    if (fault !== undefined) throw refused(folder, `the path ${quoted(path)} ${fault}`);
  }
  const clash = clashingPaths(files.map(({ path }) => path));
  if (clash === undefined) return;
  throw refused(
    folder,
    `${quoted(clash[0])} and ${quoted(clash[1])} cannot stand side by side on every file system`,
  );
}

/** Files of ours that nobody wants any more. */
function leftOver(
  folder: string,
  wanted: readonly EmittedFile[],
  standing: ReadonlyMap<string, Standing>,
  isOurs: (content: string) => boolean,
): Removal[] {
  const kept = new Set(wanted.map(({ path }) => path));
  const removals: Removal[] = [];
  for (const [path, kind] of standing) {
    if (kind !== 'file' || kept.has(path)) continue;
    const content = readFileSync(join(folder, path));
    if (isOurs(content.toString('utf8'))) removals.push({ path, sha256: sha256(content) });
  }
  return removals.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compare(
  folder: string,
  wanted: readonly EmittedFile[],
  standing: ReadonlyMap<string, Standing>,
  isOurs: (content: string) => boolean,
) {
  const moves: Move[] = [];
  const contents: string[] = [];
  const unchanged: string[] = [];
  const foreign: string[] = [];
  for (const { path, content } of wanted) {
    const obstacle = obstacleTo(path, standing);
    const old = obstacle === undefined && standing.has(path) ? readFileSync(join(folder, path)) : undefined;
    if (obstacle !== undefined) foreign.push(obstacle);
    else if (old?.equals(Buffer.from(content)) === true) unchanged.push(path);
    else if (old !== undefined && !isOurs(old.toString('utf8'))) foreign.push(path);
    else {
      moves.push({ path, replaces: old === undefined ? null : sha256(old), becomes: sha256(content) });
      contents.push(content);
    }
  }
  return { moves, contents, unchanged, foreign };
}

/** What keeps a file from being written at the path, whoever made it: no file there, or no folder above. */
function obstacleTo(path: string, standing: ReadonlyMap<string, Standing>): string | undefined {
  if ((standing.get(path) ?? 'file') !== 'file') return path;
  return foldersAbove(path).find((parent) => (standing.get(parent) ?? 'folder') !== 'folder');
}

/** Outermost first: a path sorts after the beginning of itself. */
function missingFolders(moves: readonly Move[], standing: ReadonlyMap<string, Standing>): string[] {
  const missing = new Set<string>();
  for (const { path } of moves) {
    for (const parent of foldersAbove(path)) if (!standing.has(parent)) missing.add(parent);
  }
  return [...missing].sort();
}

function inTheWay(folder: string, foreign: readonly string[]): OutputError {
  const distinct = [...new Set(foreign)];
  const named = distinct
    .slice(0, MAX_NAMED)
    .map((path) => quoted(join(folder, path)))
    .join(', ');
  const more = distinct.length > MAX_NAMED ? ` and ${distinct.length - MAX_NAMED} more` : '';
  return refused(
    folder,
    `${named}${more} stands where a generated file must go and was not made by rest-broker`,
    'Move it away or choose another folder with --out',
  );
}

function refused(folder: string, what: string, advice = 'Choose other names'): OutputError {
  return new OutputError('OUTPUT_REFUSED', {
    who: quoted(folder),
    what,
    advice: `${advice}; nothing was changed`,
  });
}
