import { isUtf8 } from 'node:buffer';
import { SourceFailure } from '../source-failure.js';

/**
 * The text of a file: UTF-8, with or without a byte order mark, which is dropped.
 *
 * @throws SourceFailure DESCRIPTOR_MALFORMED for UTF-16 and for anything else that is not UTF-8
 */
export function decodeText(bytes: Uint8Array): string {
  if (looksLikeUtf16(bytes)) throw notUtf8('is UTF-16 text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notUtf8(`is not UTF-8 text (line ${firstBadLine(bytes)})`, cause);
  }
}

function notUtf8(what: string, cause?: unknown): SourceFailure {
  return new SourceFailure('DESCRIPTOR_MALFORMED', what, 'Save it as UTF-8 and try again', cause);
}

// A descriptor starts with two ASCII characters, whose UTF-16 form has a NUL in one of the first two bytes.
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return false;
  const mark = first * 256 + second;
  return mark === 0xfffe || mark === 0xfeff || first === 0 || second === 0;
}

// A line feed is never part of a longer UTF-8 sequence, so lines can be judged one by one.
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}
