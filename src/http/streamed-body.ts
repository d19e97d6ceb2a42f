import { Readable } from 'node:stream';

/** A body that is not held in memory: it is read while it is sent, and from its begin each time it is sent again. */
export class StreamedBody {
  readonly byteLength: number;
  /** The bytes, from the first; as many as `byteLength` says. What it throws ends the call. */
  readonly open: () => AsyncIterable<Uint8Array>;

  constructor(byteLength: number, open: () => AsyncIterable<Uint8Array>) {
    this.byteLength = byteLength;
    this.open = open;
  }

  /** Nothing is opened before the first byte is asked for. */
  readable(): Readable {
    return Readable.from(this.open(), { objectMode: false });
  }
}
