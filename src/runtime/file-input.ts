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

/** The media type that a file goes out with: its own, else the first one described that is no range. */
export function sentTypeOf(file: unknown, described = ''): string {
  const input = file as CheckedFile;
  const own = input instanceof Uint8Array ? undefined : input.contentType;
  if (own !== undefined && own !== '') return withoutBreaks(own);
  const first = described.split(',').find((mediaType) => mediaType.trim() !== '' && !mediaType.includes('*'));
  return first?.trim() ?? 'application/octet-stream';
}

/** A caller's file names its own type: it must not end the line. */
function withoutBreaks(text: string): string {
  return text.replace(/[^\t\x20-\x7e]/g, '');
}

export function fileNameOf(file: unknown): string | undefined {
  const input = file as CheckedFile;
  return input instanceof Uint8Array ? undefined : input.name;
}
