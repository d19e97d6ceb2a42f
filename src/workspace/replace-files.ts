import { mkdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { OutputError, RestBrokerError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { planReplacement, type ReplacementPlan } from './plan-replacement.js';
import { lockOf, recoverUnderLock } from './recover-replacement.js';
import { stagingOf } from './replacement-journal.js';
import { discard, rollBack, rollForward, stage, takeAll } from './replacement-steps.js';
import { systemReason } from './system-reason.js';
import { withLock } from './with-lock.js';

/** What became of each file, paths relative to the folder, sorted. */
export interface Replaced {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Makes the folder hold exactly these files among ours: all of them, or, when that cannot be done, none, with
 * everything as it was. Files that are not ours are never replaced or removed. A file that already holds
 * what is wanted is not written again. Killed at any moment, the next replacement beside it (or
 * `recoverReplacement`) brings it to an end.
 *
 * @param folder made, with its parents, where it is missing
 * @param isOurs tells from a file's text whether we made it
 * @throws OutputError OUTPUT_REFUSED
 */
export async function replaceFiles(
  folder: string,
  files: readonly EmittedFile[],
  isOurs: (content: string) => boolean,
): Promise<Replaced> {
  const parent = dirname(resolve(folder));
  const made = makeParent(folder, parent);
  try {
    return await withLock(lockOf(parent), () => replaceUnderLock(folder, parent, files, isOurs));
  } catch (cause) {
    removeMade(parent, made);
    throw cause instanceof RestBrokerError ? cause : notWritten(folder, cause);
  }
}

function replaceUnderLock(
  folder: string,
  parent: string,
  files: readonly EmittedFile[],
  isOurs: (content: string) => boolean,
): Replaced {
  recoverUnderLock(parent);
  const plan = planReplacement(folder, files, isOurs);
  const { moves, removals } = plan.journal;
  if (moves.length + removals.length > 0) carryOut(folder, plan);
  return {
    written: moves.map(({ path }) => path),
    unchanged: plan.unchanged,
    removed: removals.map(({ path }) => path),
  };
}

/**
 * Carries a plan out, or leaves everything as it was. The lock is the caller's.
 *
 * @throws OutputError OUTPUT_REFUSED when a file could not be written or something came into the way
 */
export function carryOut(folder: string, plan: ReplacementPlan): void {
  const staging = stagingOf(dirname(resolve(folder)), basename(resolve(folder)));
  prepare(folder, staging, plan);
  try {
    takeAll(rollForward(staging, folder, plan.journal));
  } catch (cause) {
    // If this fails too, the journal stays, and the next run tries again.
    takeAll(rollBack(staging, folder, plan.journal));
    tidyUp(staging);
    throw cause instanceof RestBrokerError ? cause : notWritten(folder, cause);
  }
  tidyUp(staging);
}

function prepare(folder: string, staging: string, plan: ReplacementPlan): void {
  try {
    takeAll(stage(staging, plan));
  } catch (cause) {
    tidyUp(staging);
    throw notWritten(folder, cause);
  }
}

/** Old or new, all files are in place: what cannot be tidied up now is when the next replacement starts. */
function tidyUp(staging: string): void {
  try {
    takeAll(discard(staging));
  } catch {
    return;
  }
}

/** The outermost folder that had to be made. */
function makeParent(folder: string, parent: string): string | undefined {
  if (parent === resolve(folder)) throw notWritten(folder, new Error('it is the root of the file system'));
  try {
    return mkdirSync(parent, { recursive: true });
  } catch (cause) {
    throw notWritten(folder, cause);
  }
}

function removeMade(parent: string, made: string | undefined): void {
  if (made === undefined) return;
  try {
    for (let path = parent; path.length >= made.length; path = dirname(path)) rmdirSync(path);
  } catch {
    // Somebody else put something there meanwhile: it is theirs now.
  }
}

function notWritten(folder: string, cause: unknown): OutputError {
  return new OutputError('OUTPUT_REFUSED', {
    who: quoted(folder),
    what: `the files could not be written: ${systemReason(cause)}`,
    advice: 'Mend that and try again; nothing was changed',
    cause,
  });
}
