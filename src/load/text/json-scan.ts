/** Steps over JSON text that are shared by what locates and what judges it. Offsets in, offsets out. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The offset of the next character that is not blank (RFC 8259 section 2), or the text's length. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) break;
  }
  return at;
}

/** The offset after the string that starts at `offset`, or -1 where it has no end. */
export function skipString(text: string, offset: number): number {
  for (let at = offset + 1; at < text.length; at++) {
    const end = text.indexOf('"', at);
    if (end < 0) return -1;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
    at = end;
  }
  return -1;
}

/** The offset after the value that starts at `offset`, in text that is known to be JSON. */
export function skipValue(text: string, offset: number): number {
  let depth = 0;
  let at = offset;
  do {
    const c = text.charCodeAt(at);
    if (c === QUOTE) at = skipString(text, at);
    else if (depth === 0 && !isBracket(c)) at = skipLiteral(text, at);
    else {
      if (c === 0x7b || c === 0x5b) depth++;
      else if (c === 0x7d || c === 0x5d) depth--;
      at++;
    }
  } while (depth > 0 && at < text.length);
  return at;
}

/** The offset after a number, `true`, `false` or `null`. */
export function skipLiteral(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !endsLiteral(text.charCodeAt(at))) at++;
  return at;
}

function endsLiteral(c: number): boolean {
  return c <= 0x20 || c === 0x2c || c === 0x3a || c === QUOTE || isBracket(c);
}

function isBracket(c: number): boolean {
  return c === 0x7b || c === 0x5b || c === 0x7d || c === 0x5d;
}
