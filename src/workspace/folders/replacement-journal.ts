import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { OutputError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import { pathFault, WORKING_PREFIX } from './path-fault.js';
import { writeFlushed } from './write-flushed.js';

/** One staged file and where it goes. It is staged as `new/<its place in the list>`; what it replaces is saved as `old/…`. */
export interface Move {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  /** SHA-256 of the file it replaces; null where none stands. */
  readonly replaces: string | null;
  /** SHA-256 of the staged file: its bytes may be lost in a power failure, for only the journal is flushed. */
  readonly becomes: string;
}

/** One left-over file of ours; it is put away as `gone/<its place in the list>`. */
export interface Removal {
  readonly path: string;
  readonly sha256: string;
}

/** What has to be done in one folder. */
export interface Replacement {
  /** Folders to make, outermost first; `` is the folder itself. */
  readonly folders: readonly string[];
  readonly removals: readonly Removal[];
  readonly moves: readonly Move[];
}

export interface JournalFolder extends Replacement {
  /** From the folder of the journal, with forward slashes, `` for that one; absolute where it lies elsewhere. */
  readonly folder: string;
}

/**
 * What a change of several folders has to do, written down before it starts doing it: once the journal says
 * `committed` every staged file is complete, so whoever finds it after a crash can finish (or undo) the work.
 */
export interface Journal {
  readonly version: 2;
  /** Stands in every staging folder too: so a journal that came from elsewhere moves nothing of another folder. */
  readonly token: string;
  /** `staging`: nothing has moved yet · `committed`: to be finished · `done`: all is in place but the tidying up. */
  readonly state: 'staging' | 'committed' | 'done';
  readonly folders: readonly JournalFolder[];
}

/** Where files of a folder are staged: inside it, so that moving in is a rename on one file system. */
export function stagingOf(folder: string): string {
  return join(folder, `${WORKING_PREFIX}staging`);
}

/** Where the journal of the changes begun in a folder stands. */
export function journalFile(home: string): string {
  return join(home, `${WORKING_PREFIX}journal.json`);
}

/** Whether a change that began in a folder has not come to its end: it is under way, or was cut off. */
export function isUnfinished(home: string): boolean {
  return existsSync(journalFile(home)) || existsSync(draftFile(home));
}

/** The folder that a journal means. */
export function folderOf(home: string, { folder }: JournalFolder): string {
  return resolve(home, folder);
}

/** Writes the journal, whole or not at all, and waits until it is on the disk. */
export function writeJournal(home: string, journal: Journal): void {
  const draft = draftFile(home);
  rmSync(draft, { force: true });
  writeFlushed(draft, `${JSON.stringify(journal)}\n`);
  renameSync(draft, journalFile(home));
}

/** Nobody takes what is staged for unfinished work any more. */
export function removeJournal(home: string): void {
  rmSync(draftFile(home), { force: true });
  rmSync(journalFile(home), { force: true });
}

/**
 * The journal in a folder. Anybody may have put it there (it can come with a repository), so every path in it is
 * held to the rules for emitted files.
 *
 * @throws OutputError OUTPUT_REFUSED when it is no journal of ours
 */
export function readJournal(home: string): Journal {
  try {
    const value: unknown = JSON.parse(readFileSync(journalFile(home), 'utf8'));
    if (isJournal(value)) return value;
  } catch (cause) {
    throw notOurs(home, cause);
  }
  throw notOurs(home);
}

export function notOurs(home: string, cause?: unknown): OutputError {
  return new OutputError('OUTPUT_REFUSED', {
    who: quoted(journalFile(home)),
    what: 'is not a journal that rest-broker can have written',
    advice: `Delete it, and ${quoted(stagingOf(home))} with it, and try again`,
    cause,
  });
}

function draftFile(home: string): string {
  return `${journalFile(home)}.draft`;
}

function isJournal(value: unknown): value is Journal {
  if (!isObject(value) || value['version'] !== 2) return false;
  const { token, state, folders } = value;
  return (
    typeof token === 'string' &&
    token !== '' &&
    ['staging', 'committed', 'done'].includes(String(state)) &&
    isListOf(folders, isJournalFolder)
  );
}

function isJournalFolder(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { folder, folders, removals, moves } = value;
  return (
    typeof folder === 'string' &&
    (folder === '' || isAbsolute(folder) || isGoodPath(folder)) &&
    isListOf(folders, (one) => one === '' || isGoodPath(one)) &&
    isListOf(removals, (one) => isObject(one) && isGoodPath(one['path']) && isText(one['sha256'])) &&
    isListOf(moves, isMove)
  );
}

function isMove(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { path, replaces, becomes } = value;
  return isGoodPath(path) && (replaces === null || isText(replaces)) && isText(becomes);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isGoodPath(value: unknown): boolean {
  return typeof value === 'string' && pathFault(value) === undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
