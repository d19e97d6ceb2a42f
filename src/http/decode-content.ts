import { Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { collectBytes } from './collect-bytes.js';

type MakeDecoder = (firstChunk: Uint8Array) => Transform;

// Node has zstd from 22.15 on; the types of the oldest supported version do not know it.
const zstd: unknown = Reflect.get(zlib, 'createZstdDecompress');

const decoders = new Map<string, MakeDecoder>([
  ['gzip', () => zlib.createGunzip()],
  ['x-gzip', () => zlib.createGunzip()],
  ['deflate', inflateOf],
  ['br', () => zlib.createBrotliDecompress()],
]);
if (typeof zstd === 'function') decoders.set('zstd', () => Reflect.apply(zstd, zlib, []) as Transform);

/** The codings every supported Node can take off, for `accept-encoding`. */
export const KNOWN_CODINGS = 'gzip, deflate, br';

/** More than one is rare; many are a way to make a small body cost much. */
const MAX_CODINGS = 4;

/** A content encoding that cannot be taken off. */
export class UnknownCoding extends Error {}

/**
 * The content of a body with its content codings (RFC 9110 section 8.4) taken off, the last one first. The limit counts
 * decoded bytes, so a bomb ends at the limit and not at its size.
 *
 * @throws UnknownCoding, TooManyBytes, or the decoder's error where the body is cut or damaged
 */
export async function decodeContent(body: Readable, codings: string, maxBytes: number): Promise<Uint8Array> {
  const [outermost, ...others] = decodersOf(codings);
  if (outermost === undefined) return await collectBytes(body, maxBytes, () => void body.destroy());
  let content = await decodeOne(body, outermost, maxBytes);
  for (const makeDecoder of others) {
    if (content === undefined) break;
    content = await decodeOne(Readable.from([content]), makeDecoder, maxBytes);
  }
  return content ?? new Uint8Array(0);
}

/** @throws UnknownCoding */
function decodersOf(codings: string): MakeDecoder[] {
  const names = codings.split(',').map((coding) => coding.trim().toLowerCase());
  const packed = names.filter((name) => name !== '' && name !== 'identity');
  if (packed.length > MAX_CODINGS) throw new UnknownCoding();
  return packed.reverse().map((name) => {
    const makeDecoder = decoders.get(name);
    if (makeDecoder === undefined) throw new UnknownCoding();
    return makeDecoder;
  });
}

/** @returns undefined where there is no body at all, though the header is there (HEAD, 204, 304): no cut body */
function decodeOne(
  body: Readable,
  makeDecoder: MakeDecoder,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    body.on('error', reject);
    const onEmpty = (): void => resolve(undefined);
    body.on('end', onEmpty);
    body.once('data', (first: Uint8Array) => {
      body.off('end', onEmpty);
      const decoder = makeDecoder(first);
      feed(body, decoder, first);
      const onExcess = (): void => void decoder.destroy();
      collectBytes(decoder, maxBytes, onExcess).then((content) => {
        resolve(content);
        // Padding after the compressed data may go on for ever: the content is whole, so hang up.
        if (!body.readableEnded) body.destroy();
      }, reject);
    });
  });
}

// By hand and not by `pipeline`: the first chunk has been taken already.
function feed(body: Readable, decoder: Transform, first: Uint8Array): void {
  const write = (chunk: Uint8Array): void => {
    if (decoder.destroyed || decoder.write(chunk)) return;
    body.pause();
    decoder.once('drain', () => body.resume());
  };
  body.on('data', write);
  body.on('end', () => decoder.end());
  body.on('error', () => decoder.destroy());
  write(first);
}

// 'deflate' means the zlib format, but some servers send the bare deflate stream: the low half of the first
// byte tells (RFC 1950 section 2.2: 8 is the only compression method).
function inflateOf(firstChunk: Uint8Array): Transform {
  return ((firstChunk[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw();
}
