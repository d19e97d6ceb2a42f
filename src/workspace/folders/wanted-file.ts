import { sha256 } from '../../base/sha256.js';
import type { EmittedFile } from '../../emit/emitted-file.js';

/** A file as it is to stand on the disk. Made once for each: comparing, staging and locking use the same bytes. */
export interface WantedFile {
  /** Relative to its folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, in hex. */
  readonly sha256: string;
  /** Permissions it must have; absent: the usual ones. */
  readonly mode?: number;
}

export function wantedFile({ path, content }: EmittedFile): WantedFile {
  const bytes = Buffer.from(content);
  return { path, bytes, sha256: sha256(bytes) };
}
