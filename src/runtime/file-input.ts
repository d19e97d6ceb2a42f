/** A File input that has been checked: bytes, or bytes with a name and a media type. */
import type { FileValue } from './serialized.js';

type CheckedFile = FileValue | Uint8Array;

export function bytesOf(file: unknown): Uint8Array {
  const input = file as CheckedFile;
  return input instanceof Uint8Array ? input : input.content;
}

export function contentTypeOf(file: unknown): string | undefined {
  const input = file as CheckedFile;
  return input instanceof Uint8Array ? undefined : input.contentType;
}

export function fileNameOf(file: unknown): string | undefined {
  const input = file as CheckedFile;
  return input instanceof Uint8Array ? undefined : input.name;
}
