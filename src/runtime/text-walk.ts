/**
 * Where the parts of a JSON value stand in the text that it was read from, without a look at the text.
 *
 * JSON.stringify writes the shortest text that a value has, exponents aside: blanks, needless escapes, names given
 * twice, zeros at the end, and digits that a number does not hold all make a text longer. So each part is taken to be as
 * long as JSON.stringify would write it. Where that leads exactly to the end of the text, the text is plain: each part
 * stands where it was taken to stand, its text is as good as what JSON.stringify would write, and nothing was rounded.
 */
import { MAX_DEPTH } from './exact-number.js';

/** How a walk over one text goes. */
export interface TextWalk {
  readonly text: string;
  /** Place of the first backslash that was not passed yet; the text's length where there is none. */
  nextEscape: number;
  /** Something came whose length tells nothing: the text is taken for one that is not plain. */
  isLost: boolean;
  /** There were numbers that are shorter with an exponent: the text must be asked whether there are any. */
  mayHaveExponents: boolean;
}

const OPENING_BRACE = 0x7b;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/** Numbers of more characters may be rounded, or print other digits than they were written with. */
const MAX_NUMBER = 16;

const EXPONENT = /[\d.][eE][-+\d](?<=(?:^|[:[,\s])-?[\d.]+[eE][-+\d])/;

/** The text of a value that stands there as JSON.stringify would write it. */
export interface PlainText {
  readonly whole: string;
  /** Where the value is an item, the texts of what is nested in it, by name. */
  readonly nested: ReadonlyMap<string, string>;
}

/**
 * @param value what JSON.parse makes of the text
 * @returns undefined where the text is not plain; where it is, nothing that was read from it was rounded
 */
export function plainText(text: string, value: unknown): PlainText | undefined {
  const walk = textWalk(text);
  const nested = new Map<string, string>();
  const end = isMap(value) ? afterWhole(walk, value, nested) : afterValue(walk, value, 0, 0);
  return hasArrived(walk, end) ? { whole: text.slice(0, end), nested } : undefined;
}

/** How many items are looked at to tell whether a text may be plain. */
const SAMPLE = 32;

/** Whether the first items of an array say that its text may be plain. */
export function startsPlainly(text: string, items: readonly unknown[]): boolean {
  const walk = textWalk(text);
  let end = 0;
  for (const item of items.slice(0, SAMPLE)) end = afterValue(walk, item, end + 1, 1);
  return (
    !walk.isLost &&
    (items.length > SAMPLE ? text[end] === ',' : text[end] === (items.length === 0 ? '[' : ']'))
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textWalk(text: string): TextWalk {
  return { text, nextEscape: escapeAt(text, 0), isLost: false, mayHaveExponents: false };
}

/** Whether the walk ended where the text does, and the text is plain therefore. */
export function hasArrived(walk: TextWalk, at: number): boolean {
  const { text, isLost, mayHaveExponents } = walk;
  if (isLost || at > text.length || (at < text.length && text.slice(at).trim() !== '')) return false;
  return !mayHaveExponents || !EXPONENT.test(text);
}

/** Where a value ends that begins there. */
export function afterValue(walk: TextWalk, value: unknown, at: number, depth: number): number {
  if (typeof value === 'string') return afterString(walk, value, at);
  if (typeof value === 'object') return value === null ? at + 4 : afterNested(walk, value, at, depth);
  if (typeof value === 'number') return afterNumber(walk, value, at);
  return at + (value === true ? 4 : 5);
}

function afterNested(walk: TextWalk, value: object, at: number, depth: number): number {
  if (depth > MAX_DEPTH) walk.isLost = true;
  if (walk.isLost) return at;
  // What JSON.parse makes of an object has no other names than text.
  if (!Array.isArray(value)) return afterItem(walk, value as Readonly<Record<string, unknown>>, at, depth);
  let end = at;
  for (let index = 0; index < value.length; index++) end = afterValue(walk, value[index], end + 1, depth + 1);
  return value.length === 0 ? at + 2 : end + 1;
}

function afterItem(
  walk: TextWalk,
  item: Readonly<Record<string, unknown>>,
  at: number,
  depth: number,
): number {
  let end = at;
  for (const name in item) {
    if (isLostAt(walk, at, end, name)) return end;
    const start = afterName(walk, name, end);
    const part = item[name];
    // What most parts are, without a further call.
    end =
      typeof part === 'string' ? afterString(walk, part, start) : afterValue(walk, part, start, depth + 1);
  }
  return end === at ? at + 2 : end + 1;
}

/** As `afterItem` for the value as a whole, which gives the texts of what is nested in it. */
function afterWhole(
  walk: TextWalk,
  item: Readonly<Record<string, unknown>>,
  texts: Map<string, string>,
): number {
  let end = 0;
  for (const name in item) {
    if (isLostAt(walk, 0, end, name)) return end;
    const start = afterName(walk, name, end);
    const part = item[name];
    end = afterValue(walk, part, start, 1);
    if (typeof part === 'object' && part !== null) texts.set(name, walk.text.slice(start, end));
  }
  return end === 0 ? 2 : end + 1;
}

/** Where the value of a member begins, after the brace or comma that stands there, the name and its colon. */
export function afterName(walk: TextWalk, name: string, at: number): number {
  return afterString(walk, name, at + 1) + 1;
}

/**
 * Looked at before the first name of an item: soon lost is soon given up. V8 puts names that are whole numbers first,
 * wherever they stand in the text.
 */
export function isLostAt(walk: TextWalk, start: number, at: number, name: string): boolean {
  if (at !== start) return false;
  const first = name.charCodeAt(0);
  const isWrong = walk.text.charCodeAt(start) !== OPENING_BRACE || (first >= DIGIT_0 && first <= DIGIT_9);
  if (isWrong) walk.isLost = true;
  return isWrong;
}

export function afterString(walk: TextWalk, value: string, at: number): number {
  const end = at + value.length + 2;
  return end <= walk.nextEscape ? end : afterEscaped(walk, value, at);
}

function afterEscaped(walk: TextWalk, value: string, at: number): number {
  if (walk.nextEscape < at) walk.nextEscape = escapeAt(walk.text, at);
  const end = at + value.length + 2;
  if (end <= walk.nextEscape) return end;
  const written = JSON.stringify(value);
  // Half of a surrogate pair is escaped by JSON.stringify, and is shorter as it is.
  if (written.includes('\\ud')) walk.isLost = true;
  return at + written.length;
}

function escapeAt(text: string, from: number): number {
  const at = text.indexOf('\\', from);
  return at < 0 ? text.length : at;
}

function afterNumber(walk: TextWalk, value: number, at: number): number {
  if (!Number.isSafeInteger(value)) {
    const written = String(value);
    if (written.length > MAX_NUMBER || Number.isInteger(value) || !Number.isFinite(value)) walk.isLost = true;
    if (Math.abs(value) < 0.01) walk.mayHaveExponents = true;
    return at + written.length;
  }
  const size = Math.abs(value);
  if (size > 999 && size % 1000 === 0) walk.mayHaveExponents = true;
  let end = at + (value < 0 ? 2 : 1);
  for (let limit = 10; size >= limit; limit *= 10) end++;
  return end;
}
