import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { OutputError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { pathFault, WORKING_PREFIX } from './path-fault.js';
import { writeFlushed } from './write-file-atomically.js';

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

/**
 * What a replacement has to do, written down before it starts doing it: with the journal on the disk every
 * staged file is complete, so whoever finds it after a crash can finish (or undo) the work.
 */
export interface Journal {
  readonly version: 1;
  /** Folders to make, outermost first; `` is the folder itself. */
  readonly folders: readonly string[];
  readonly removals: readonly Removal[];
  readonly moves: readonly Move[];
}

const STAGING_PREFIX = `${WORKING_PREFIX}staging-`;
const JOURNAL = 'journal.json';

/** The staging folder of `<parent>/<name>`: beside it, so that moving in is a rename on one file system. */
export function stagingOf(parent: string, name: string): string {
  return join(parent, STAGING_PREFIX + name);
}

/** The folder a staging folder belongs to, undefined for any other name. */
export function nameStagedAs(entry: string): string | undefined {
  const name = entry.startsWith(STAGING_PREFIX) ? entry.slice(STAGING_PREFIX.length) : '';
  return name === '' || name === '.' || name === '..' ? undefined : name;
}

/** Where the journal of a staging folder stands. */
export function journalFile(staging: string): string {
  return join(staging, JOURNAL);
}

/** Puts the journal into the staging folder, whole or not at all, and waits until it is on the disk. */
export function writeJournal(staging: string, journal: Journal): void {
  const draft = join(staging, `${JOURNAL}.draft`);
  writeFlushed(draft, `${JSON.stringify(journal)}\n`);
  renameSync(draft, journalFile(staging));
}

/**
 * The journal of a staging folder. Anybody may have put the folder there (it can come with a repository), so
 * every path in it is held to the rules for emitted files.
 *
 * @throws OutputError OUTPUT_REFUSED when it is no journal of ours
 */
export function readJournal(staging: string): Journal {
  try {
    const value: unknown = JSON.parse(readFileSync(journalFile(staging), 'utf8'));
    if (isJournal(value)) return value;
  } catch (cause) {
    throw notOurs(staging, cause);
  }
  throw notOurs(staging);
}

function isJournal(value: unknown): value is Journal {
  if (!isObject(value) || value['version'] !== 1) return false;
  const { folders, removals, moves } = value;
  return (
    isListOf(folders, (folder) => folder === '' || isGoodPath(folder)) &&
    isListOf(
      removals,
      (removal) => isObject(removal) && isGoodPath(removal['path']) && typeof removal['sha256'] === 'string',
    ) &&
    isListOf(
      moves,
      (move) =>
        isObject(move) &&
        isGoodPath(move['path']) &&
        isTextOrNull(move['replaces']) &&
        typeof move['becomes'] === 'string',
    )
  );
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

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function notOurs(staging: string, cause?: unknown): OutputError {
  return new OutputError('OUTPUT_REFUSED', {
    who: quoted(journalFile(staging)),
    what: 'is not a journal that rest-broker can have written',
    advice: `Delete the folder ${quoted(staging)} and generate again`,
    cause,
  });
}
