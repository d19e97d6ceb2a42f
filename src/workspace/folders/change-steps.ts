import { randomBytes } from 'node:crypto';
import { pathBelow } from './path-below.js';
import type { ReplacementPlan } from './plan-replacement.js';
import {
  folderOf,
  type Journal,
  type JournalFolder,
  removeJournal,
  stagingOf,
  writeJournal,
} from './replacement-journal.js';
import {
  discard,
  rollBack as rollBackIn,
  rollForward as rollForwardIn,
  type Steps,
  stage as stageIn,
} from './replacement-steps.js';
import type { WantedFile } from './wanted-file.js';

/** What has to be done in one folder, which exists and is named by its real path. */
export interface FolderChange {
  readonly folder: string;
  readonly plan: ReplacementPlan;
}

/** A change of files in several folders that has not begun: all of it or nothing will be done. */
export interface Change {
  /** Folder of the journal. */
  readonly home: string;
  readonly journal: Journal;
  /** What is to be staged in each of the journal's folders. */
  readonly staged: readonly (readonly WantedFile[])[];
}

/** One change of several; undefined where there is nothing to do. */
export function changeOf(home: string, changes: readonly FolderChange[]): Change | undefined {
  const byFolder = new Map<string, ReplacementPlan>();
  for (const { folder, plan } of changes) {
    if (plan.moves.length + plan.removals.length === 0) continue;
    const known = byFolder.get(folder);
    byFolder.set(folder, known === undefined ? plan : together(known, plan));
  }
  if (byFolder.size === 0) return undefined;
  const folders = Array.from(byFolder, ([folder, { folders, removals, moves }]): JournalFolder => {
    return { folder: pathBelow(home, folder) ?? folder, folders, removals, moves };
  });
  const journal: Journal = {
    version: 2,
    token: randomBytes(12).toString('hex'),
    state: 'committed',
    folders,
  };
  return { home, journal, staged: Array.from(byFolder.values(), ({ staged }) => staged) };
}

/** Stages everything and, last, commits: from then on whoever finds the journal finishes the change. */
export function* stage({ home, journal, staged }: Change): Steps {
  yield* write(home, inState(journal, 'staging'));
  for (const [index, folder] of journal.folders.entries()) {
    yield* stageIn(stagingOf(folderOf(home, folder)), journal.token, staged[index] ?? []);
  }
  yield* write(home, journal);
}

/** @throws OutputError OUTPUT_REFUSED when something came into the way since the change was planned */
export function* rollForward(home: string, journal: Journal): Steps {
  for (const folder of journal.folders) yield* rollForwardIn(...placesOf(home, folder), folder);
}

/** Brings back what stood there before, in the opposite order. */
export function* rollBack(home: string, journal: Journal): Steps {
  for (const folder of [...journal.folders].reverse()) yield* rollBackIn(...placesOf(home, folder), folder);
}

/** Old or new, everything is in its place: takes staging folders and journal away. */
export function* tidyUp(home: string, journal: Journal): Steps {
  yield* write(home, inState(journal, 'done'));
  for (const folder of journal.folders) yield* discard(stagingOf(folderOf(home, folder)));
  removeJournal(home);
  yield;
}

function* write(home: string, journal: Journal): Steps {
  writeJournal(home, journal);
  yield;
}

function placesOf(home: string, journalFolder: JournalFolder): [staging: string, folder: string] {
  const folder = folderOf(home, journalFolder);
  return [stagingOf(folder), folder];
}

/** Only what is committed is ever carried out, so nothing else need be written down. */
function inState(journal: Journal, state: 'staging' | 'done'): Journal {
  const folders = journal.folders.map(({ folder }) => ({ folder, folders: [], removals: [], moves: [] }));
  return { ...journal, state, folders };
}

function together(one: ReplacementPlan, other: ReplacementPlan): ReplacementPlan {
  return {
    folders: [...new Set([...one.folders, ...other.folders])].sort(),
    removals: [...one.removals, ...other.removals],
    moves: [...one.moves, ...other.moves],
    staged: [...one.staged, ...other.staged],
    unchanged: [...one.unchanged, ...other.unchanged],
  };
}
