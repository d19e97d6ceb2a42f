import { addAbortSignal, isReadable as isStillReadable, Readable } from 'node:stream';
import { InputError } from '../base/errors.js';
import { StreamedBody } from '../http/streamed-body.js';
import { isFile } from './cells.js';
import { FileAt } from './file-at.js';
import { contentOf, type FileContent, fileNameOf } from './file-input.js';
import type { MethodPlan, PlannedInput } from './method-plan.js';
import { isFileText, readFileText } from './read-file-text.js';

type Row = Readonly<Record<string, unknown>>;

/** Largest file that is read from a stream, in bytes: it is held in memory until it is sent. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * The inputs with every file there is as bytes, or as a way to them: a Blob and a file on disk are read while they are
 * sent, a stream is read whole, K2's text taken apart. What is no file is left as it is, for the check that follows.
 *
 * @param givenUp ends streams that are still being read
 * @throws InputError `INPUT_INVALID`
 */
export async function readFileInputs(plan: MethodPlan, given: Row, givenUp?: AbortSignal): Promise<Row> {
  const read: Record<string, unknown> = Object.assign(Object.create(null), given);
  for (const [name, value] of Object.entries(given)) {
    const index = plan.indexByLowerName.get(name.toLowerCase());
    const input = index === undefined ? undefined : plan.inputs[index];
    if (input === undefined) continue;
    const who = `${plan.who}, input ${input.systemName}`;
    const readOne = isSentAsItIs(plan, input) ? readFile : readWholeFile;
    const fileOf = (file: unknown): Promise<unknown> => readOne(file, who, givenUp);
    if (input.type === 'File') read[name] = await fileOf(value);
    else if (input.in === 'field' && Array.isArray(value))
      read[name] = await Promise.all(value.map((part: unknown) => (isReadable(part) ? fileOf(part) : part)));
  }
  return read;
}

/** Whether a file's bytes go out one after the other, and not as text made of them. */
function isSentAsItIs({ definition }: MethodPlan, { in: place }: PlannedInput): boolean {
  return place === 'body' || (place === 'field' && definition.form === 'multipart/form-data');
}

function isReadable(value: unknown): boolean {
  return value instanceof Blob || value instanceof FileAt || isBuffer(value) || isStream(value);
}

/** What `arrayBuffer()` of the platform gives. */
function isBuffer(value: unknown): value is ArrayBuffer {
  return value instanceof ArrayBuffer;
}

async function readFile(value: unknown, who: string, givenUp?: AbortSignal): Promise<unknown> {
  if (typeof value === 'string' && isFileText(value)) return readFileText(value, who);
  if (isBuffer(value)) return new Uint8Array(value);
  if (value instanceof Blob) return fileOfBlob(value, who);
  if (value instanceof FileAt) {
    const { readFileAt } = await import('./read-file-at.js');
    return readFileAt(value, who);
  }
  return isStream(value) ? bytesOfStream(value, who, givenUp) : value;
}

async function readWholeFile(value: unknown, who: string, givenUp?: AbortSignal): Promise<unknown> {
  const file = await readFile(value, who, givenUp);
  if (!isFile(file)) return file;
  const content = contentOf(file);
  if (!(content instanceof StreamedBody)) return file;
  return { name: fileNameOf(file), content: await bytesOfStream(content.open(), who, givenUp) };
}

function fileOfBlob(blob: Blob, who: string): unknown {
  // A File is a Blob with a name.
  const name: unknown = Reflect.get(blob, 'name');
  const content: FileContent =
    blob.size === 0 ? new Uint8Array(0) : new StreamedBody(blob.size, () => bytesOfBlob(blob, who));
  return {
    content,
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    ...(blob.type === '' ? {} : { contentType: blob.type }),
  };
}

/** A Blob may be a file on disk (`fs.openAsBlob`), which can change. */
async function* bytesOfBlob(blob: Blob, who: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* blob.stream();
  } catch (cause) {
    throw unreadable(who, 'the Blob cannot be read any more', cause);
  }
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function bytesOfStream(
  stream: AsyncIterable<unknown>,
  who: string,
  givenUp: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (wasReadBefore(stream)) throw unreadable(who, 'the stream was read before: it holds nothing any more');
  try {
    const readable = readableOf(stream);
    return await bytesOf(givenUp === undefined ? readable : addAbortSignal(givenUp, readable), who);
  } catch (cause) {
    throw cause instanceof InputError
      ? cause
      : unreadable(who, 'the stream could not be read to its end', cause);
  }
}

/** One that was read to its end gives nothing, and no error. */
function wasReadBefore(stream: AsyncIterable<unknown>): boolean {
  if (!(stream instanceof Readable || stream instanceof ReadableStream)) return false;
  // The platform's streams as well, which the types do not know.
  const either = stream as Readable;
  return Readable.isDisturbed(either) && !isStillReadable(either);
}

/** As one that can be ended while it waits for a piece. */
function readableOf(stream: AsyncIterable<unknown>): Readable {
  if (stream instanceof Readable) return stream;
  return stream instanceof ReadableStream
    ? Readable.fromWeb(stream, { objectMode: true })
    : Readable.from(stream);
}

async function bytesOf(stream: Readable, who: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw unreadable(who, 'the stream gives something else than bytes');
    length += chunk.length;
    if (length > MAX_FILE_BYTES) throw unreadable(who, `the stream is longer than ${MAX_FILE_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function unreadable(who: string, what: string, cause?: unknown): InputError {
  return new InputError('INPUT_INVALID', { who, what, advice: 'Pass the bytes themselves', cause });
}
