import { randomUUID } from 'node:crypto';
import { StreamedBody } from '../http/streamed-body.js';
import type { FileContent } from './file-input.js';

/** One part of a form. */
export interface FormPart {
  readonly name: string;
  readonly content: string | FileContent;
  /** Files only. */
  readonly fileName?: string;
  /** Absent for plain text. */
  readonly contentType?: string;
}

export interface WrittenForm {
  readonly contentType: string;
  readonly body: FileContent;
}

/**
 * A form as `multipart/form-data` (RFC 7578), what is text in it byte for byte as it was given; streamed where a part
 * is. Names are escaped as the platform does it (WHATWG HTML §4.10.21.8).
 */
export function writeMultipart(parts: readonly FormPart[]): WrittenForm {
  const boundary = `form-${randomUUID()}`;
  const pieces = parts.flatMap((part): FileContent[] => [
    Buffer.from(headOf(part, boundary)),
    typeof part.content === 'string' ? Buffer.from(part.content) : part.content,
    LINE_END,
  ]);
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: joined(pieces) };
}

const LINE_END = Buffer.from('\r\n');

function headOf({ name, fileName, contentType }: FormPart, boundary: string): string {
  const file = fileName === undefined ? '' : `; filename="${escaped(fileName)}"`;
  const type = contentType === undefined ? '' : `content-type: ${contentType}\r\n`;
  return `--${boundary}\r\ncontent-disposition: form-data; name="${escaped(name)}"${file}\r\n${type}\r\n`;
}

function escaped(text: string): string {
  return text.replace(/["\r\n]/g, encodeURIComponent);
}

function joined(pieces: readonly FileContent[]): FileContent {
  if (pieces.every((piece) => piece instanceof Uint8Array)) return Buffer.concat(pieces);
  const byteLength = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  return new StreamedBody(byteLength, () => oneAfterTheOther(pieces));
}

async function* oneAfterTheOther(
  pieces: readonly FileContent[],
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield piece;
    else yield* piece.open();
  }
}
