import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { OutputError } from '../../base/errors.js';
import { sha256 } from '../../base/sha256.js';
import { quoted } from '../../base/visible-text.js';
import { foldersAbove } from './path-fault.js';
import type { Move, Removal, Replacement } from './replacement-journal.js';
import type { WantedFile } from './wanted-file.js';

/**
 * The steps of a replacement in one folder: each generator pauses after every change to the disk, so that a test can stop
 * anywhere, as a crash would. Wherever it stops, `rollForward` finishes and `rollBack` undoes: both look at
 * the disk, not at how far somebody came.
 */
export type Steps = Generator<void, void, void>;

/** Takes all the steps. */
export function takeAll(steps: Steps): void {
  while (steps.next().done !== true);
}

/** Name of the file in a staging folder that says whose it is. */
const TOKEN = 'token';

/** Writes the new files into the staging folder. What an earlier life left there is cleared away. */
export function* stage(staging: string, token: string, files: readonly WantedFile[]): Steps {
  yield* discard(staging);
  mkdirSync(staging);
  yield;
  writeFileSync(join(staging, TOKEN), token, { flag: 'wx', flush: true });
  yield;
  for (const folder of ['new', 'old', 'gone']) {
    mkdirSync(join(staging, folder));
    yield;
  }
  for (const [index, { bytes, mode }] of files.entries()) {
    const staged = saved(staging, 'new', index);
    writeFileSync(staged, bytes, { flag: 'wx' });
    if (mode !== undefined) chmodSync(staged, mode);
    yield;
  }
}

/** Whether a staging folder was made for the change of this token. */
export function isStagedBy(staging: string, token: string): boolean {
  try {
    return readFileSync(join(staging, TOKEN), 'utf8') === token;
  } catch {
    return false;
  }
}

/**
 * Puts left-over files away and moves the staged ones in; what was done before is not done again.
 *
 * @throws OutputError OUTPUT_REFUSED when something came into the way since the journal was written
 */
export function* rollForward(staging: string, folder: string, replacement: Replacement): Steps {
  for (const [index, { path }] of replacement.removals.entries()) {
    yield* putAway(folder, path, saved(staging, 'gone', index));
  }
  for (const path of replacement.folders) {
    mkdirSync(join(folder, path), { recursive: true });
    yield;
  }
  for (const [index, move] of replacement.moves.entries()) yield* moveIn(staging, folder, index, move);
  yield* removeEmptied(folder, replacement.removals);
}

function* moveIn(staging: string, folder: string, index: number, move: Move): Steps {
  const staged = saved(staging, 'new', index);
  if (!stands(staged)) return;
  const target = join(folder, move.path);
  if (move.replaces !== null) yield* putAway(folder, move.path, saved(staging, 'old', index));
  if (stands(target)) throw cameBetween(folder, move.path);
  renameSync(staged, target);
  yield;
}

function* putAway(folder: string, path: string, away: string): Steps {
  const target = join(folder, path);
  const standing = lstatSync(target, { throwIfNoEntry: false });
  if (standing === undefined || stands(away)) return;
  if (!standing.isFile()) throw cameBetween(folder, path);
  renameSync(target, away);
  yield;
}

/** Folders that held nothing but removed files, innermost first, the folder itself at the end. */
function* removeEmptied(folder: string, removals: readonly Removal[]): Steps {
  const emptied = new Set(removals.flatMap(({ path }) => foldersAbove(path)));
  for (const path of [...emptied].sort().reverse()) if (removedIfEmpty(join(folder, path))) yield;
}

/** Brings back what stood in the folder before, in the opposite order. */
export function* rollBack(staging: string, folder: string, replacement: Replacement): Steps {
  for (const [index, move] of [...replacement.moves.entries()].reverse()) {
    yield* bringBack(staging, folder, index, move);
  }
  for (const path of [...replacement.folders].reverse()) if (removedIfEmpty(join(folder, path))) yield;
  for (const [index, { path }] of [...replacement.removals.entries()].reverse()) {
    yield* restore(join(folder, path), saved(staging, 'gone', index));
  }
}

function* bringBack(staging: string, folder: string, index: number, move: Move): Steps {
  const target = join(folder, move.path);
  const staged = saved(staging, 'new', index);
  if (!stands(staged) && contentHash(target) === move.becomes) {
    renameSync(target, staged);
    yield;
  }
  yield* restore(target, saved(staging, 'old', index));
}

function* restore(target: string, away: string): Steps {
  if (!stands(away) || stands(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  renameSync(away, target);
  yield;
}

/** Removes a staging folder that holds nothing yet, whoever made it. */
export function discardEmpty(staging: string): void {
  removedIfEmpty(staging);
}

/** Removes the staging folder. */
export function* discard(staging: string): Steps {
  if (!stands(staging)) return;
  rmSync(staging, { recursive: true, force: true });
  yield;
}

/**
 * Makes sure that the staged files are whole and that nothing that is to be replaced or removed was put
 * there after it was written. Needed when time has passed since: after a crash.
 *
 * @throws OutputError OUTPUT_REFUSED naming the first file that is not as it was
 */
export function refuseIfTouched(staging: string, folder: string, replacement: Replacement): void {
  for (const [index, move] of replacement.moves.entries()) {
    const staged = saved(staging, 'new', index);
    if (!stands(staged)) continue;
    if (contentHash(staged) !== move.becomes) throw cameBetween(folder, move.path);
    if (move.replaces !== null) refuseOther(folder, move.path, saved(staging, 'old', index), move.replaces);
  }
  for (const [index, removal] of replacement.removals.entries()) {
    refuseOther(folder, removal.path, saved(staging, 'gone', index), removal.sha256);
  }
}

function refuseOther(folder: string, path: string, away: string, wanted: string): void {
  const target = join(folder, path);
  if (!stands(away) && stands(target) && contentHash(target) !== wanted) throw cameBetween(folder, path);
}

/**
 * Everything above a replacement's paths must be a real folder or not there: a link could lead anywhere, forward
 * or back. A file of ours that is still to be removed may stand where a folder comes.
 *
 * @throws OutputError OUTPUT_REFUSED
 */
export function refuseLinks(folder: string, { moves, removals }: Replacement): void {
  const removed = new Set(removals.map(({ path }) => path));
  for (const path of new Set([...moves, ...removals].flatMap((entry) => foldersAbove(entry.path)))) {
    const standing = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (standing === undefined || standing.isDirectory() || (standing.isFile() && removed.has(path)))
      continue;
    throw cameBetween(folder, path);
  }
}

function contentHash(path: string): string | null {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? sha256(readFileSync(path)) : null;
}

function saved(staging: string, where: 'new' | 'old' | 'gone', index: number): string {
  return join(staging, where, String(index));
}

function stands(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** True when it was there, empty, and is gone now; anything else stays as it is. */
function removedIfEmpty(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function cameBetween(folder: string, path: string): OutputError {
  return new OutputError('OUTPUT_REFUSED', {
    who: quoted(join(folder, path)),
    what: 'was put there while the files were being replaced',
    advice: 'Move it away and generate again',
  });
}
