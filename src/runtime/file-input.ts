/** A File input that has been checked: bytes, or bytes with a name and a media type. */
import { StreamedBody } from '../http/streamed-body.js';

/** The bytes of a file: in memory, or where they are read from while they are sent. */
export type FileContent = Uint8Array | StreamedBody;

export type CheckedFile =
  | Uint8Array
  | {
      readonly name?: string | undefined;
      readonly contentType?: string | undefined;
      readonly content: FileContent;
    };

export function isFileContent(value: unknown): value is FileContent {
  return value instanceof Uint8Array || value instanceof StreamedBody;
}

export function contentOf(file: unknown): FileContent {
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
