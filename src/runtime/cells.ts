/** One value between K2's world and JSON: a cell is a scalar, or the Serialized text of what is nested. */
import { InputError } from '../base/errors.js';
import type { CellType } from '../model/definition.js';
import { isSerialized } from '../model/serialized-cells.js';
import { ExactDecimal } from './exact-number.js';
import { isFileContent } from './file-input.js';
import { stringifyJson } from './json-text.js';
import { isItem, kindOf, mismatch, readSerialized } from './read-serialized.js';

/** JSON value → cell: nested values become Serialized text, scalars stay as they are. */
export function cellOf(value: unknown, type: CellType, who: string): unknown {
  if (value === undefined || value === null) return value;
  if (isSerialized(type)) return stringifyJson(value, who);
  if (value instanceof ExactDecimal) return value.digits;
  return value instanceof Date ? value.toJSON() : value;
}

/**
 * Cell → JSON value: Serialized text is read, a typed value is taken as it is, a scalar is checked.
 *
 * @throws InputError `INPUT_INVALID` for a value of another type
 * @throws SerializationError for text that is not Serialized text of the right form
 */
export function jsonOf(cell: unknown, type: CellType, who: string): unknown {
  if (cell === null) return null;
  if (isSerialized(type)) return nestedValueOf(cell, type, who);
  if (type === 'DateTime' && isDate(cell)) return cell.toISOString();
  if (!fits(cell, type) || (type === 'Number' && isRounded(cell))) throw wrongType(cell, type, who);
  return type === 'Decimal' && typeof cell === 'string' ? decimalOf(cell) : cell;
}

function wrongType(cell: unknown, type: CellType, who: string): InputError {
  const rounded = type === 'Number' && isRounded(cell);
  return new InputError('INPUT_INVALID', {
    who,
    what: rounded
      ? 'the number is beyond 2^53, where a number is rounded'
      : `expected ${WORDS[type]}, got ${cell instanceof Date ? 'a Date that is no date' : kindOf(cell)}`,
    advice: rounded ? 'Pass it as a bigint' : 'Pass a value of that type',
  });
}

function isRounded(cell: unknown): boolean {
  return Number.isInteger(cell) && !Number.isSafeInteger(cell);
}

/** A decimal given as text is a JSON number on the wire, with all its digits. */
export function decimalOf(text: string): number | ExactDecimal {
  const value = Number(text);
  return String(value) === text ? value : new ExactDecimal(text);
}

function nestedValueOf(cell: unknown, type: CellType, who: string): unknown {
  const value = typeof cell === 'string' ? readSerialized(cell, who) : cell;
  const right =
    type === 'SerializedArray' ? Array.isArray(value) : type !== 'SerializedItem' || isItem(value);
  if (right && typeof value !== 'function' && typeof value !== 'symbol') return value;
  // Text that says null is as good as null itself.
  if (value === null) return null;
  throw mismatch(who, WORDS[type], value);
}

/** Whether a JSON value is what a Property of that type holds on the wire. */
export function fitsOnWire(value: unknown, type: CellType): boolean {
  switch (type) {
    case 'SerializedItem':
      return isItem(value);
    case 'SerializedArray':
      return Array.isArray(value);
    case 'SerializedValue':
      return true;
    case 'File':
      return typeof value === 'string';
    default:
      return fits(value, type);
  }
}

/** A type in the words of a message. */
export const WORDS: Readonly<Record<CellType, string>> = {
  SerializedItem: 'one item',
  SerializedArray: 'an array',
  SerializedValue: 'a JSON value',
  Text: 'Text (a string)',
  Number: 'a Number (a whole number)',
  Decimal: 'a Decimal (a number, or its digits as text)',
  YesNo: 'YesNo (true or false)',
  DateTime: 'a DateTime (ISO 8601 text or a Date)',
  File: 'a File (bytes, or { name, contentType, content })',
};

function fits(cell: unknown, type: CellType): boolean {
  switch (type) {
    case 'Text':
      return typeof cell === 'string';
    case 'DateTime':
      return typeof cell === 'string' || isDate(cell);
    case 'Number':
      return Number.isInteger(cell) || typeof cell === 'bigint';
    case 'Decimal':
      return (
        Number.isFinite(cell) ||
        isDecimalText(cell) ||
        typeof cell === 'bigint' ||
        cell instanceof ExactDecimal
      );
    case 'YesNo':
      return typeof cell === 'boolean';
    default:
      return isFile(cell);
  }
}

/** Whether a value is a file that has been read, or is ready to be. */
export function isFile(value: unknown): boolean {
  return value instanceof Uint8Array || (isItem(value) && isFileContent(value['content']));
}

function isDate(cell: unknown): cell is Date {
  return cell instanceof Date && !Number.isNaN(cell.getTime());
}

// As JSON writes numbers, so that the text can go on the wire as it is (RFC 8259 §6).
function isDecimalText(cell: unknown): boolean {
  return typeof cell === 'string' && /^-?(?:0|[1-9]\d{0,999})(?:\.\d{1,1000})?$/.test(cell);
}
