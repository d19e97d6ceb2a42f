import { InputError, SerializationError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { CellType, RecordDefinition } from '../model/definition.js';
import { isSerialized } from '../model/serialized-cells.js';
import { cellOf, fitsOnWire, jsonOf, WORDS } from './cells.js';
import { kindOf, setOwn } from './read-serialized.js';

/** One Property of a type. */
export interface Column {
  readonly systemName: string;
  readonly wireName: string;
  readonly type: CellType;
  /** Any string will do, in a cell and on the wire: nearly all values are told by this alone. */
  readonly isText: boolean;
  readonly isNested: boolean;
  /** Its place in the type's order. */
  readonly index: number;
}

type Row = Readonly<Record<string, unknown>>;

/** A type's Properties, ready to be walked: wire objects ↔ rows of K2 cells. */
export class RecordShape {
  readonly columns: readonly Column[];
  readonly #names: ReadonlyMap<string, string>;
  readonly byWireName: ReadonlyMap<string, Column>;
  /** Those whose JSON value is not the cell itself. */
  readonly #converted: readonly Column[];
  readonly isRenamed: boolean;

  constructor({ properties, wireNames = {} }: RecordDefinition) {
    this.columns = Object.entries(properties).map(([systemName, type], index) => {
      const renamed = Object.hasOwn(wireNames, systemName) ? wireNames[systemName] : undefined;
      const isText = type === 'Text' || type === 'DateTime';
      return {
        systemName,
        wireName: renamed ?? systemName,
        type,
        isText,
        isNested: isSerialized(type),
        index,
      };
    });
    this.byWireName = new Map(this.columns.map((column) => [column.wireName, column]));
    this.#names = new Map(this.columns.map(({ systemName }) => [systemName.toLowerCase(), systemName]));
    this.#converted = this.columns.filter(({ type, isNested }) => isNested || type === 'Decimal');
    this.isRenamed = this.columns.some(({ systemName, wireName }) => systemName !== wireName);
  }

  /** What keeps a JSON object from being of this type, in words: the first Property that holds something else. */
  faultIn(item: Row): string | undefined {
    for (const { wireName, type, isText } of this.columns) {
      const part = Object.hasOwn(item, wireName) ? item[wireName] : null;
      if (isText && typeof part === 'string') continue;
      if (part !== null && part !== undefined && !fitsOnWire(part, type))
        return `${quoted(wireName)} should be ${WORDS[type]}, but is ${kindOf(part)}`;
    }
    return undefined;
  }

  /**
   * The declared Properties of a JSON object, nested values as Serialized text.
   *
   * @param texts of what is nested, by wire name, where they are known
   */
  rowOf(item: Row, who: string, texts?: ReadonlyMap<string, string>): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const { systemName, wireName, type } of this.columns) {
      if (!Object.hasOwn(item, wireName)) continue;
      setOwn(row, systemName, texts?.get(wireName) ?? cellOf(item[wireName], type, who));
    }
    return row;
  }

  /** As `rowOf`, for an object that nobody else holds: where it looks like a row already, it becomes the row. */
  rowMadeOf(item: Record<string, unknown>, who: string): Record<string, unknown> {
    if (this.isRenamed || !this.#isInOrder(item)) return this.rowOf(item, who);
    for (const { systemName, type } of this.#converted) {
      if (Object.hasOwn(item, systemName)) setOwn(item, systemName, cellOf(item[systemName], type, who));
    }
    return item;
  }

  /**
   * The JSON object of a row of inputs; names are matched without case, `undefined` is left out.
   *
   * @throws InputError `INPUT_UNKNOWN`, `INPUT_INVALID`; SerializationError
   */
  itemOf(row: Row, who: string, ignored?: string): Row {
    if (ignored === undefined && this.#isItem(row)) return row;
    const isInOrder = this.#isInOrder(row, ignored);
    if (!isInOrder) refuseUnknown(row, this.#names, who, ignored);
    const item: Record<string, unknown> = {};
    for (const { systemName, wireName, type, isText } of this.columns) {
      const cell =
        isInOrder && !Object.hasOwn(row, systemName) ? undefined : ownIgnoringCase(row, systemName);
      if (isText && typeof cell === 'string') setOwn(item, wireName, cell);
      else if (cell !== undefined)
        setOwn(item, wireName, jsonOf(cell, type, `${who}, Property ${systemName}`));
    }
    return item;
  }

  /** Whether a row is the JSON object already: its names are in order, and nothing has to be read or changed. */
  #isItem(row: Row): boolean {
    if (this.isRenamed || !isPlainObject(row)) return false;
    let next = 0;
    for (const name in row) {
      let column = this.columns[next++];
      while (column !== undefined && column.systemName !== name) column = this.columns[next++];
      if (column === undefined) return false;
      const cell = row[name];
      const isFinal = column.isText
        ? typeof cell === 'string'
        : column.type === 'SerializedArray' && Array.isArray(cell);
      if (!isFinal && cell !== null && cell !== undefined) return false;
    }
    return true;
  }

  /** Whether all names are system names and in the type's order: then nothing has to be looked for. */
  #isInOrder(row: Row, ignored?: string): boolean {
    let at = 0;
    for (const name of Object.keys(row)) {
      if (name === ignored) continue;
      while (at < this.columns.length && this.columns[at]?.systemName !== name) at++;
      if (at++ === this.columns.length) return false;
    }
    return true;
  }
}

/**
 * @param known system names by name in lower case
 * @throws InputError `INPUT_UNKNOWN` for a name that is not one of the known ones
 */
export function refuseUnknown(
  row: Row,
  known: ReadonlyMap<string, string>,
  who: string,
  ignored?: string,
): void {
  for (const name of Object.keys(row)) {
    const lower = name.toLowerCase();
    if (known.has(lower) || lower === ignored?.toLowerCase()) continue;
    throw new InputError('INPUT_UNKNOWN', {
      who,
      what: `there is no Property ${quoted(name)}`,
      advice: `Its Properties are ${[...known.values()].join(', ')}`,
    });
  }
}

/** An own value by name; where no name fits exactly, by name without case. */
export function ownIgnoringCase(row: Row, name: string): unknown {
  if (Object.hasOwn(row, name)) return row[name];
  const lower = name.toLowerCase();
  for (const key of Object.keys(row)) if (key.toLowerCase() === lower) return row[key];
  return undefined;
}

/**
 * The inputs of a call as an object of names and values; none at all is no input.
 *
 * @throws InputError `INPUT_INVALID` for anything else: an array, a text, null
 */
export function inputsOf(given: unknown, who: string): Row {
  if (given === undefined) return {};
  if (isPlainObject(given)) return given;
  const isMap = given instanceof Map || given instanceof Set;
  if (typeof given === 'object' && given !== null && !Array.isArray(given) && !isMap) return given as Row;
  throw new InputError('INPUT_INVALID', {
    who,
    what: `the inputs should be one object of names and values, but are ${isMap ? 'a Map or Set' : kindOf(given)}`,
    advice: 'Pass { name: value }',
  });
}

function isPlainObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The error for Serialized text, or a value, of another type. */
export function otherType(who: string, what: string): SerializationError {
  return new SerializationError('SERIALIZATION_MISMATCH', {
    who,
    what,
    advice: 'Make the text with the Serialize Method of the type',
  });
}
