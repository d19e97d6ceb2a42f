import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { collectBytes, TooManyBytes } from '../../http/collect-bytes.js';
import type { LoadLimits } from '../load-limits.js';
import { SourceFailure } from '../source-failure.js';
import { tooLarge } from '../too-large.js';

/**
 * The bytes of a file, or of a pipe that has a path.
 *
 * @throws SourceFailure DESCRIPTOR_UNREADABLE, DESCRIPTOR_TOO_LARGE
 */
export async function readLocalFile(path: string, limits: LoadLimits): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const about = await file.stat();
    if (about.isDirectory()) throw unreadable('is a folder', 'Name the descriptor file in it');
    if (about.size > limits.maxBytes) throw tooLarge('maxBytes', limits);
    return about.isFile() ? await file.readFile() : await readStream(file.createReadStream(), limits);
  } catch (cause) {
    throw cause instanceof SourceFailure ? cause : unreadable(...reasonOf(cause), cause);
  } finally {
    await file?.close().catch(() => undefined);
  }
}

/**
 * Everything on a stream, as standard input.
 *
 * @throws SourceFailure DESCRIPTOR_UNREADABLE, DESCRIPTOR_TOO_LARGE
 */
export async function readStream(stream: Readable, limits: LoadLimits): Promise<Uint8Array> {
  try {
    return await collectBytes(stream, limits.maxBytes, () => stream.destroy());
  } catch (cause) {
    throw cause instanceof TooManyBytes
      ? tooLarge('maxBytes', limits)
      : unreadable(...reasonOf(cause), cause);
  }
}

function unreadable(what: string, advice: string, cause?: unknown): SourceFailure {
  return new SourceFailure('DESCRIPTOR_UNREADABLE', what, advice, cause);
}

const REASONS = new Map<unknown, [what: string, advice: string]>([
  ['ENOENT', ['there is no such file', 'Check the path']],
  ['ENOTDIR', ['there is no such file', 'Check the path']],
  ['EACCES', ['may not be read', 'Check the permissions of the file']],
  ['EPERM', ['may not be read', 'Check the permissions of the file']],
  ['EISDIR', ['is a folder', 'Name the descriptor file in it']],
]);

function reasonOf(cause: unknown): [what: string, advice: string] {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return (
    REASONS.get(code) ?? [
      `cannot be read (${typeof code === 'string' ? code : 'no reason given'})`,
      'Check the path',
    ]
  );
}
