import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../../base/errors.js';
import { sha256 } from '../../base/sha256.js';
import { quoted } from '../../base/visible-text.js';
import { listFiles, type Standing } from './list-files.js';
import { clashingPaths, foldersAbove, pathFault } from './path-fault.js';
import type { Move, Removal, Replacement } from './replacement-journal.js';
import type { WantedFile } from './wanted-file.js';

/** How many of the files that stand in the way a message names. */
const MAX_NAMED = 10;
const BEGINNING_BYTES = 200;

/** What it takes to make a folder hold exactly the wanted files among ours. Nothing on the disk has changed yet. */
export interface ReplacementPlan extends Replacement {
  /** What each of the moves brings, in their order. */
  readonly staged: readonly WantedFile[];
  /** Paths that already hold what is wanted. */
  readonly unchanged: readonly string[];
}

/**
 * Compares what is wanted with what stands in the folder.
 *
 * @param isOurs tells from the beginning of a file's text whether we made it; only such files are replaced or removed
 * @throws OutputError OUTPUT_REFUSED for a path that must not be written, or when something that is not ours
 * (a file without our header, a folder, a symbolic link) stands in the way
 */
export function planReplacement(
  folder: string,
  files: readonly WantedFile[],
  isOurs: (content: string) => boolean,
): ReplacementPlan {
  refuseBadPaths(folder, files);
  const standing = listFiles(folder);
  const wanted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const removals = leftOver(folder, wanted, standing, isOurs);
  for (const { path } of removals) standing.delete(path);
  const { moves, staged, unchanged, foreign } = compare(folder, wanted, standing, isOurs);
  if (foreign.length > 0) throw inTheWay(folder, foreign);
  return { folders: missingFolders(moves, standing), removals, moves, staged, unchanged };
}

/** The same plan, seen from a folder above. */
export function seenFromAbove(name: string, plan: ReplacementPlan): ReplacementPlan {
  const below = <T extends { readonly path: string }>(one: T): T => ({ ...one, path: `${name}/${one.path}` });
  return {
    folders: plan.folders.map((folder) => (folder === '' ? name : `${name}/${folder}`)),
    removals: plan.removals.map(below),
    moves: plan.moves.map(below),
    staged: plan.staged,
    unchanged: plan.unchanged.map((path) => `${name}/${path}`),
  };
}

function refuseBadPaths(folder: string, files: readonly WantedFile[]): void {
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
  wanted: readonly WantedFile[],
  standing: ReadonlyMap<string, Standing>,
  isOurs: (content: string) => boolean,
): Removal[] {
  const kept = new Set(wanted.map(({ path }) => path));
  const removals: Removal[] = [];
  for (const [path, kind] of standing) {
    if (kind !== 'file' || kept.has(path)) continue;
    const content = readFileSync(join(folder, path));
    if (isOurs(beginningOf(content))) removals.push({ path, sha256: sha256(content) });
  }
  return removals.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compare(
  folder: string,
  wanted: readonly WantedFile[],
  standing: ReadonlyMap<string, Standing>,
  isOurs: (content: string) => boolean,
) {
  const moves: Move[] = [];
  const staged: WantedFile[] = [];
  const unchanged: string[] = [];
  const foreign: string[] = [];
  for (const file of wanted) {
    const { path, bytes, sha256: becomes } = file;
    const obstacle = obstacleTo(path, standing);
    const old = obstacle === undefined && standing.has(path) ? readFileSync(join(folder, path)) : undefined;
    if (obstacle !== undefined) foreign.push(obstacle);
    else if (old?.equals(bytes) === true) unchanged.push(path);
    else if (old !== undefined && !isOurs(beginningOf(old))) foreign.push(path);
    else {
      moves.push({ path, replaces: old === undefined ? null : sha256(old), becomes });
      staged.push(file);
    }
  }
  return { moves, staged, unchanged, foreign };
}

/** As much of a file as tells who made it. */
function beginningOf(content: Buffer): string {
  return content.toString('utf8', 0, BEGINNING_BYTES);
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
