import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { WORKING_PREFIX } from './path-fault.js';
import { journalFile, nameStagedAs, readJournal, stagingOf } from './replacement-journal.js';
import {
  discard,
  refuseIfTouched,
  refuseLinks,
  rollBack,
  rollForward,
  takeAll,
} from './replacement-steps.js';
import { systemCode } from './system-reason.js';
import { withLock } from './with-lock.js';

/** How an interrupted replacement of a folder ended after all. */
export interface Recovery {
  /** The folder's name in its parent. */
  readonly folder: string;
  /**
   * `finished`: all new files are in · `undone`: all old files are back, because something had come into the
   * way · `dropped`: it had changed nothing yet, or was done but for its tidying up.
   */
  readonly outcome: 'finished' | 'undone' | 'dropped';
}

/** The lock of everything that is replaced in one parent folder. */
export function lockOf(parentFolder: string): string {
  return join(parentFolder, `${WORKING_PREFIX}lock`);
}

/**
 * Brings every replacement in the folder that was cut off (kill, power, crash) to an end, so that each
 * connector is wholly old or wholly new again. Costs one look at the folder when there is nothing to do.
 * A replacement that is under way in another process is waited for.
 *
 * @throws OutputError OUTPUT_REFUSED when neither new nor old state can be reached, or the journal is not ours
 */
export async function recoverReplacement(parentFolder: string): Promise<readonly Recovery[]> {
  if (interruptedIn(parentFolder).length === 0) return [];
  return withLock(lockOf(parentFolder), () => recoverUnderLock(parentFolder));
}

/** The same, for whoever holds the lock already. */
export function recoverUnderLock(parentFolder: string): Recovery[] {
  return interruptedIn(parentFolder).map((folder) => ({ folder, outcome: recover(parentFolder, folder) }));
}

function interruptedIn(parentFolder: string): string[] {
  try {
    return readdirSync(parentFolder).flatMap((entry) => nameStagedAs(entry) ?? []);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return [];
    throw error;
  }
}

function recover(parentFolder: string, name: string): Recovery['outcome'] {
  const staging = stagingOf(parentFolder, name);
  refuseOddStaging(staging);
  const outcome = existsSync(journalFile(staging))
    ? bringToEnd(staging, join(parentFolder, name))
    : 'dropped';
  takeAll(discard(staging));
  return outcome;
}

/** Forward if nobody touched the files since; else back. */
function bringToEnd(staging: string, folder: string): Recovery['outcome'] {
  const journal = readJournal(staging);
  refuseLinks(folder, journal);
  try {
    refuseIfTouched(staging, folder, journal);
    takeAll(rollForward(staging, folder, journal));
    return 'finished';
  } catch {
    takeAll(rollBack(staging, folder, journal));
    return 'undone';
  }
}

/** A staging folder that came with a repository may hold links to anywhere: only real folders are worked with. */
function refuseOddStaging(staging: string): void {
  for (const path of ['', 'new', 'old', 'gone']) {
    const standing = lstatSync(join(staging, path), { throwIfNoEntry: false });
    if (standing === undefined || standing.isDirectory()) continue;
    throw new OutputError('OUTPUT_REFUSED', {
      who: quoted(join(staging, path)),
      what: 'stands where rest-broker keeps unfinished work and is no folder',
      advice: 'Delete it and generate again',
    });
  }
}
