import type { Readable } from 'node:stream';

/** More arrived than was allowed; the stream has been destroyed. */
export class TooManyBytes extends Error {}

/**
 * Everything a stream gives, counted while it arrives.
 *
 * @param onExcess ends whatever feeds the stream, at the first byte too many
 * @throws TooManyBytes, or what the stream fails with
 */
export function collectBytes(stream: Readable, maxBytes: number, onExcess: () => void): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    stream.on('data', (chunk: Uint8Array) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(new TooManyBytes());
        onExcess();
      }
    });
    stream.on('error', reject);
    stream.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)),
    );
  });
}
