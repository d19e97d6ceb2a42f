/** The only file of the runtime that touches the disk; loaded when a call hands over a file by its path. */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { StreamedBody } from '../http/streamed-body.js';
import type { FileAt } from './file-at.js';
import type { CheckedFile } from './file-input.js';

const CHUNK_BYTES = 64 * 1024;

/** A file as it was when the call was made. */
interface Found {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly who: string;
}

/**
 * A file by its path, its bytes still on disk.
 *
 * @throws InputError `INPUT_INVALID` where there is none, or where it is a folder or a device
 */
export async function readFileAt({ path, options }: FileAt, who: string): Promise<CheckedFile> {
  const found = await findFile(path, who);
  return {
    ...options,
    name: options.name ?? basename(found.path),
    content: found.size === 0 ? new Uint8Array(0) : new StreamedBody(found.size, () => bytesOf(found)),
  };
}

async function findFile(given: string | URL, who: string): Promise<Found> {
  try {
    const path = given instanceof URL ? fileURLToPath(given) : given;
    const status = await stat(path);
    if (status.isFile()) return { path, size: status.size, mtimeMs: status.mtimeMs, who };
  } catch (cause) {
    throw unreadable(who, given, `cannot be read (${reasonOf(cause)})`, cause);
  }
  throw unreadable(who, given, 'is a folder or a device, and no file');
}

/** Fewer bytes than announced would end the connection, others would be half of one file and half of another. */
async function* bytesOf({ path, size, mtimeMs, who }: Found): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path).catch((cause: unknown) => {
    throw unreadable(who, path, `cannot be read any more (${reasonOf(cause)})`, cause);
  });
  try {
    const now = await file.stat();
    if (now.size !== size || now.mtimeMs !== mtimeMs) throw changed(who, path);
    for (let at = 0; at < size; ) {
      const buffer = new Uint8Array(Math.min(CHUNK_BYTES, size - at));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) throw changed(who, path);
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function changed(who: string, path: string): InputError {
  return unreadable(who, path, 'was changed while the call was made');
}

function unreadable(who: string, path: string | URL, what: string, cause?: unknown): InputError {
  return new InputError('INPUT_INVALID', {
    who,
    what: `the file ${quoted(String(path))} ${what}`,
    advice: 'Pass the path of a file that is there and stays as it is until the call is over',
    cause,
  });
}

/** `ENOENT` and its kin. */
function reasonOf(cause: unknown): string {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'no reason given';
}
