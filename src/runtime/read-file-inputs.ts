import { InputError } from '../base/errors.js';
import type { MethodPlan } from './method-plan.js';
import { isFileText, readFileText } from './read-file-text.js';

type Row = Readonly<Record<string, unknown>>;

/** Largest file that is read from a stream, in bytes: it is held in memory until it is sent. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * The inputs with every file there is as bytes: Blobs and streams read whole, K2's text taken apart. What is no
 * file is left as it is, for the check that follows.
 *
 * @throws InputError `INPUT_INVALID`
 */
export async function readFileInputs(plan: MethodPlan, given: Row): Promise<Row> {
  const read: Record<string, unknown> = Object.assign(Object.create(null), given);
  for (const [name, value] of Object.entries(given)) {
    const index = plan.indexByLowerName.get(name.toLowerCase());
    const input = index === undefined ? undefined : plan.inputs[index];
    if (input === undefined) continue;
    const who = `${plan.who}, input ${input.systemName}`;
    if (input.type === 'File') read[name] = await fileOf(value, who);
    else if (input.in === 'field' && Array.isArray(value))
      read[name] = await Promise.all(
        value.map((part: unknown) => (isReadable(part) ? fileOf(part, who) : part)),
      );
  }
  return read;
}

function isReadable(value: unknown): boolean {
  return value instanceof Blob || isStream(value);
}

async function fileOf(value: unknown, who: string): Promise<unknown> {
  if (typeof value === 'string' && isFileText(value)) return readFileText(value, who);
  if (value instanceof Blob) return fileOfBlob(value);
  return isStream(value) ? bytesOfStream(value, who) : value;
}

async function fileOfBlob(blob: Blob): Promise<unknown> {
  const content = new Uint8Array(await blob.arrayBuffer());
  // A File is a Blob with a name.
  const name: unknown = Reflect.get(blob, 'name');
  return {
    content,
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    ...(blob.type === '' ? {} : { contentType: blob.type }),
  };
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function bytesOfStream(stream: AsyncIterable<unknown>, who: string): Promise<Uint8Array> {
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

function unreadable(who: string, what: string): InputError {
  return new InputError('INPUT_INVALID', { who, what, advice: 'Pass the bytes themselves' });
}
