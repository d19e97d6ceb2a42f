/**
 * The only module that makes text fit to stand in emitted TypeScript. Templates take nothing else, so nothing from
 * a descriptor can reach the output but through one of these functions.
 */
import { unicodeEscape } from '../../base/invisible-in-json.js';
import { LONE_SURROGATE, UNSEEN, visibleText } from '../../base/visible-text.js';

declare const safe: unique symbol;

/** Text that may stand in emitted source as it is. */
export type SafeText = string & { readonly [safe]: true };

/** Longest description that is carried over, in characters. */
const MAX_COMMENT = 2000;

/** A string as a literal in single quotes; nothing in it can end it or act outside it. */
export function literal(text: string): SafeText {
  return `'${escapeLiteral(text)}'` as SafeText;
}

/** A text of many lines as a template literal without anything filled in; its line breaks stay line breaks. */
export function textBlock(text: string): SafeText {
  if (!LIVE_IN_BLOCK.test(text)) return `\`${text}\`` as SafeText;
  const lines = text.split('\n').map((line) => escapeBlockLine(line));
  return `\`${lines.join('\n')}\`` as SafeText;
}

// What ends a template literal or fills it in, and all that is escaped in any literal.
const LIVE_IN_BLOCK = /[^\n -~]|[\\`]|\$\{|\/[/*]|URL|<[/!]/;

function escapeBlockLine(line: string): string {
  return LIVE_IN_BLOCK.test(line) ? escapeSigns(line.replace(/[\\`]|\$(?=\{)/g, '\\$&')) : line;
}

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/** An identifier: checked, not mended. A name that is none is a mistake of ours. */
export function identifier(name: string): SafeText {
  // The plain form first: nearly all names have it, and it is told several times faster.
  if (PLAIN_NAME.test(name) || /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(name)) return name as SafeText;
  throw new Error(`not an identifier: ${visibleText(name)}`);
}

/** The key of an object literal or interface member: an identifier where it is one, else a string. */
export function propertyKey(name: string): SafeText {
  // In an object literal `'__proto__': x` sets the prototype; computed, it is a key like any other.
  if (name === '__proto__') return "['__proto__']" as SafeText;
  return PLAIN_NAME.test(name) ? (name as SafeText) : literal(name);
}

/**
 * A documentation comment, with a line break at its end; nothing for no text.
 *
 * @param indent what stands before each of its lines
 */
export function comment(paragraphs: readonly (Paragraph | undefined)[], indent = ''): SafeText {
  const lines: string[] = [];
  for (const paragraph of paragraphs) if (paragraph !== undefined) lines.push(...commentLines(paragraph));
  if (lines.length === 0) return '' as SafeText;
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n` as SafeText;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n` as SafeText;
}

/** Text for one line behind `//`: what breaks lines in it becomes a blank. */
export function lineComment(text: string): SafeText {
  return commentLines(text.replace(/\s+/g, ' ')).join(' ') as SafeText;
}

/** A tag of our own in a documentation comment. */
export function deprecatedTag(deprecated: boolean | undefined): Paragraph | undefined {
  return deprecated === true ? DEPRECATED : undefined;
}

// No text: so no description can be taken for it.
const DEPRECATED: unique symbol = Symbol('@deprecated');

/** Somebody's text, or a tag of ours. */
export type Paragraph = string | typeof DEPRECATED;

/** Joins safe pieces; the separator is ours. */
export function joined(pieces: readonly SafeText[], separator: '' | ', ' | ' | ' | ' & ' | '\n'): SafeText {
  return pieces.join(separator) as SafeText;
}

/** Our own text with safe pieces in it: a template literal's tag, so that nothing else can be put in. */
export function code(texts: TemplateStringsArray, ...pieces: readonly SafeText[]): SafeText {
  let text = texts[0] ?? '';
  for (let i = 0; i < pieces.length; i++) text += (pieces[i] ?? '') + (texts[i + 1] ?? '');
  return text as SafeText;
}

/** A finite number, boolean or null as a literal. */
export function plainLiteral(value: number | boolean | null): SafeText {
  return String(Object.is(value, -0) ? 0 : value) as SafeText;
}

// Quotes and line ends end a literal; the rest is what shows other than it is, or what tools look for in text:
// `sourceMappingURL` (Node.js looks for it anywhere), `//#`, `//@`, and `</` and `<!--` (code put into a page).
function escapeLiteral(text: string): string {
  if (/^[\w ./{}:;,()+?!=-]*$/.test(text) && !text.includes('//')) return text;
  return escapeSigns(text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n'));
}

function escapeSigns(text: string): string {
  return text
    .replace(/\/([/*])(?=\s*[#@])/g, '/\\$1')
    .replace(/(source(?:Mapping)?)URL/g, '$1\\x55RL')
    .replace(/<(?=[/!])/g, '\\x3c')
    .replace(INVISIBLE, unicodeEscape);
}

// The no-break space is seen, but taken for another one.
const INVISIBLE = new RegExp(`[\\u0000-\\u001f\\u00a0${UNSEEN}]|${LONE_SURROGATE}`, 'g');

function commentLines(paragraph: Paragraph): readonly string[] {
  if (paragraph === DEPRECATED) return ['@deprecated'];
  if (isPlainLine(paragraph)) return [paragraph];
  const text = paragraph.length > MAX_COMMENT ? `${paragraph.slice(0, MAX_COMMENT)}…` : paragraph;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => defused(line.trimEnd()));
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  while (lines[0] === '') lines.shift();
  return lines;
}

/** Nothing that ends a comment, starts a tag or a directive, or cannot be seen: most lines. */
const PLAIN = /^[\w .,:;()'"`+=?!%&[\]{}|~^$-]*$/;

/** One line that needs nothing done: nearly all paragraphs are. */
function isPlainLine(text: string): boolean {
  const isShort = text.length > 0 && text.length <= MAX_COMMENT;
  return isShort && !text.endsWith(' ') && PLAIN.test(text) && !/source/i.test(text);
}

// A comment's end, what compilers and editors obey inside comments, and what a page would.
function defused(line: string): string {
  if (PLAIN.test(line) && !/source/i.test(line)) return line;
  return visibleText(line.replace(/\t/g, '  '))
    .replace(/\*\//g, '*\\/')
    .replace(/(?<![\w.])@/g, '\\@')
    .replace(/\/([/*])(?=\s*[#@])/g, '/ $1')
    .replace(/(source(?:Mapping)?)URL/gi, '$1 URL')
    .replace(/#(?=\s*(end)?region\b)/gi, '# ')
    .replace(/<(?=\/script|!--)/gi, '<\\');
}
