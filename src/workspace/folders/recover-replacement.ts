import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import { rollBack, rollForward, tidyUp } from './change-steps.js';
import { pathBelow } from './path-below.js';
import { WORKING_PREFIX } from './path-fault.js';
import {
  folderOf,
  isUnfinished,
  type Journal,
  journalFile,
  notOurs,
  readJournal,
  removeJournal,
  stagingOf,
} from './replacement-journal.js';
import { discardEmpty, isStagedBy, refuseIfTouched, refuseLinks, takeAll } from './replacement-steps.js';
import { withLock } from './with-lock.js';

/**
 * How an interrupted change ended after all. `finished`: all new files are in · `undone`: all old files are back,
 * because something had come into the way · `dropped`: it had changed nothing yet, or was done but for its tidying up.
 */
export type Recovery = 'finished' | 'undone' | 'dropped';

/** The lock of everything that is changed in a folder. */
export function lockOf(folder: string): string {
  return join(folder, `${WORKING_PREFIX}lock`);
}

/**
 * Brings a change that was cut off (kill, power, crash) to an end, so that everything it touches is wholly old or
 * wholly new again. Costs one look when there is nothing to do. A change that is under way in another process is
 * waited for.
 *
 * @param home the folder in which the change began: the workspace, or the folder of the connectors
 * @throws OutputError OUTPUT_REFUSED when neither new nor old state can be reached, or the journal is not ours
 */
export async function recoverReplacement(home: string): Promise<Recovery | undefined> {
  return isUnfinished(home) ? withLock(lockOf(home), () => recoverUnderLock(home)) : undefined;
}

/** The same, for whoever holds the lock already. */
export function recoverUnderLock(home: string): Recovery | undefined {
  if (!isUnfinished(home)) return undefined;
  if (lstatSync(journalFile(home), { throwIfNoEntry: false }) === undefined) {
    removeJournal(home);
    return 'dropped';
  }
  const { folders, ...journal } = readJournal(home);
  const known = { ...journal, folders: folders.filter((folder) => isToBeTrusted(home, journal, folder)) };
  if (journal.state === 'committed' && known.folders.length < folders.length) throw notOurs(home);
  // Cut off before its token was in it.
  for (const folder of folders)
    if (!known.folders.includes(folder)) discardEmpty(stagingOf(folderOf(home, folder)));
  for (const folder of known.folders) refuseOddStaging(stagingOf(folderOf(home, folder)));
  const outcome = journal.state === 'committed' ? bringToEnd(home, known) : 'dropped';
  takeAll(tidyUp(home, known));
  return outcome;
}

/** Forward if nobody touched the files since; else back. */
function bringToEnd(home: string, journal: Journal): Recovery {
  for (const folder of journal.folders) refuseLinks(folderOf(home, folder), folder);
  try {
    for (const journalFolder of journal.folders) {
      const folder = folderOf(home, journalFolder);
      refuseIfTouched(stagingOf(folder), folder, journalFolder);
    }
    takeAll(rollForward(home, journal));
    return 'finished';
  } catch {
    takeAll(rollBack(home, journal));
    return 'undone';
  }
}

/**
 * A journal may speak of everything below its own folder. Of another one only with what nobody can have sent along:
 * the token in that folder's staging.
 */
function isToBeTrusted(
  home: string,
  { token }: Pick<Journal, 'token'>,
  folder: Journal['folders'][number],
): boolean {
  const path = folderOf(home, folder);
  return isBelow(home, path) || isStagedBy(stagingOf(path), token);
}

function isBelow(home: string, path: string): boolean {
  try {
    return pathBelow(realpathSync(home), realpathSync(path)) !== undefined;
  } catch {
    return false;
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
      advice: 'Delete it and try again',
    });
  }
}
