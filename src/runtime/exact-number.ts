/** Numbers that a JavaScript number would round: whole ones as bigint, others as their digits. */

/** A decimal with more digits than a number holds. */
export class ExactDecimal {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }

  toString(): string {
    return this.digits;
  }

  /** JSON.stringify cannot write it: `writeExact` can. */
  toJSON(): never {
    throw new TypeError('more digits than a number holds');
  }
}

/** Digits that every number holds; with more, JSON.parse may round. */
const SAFE_DIGITS = 15;

// Exponents of three digits, and only where a number can begin: an id in quotes does not count. What is rare stands
// first: V8 looks for that, and back to where the number begins only from there.
const LONG_EXPONENT = /[\d.][eE][+-]?\d{3}(?<=(?:^|[:[,\s])-?[\d.]+[eE][+-]?\d{3})/;

/** Whether there may be a number in the text that JSON.parse would round. */
export function mayRound(text: string): boolean {
  // A run of 16 digits has one at every 16th place, so only those are looked at.
  for (let at = SAFE_DIGITS; at < text.length; at += SAFE_DIGITS + 1) {
    if (isDigitOrPoint(text.charCodeAt(at)) && isLongNumber(text, at)) return true;
  }
  return LONG_EXPONENT.test(text);
}

function isDigitOrPoint(code: number): boolean {
  return code <= 0x39 && (code >= 0x30 || code === 0x2e);
}

/** Whether that digit is one of more than 15 of a number, and not of an id or a date in quotes. */
function isLongNumber(text: string, at: number): boolean {
  let start = at;
  while (isDigitOrPoint(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (isDigitOrPoint(text.charCodeAt(end + 1))) end++;
  if (end - start < SAFE_DIGITS) return false;
  const before = text.charAt(start - (text.charAt(start - 1) === '-' ? 2 : 1));
  return before === '' || ':[, \t\n\r'.includes(before);
}

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/**
 * As JSON.parse, but nothing is rounded.
 *
 * @param text has been found to be JSON
 * @param decimalOf what becomes of a decimal that no number holds
 */
export function parseExact(text: string, decimalOf: (digits: string) => unknown): unknown {
  // Such numbers are parsed as strings that begin with a mark no other string of the text begins with.
  let mark = '\\u0000';
  while (text.includes(`"${mark}`)) mark += mark;
  const start = mark.length / '\\u0000'.length;
  const marked = text.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || isHeld(token) ? token : `"${mark}${token}"`,
  );
  if (marked.length === text.length) return JSON.parse(text);
  const nuls = '\0'.repeat(start);
  return JSON.parse(marked, (_name, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith(nuls)) return value;
    const digits = value.slice(start);
    return /^-?\d+$/.test(digits) ? BigInt(digits) : decimalOf(digits);
  });
}

function isHeld(token: string): boolean {
  if (token.length < 16 && !/[eE]/.test(token)) return true;
  const value = Number(token);
  if (/^-?\d+$/.test(token)) return Number.isSafeInteger(value);
  if (!Number.isFinite(value)) return false;
  const significant = token
    .replace(/[eE].*/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
  // 15 digits always come back as they were; more only where they were written from a number.
  return significant.length <= 15 ? value !== 0 || significant === '' : String(value) === token;
}

/** Deepest nesting that is walked by hand; JSON.stringify itself goes a few thousand deep. */
export const MAX_DEPTH = 1000;

/**
 * As JSON.stringify, but a bigint and an `ExactDecimal` are written as their digits.
 *
 * @throws RangeError for a value that is nested too deep, or that refers to itself
 */
export function writeExact(value: unknown, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deep');
  if (typeof value === 'bigint') return String(value);
  if (value instanceof ExactDecimal) return value.digits;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return writeExact(Reflect.apply(value.toJSON, value, ['']), depth + 1);
  if (Array.isArray(value))
    return `[${value.map((part) => writeExact(part, depth + 1) ?? 'null').join(',')}]`;
  const members = Object.entries(value).flatMap(([name, part]) => {
    const text = writeExact(part, depth + 1);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join(',')}}`;
}
