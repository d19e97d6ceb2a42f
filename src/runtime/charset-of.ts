import type { HttpAnswer } from '../http/http-request.js';

/** The charset of an answer's text; a byte order mark says more than a header (WHATWG Encoding §6). */
export function charsetOf(answer: HttpAnswer): string {
  const { body } = answer;
  if (body.length > 0 && (body[0] ?? 0) >= 0xef) {
    if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
    if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
    if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  }
  return /charset="?([^";\s]+)/i.exec(answer.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
}
