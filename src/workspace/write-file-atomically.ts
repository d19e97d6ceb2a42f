import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OutputError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { WORKING_PREFIX } from './path-fault.js';
import { systemReason } from './system-reason.js';

/**
 * Writes one file so that whoever reads it finds the old text or the new, never half of one: a temporary file
 * beside it, flushed to disk, takes its place. Its permissions stay.
 *
 * @throws OutputError OUTPUT_REFUSED when it cannot be written, or a folder or symbolic link stands there
 */
export function writeFileAtomically(path: string, text: string): void {
  const standing = standingMode(path);
  const temporary = join(
    dirname(path),
    `${WORKING_PREFIX}${basename(path)}-${randomBytes(6).toString('hex')}`,
  );
  try {
    writeFlushed(temporary, text);
    if (standing !== undefined) chmodSync(temporary, standing);
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw refused(path, `could not be written: ${systemReason(cause)}`, cause);
  }
}

/** Permissions of the file that stands there, undefined where none does. */
function standingMode(path: string): number | undefined {
  const standing = lstatSync(path, { throwIfNoEntry: false });
  if (standing === undefined) return undefined;
  if (standing.isSymbolicLink()) throw refused(path, 'is a symbolic link, and those are not written through');
  if (!standing.isFile()) throw refused(path, 'is not a file');
  return standing.mode & 0o777;
}

/** Writes a new file and waits until it is on the disk. */
export function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function refused(path: string, what: string, cause?: unknown): OutputError {
  const advice = 'Mend that and try again; nothing was changed';
  return new OutputError('OUTPUT_REFUSED', { who: quoted(path), what, advice, cause });
}
