import { readFileSync } from 'node:fs';
import { InputError } from '../../base/errors.js';
import { quoted, visibleText } from '../../base/visible-text.js';
import type { CellType } from '../../model/definition.js';
import { fileAt } from '../../runtime/file-at.js';
import { systemReason } from '../system-reason.js';

/**
 * An input as it was handed over: text to be read as the input's type, a file that holds it (`-`: standard input), or
 * the value itself.
 */
export type GivenInput = { readonly text: string } | { readonly file: string } | { readonly value: unknown };

/**
 * What an input's type makes of what was given. Empty text is K2's empty value, except where text is wanted.
 *
 * @param who names Method and input, for the message
 * @throws InputError INPUT_INVALID for text that is no value of the type, or a file that cannot be read
 */
export function coerceInput(given: GivenInput, type: CellType, who: string): unknown {
  if ('value' in given) return given.value;
  if (type === 'File') return fileOf(given, who);
  const text = 'text' in given ? given.text : textOf(given.file, who);
  const read = READERS[type];
  return read === undefined ? text : read(text, who);
}

const STANDARD_INPUT = '-';

type Reader = (text: string, who: string) => unknown;

const READERS: Partial<Record<CellType, Reader>> = {
  Number: (text, who) => scalar(text, who, 'a Number (a whole number)', wholeNumber),
  Decimal: (text, who) => scalar(text, who, 'a Decimal (12.5)', decimal),
  YesNo: (text, who) => scalar(text, who, 'YesNo (true, false, yes or no)', yesNo),
  DateTime: (text) => (text.trim() === '' ? null : text),
};

function scalar(text: string, who: string, wanted: string, read: (text: string) => unknown): unknown {
  const trimmed = text.trim();
  const value = trimmed === '' ? null : read(trimmed);
  if (value !== undefined) return value;
  throw invalid(who, `expected ${wanted}, got ${quoted(text)}`, 'Pass a value of that type');
}

function wholeNumber(text: string): number | bigint | undefined {
  if (!/^[+-]?\d{1,1000}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text.replace(/^\+/, ''));
}

/** A number where a number holds it exactly, else its digits as text. */
function decimal(text: string): number | string | undefined {
  if (!/^[+-]?\d{1,1000}(?:\.\d{1,1000})?(?:[eE][+-]?\d{1,3})?$/.test(text)) return undefined;
  const value = Number(text);
  const plain = text.replace(/^\+/, '');
  return String(value) === plain || !/^-?[\d.]{16,}$/.test(plain) ? value : plain;
}

function yesNo(text: string): boolean | undefined {
  if (/^(?:true|yes)$/i.test(text)) return true;
  return /^(?:false|no)$/i.test(text) ? false : undefined;
}

function fileOf(given: Exclude<GivenInput, { value: unknown }>, who: string): unknown {
  if ('text' in given) {
    const name = who.slice(who.lastIndexOf(' ') + 1);
    throw invalid(who, 'expected a File, got text', `Name the file: --input ${name}=@path`);
  }
  return given.file === STANDARD_INPUT ? bytesOf(given.file, who) : fileAt(given.file);
}

function textOf(file: string, who: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(file, who));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw invalid(who, `the file ${quoted(file)} is not UTF-8 text`, 'Save it as UTF-8', cause);
  }
}

function bytesOf(file: string, who: string): Buffer {
  try {
    return readFileSync(file === STANDARD_INPUT ? 0 : file);
  } catch (cause) {
    const what = `the file ${quoted(file)} could not be read: ${systemReason(cause)}`;
    throw invalid(who, what, 'Name another file, or write @@ for text that begins with @', cause);
  }
}

function invalid(who: string, what: string, advice: string, cause?: unknown): InputError {
  return new InputError('INPUT_INVALID', { who: visibleText(who), what, advice, cause });
}
