import { InputError, SerializationError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { CellType, RecordDefinition } from '../model/definition.js';
import { cellOf, fitsOnWire, jsonOf, WORDS } from './cells.js';
import { kindOf, setOwn } from './read-serialized.js';

interface Column {
  readonly systemName: string;
  readonly wireName: string;
  readonly type: CellType;
}

type Row = Readonly<Record<string, unknown>>;

/** A type's Properties, ready to be walked: wire objects ↔ rows of K2 cells. */
export class RecordShape {
  readonly columns: readonly Column[];
  readonly #names: ReadonlyMap<string, string>;

  constructor({ properties, wireNames = {} }: RecordDefinition) {
    this.columns = Object.entries(properties).map(([systemName, type]) => {
      const renamed = Object.hasOwn(wireNames, systemName) ? wireNames[systemName] : undefined;
      return { systemName, wireName: renamed ?? systemName, type };
    });
    this.#names = new Map(this.columns.map(({ systemName }) => [systemName.toLowerCase(), systemName]));
  }

  /** What keeps a JSON object from being of this type, in words: the first Property that holds something else. */
  faultIn(item: Row): string | undefined {
    for (const { wireName, type } of this.columns) {
      const part = Object.hasOwn(item, wireName) ? item[wireName] : null;
      if (part !== null && part !== undefined && !fitsOnWire(part, type))
        return `${quoted(wireName)} should be ${WORDS[type]}, but is ${kindOf(part)}`;
    }
    return undefined;
  }

  /** The declared Properties of a JSON object, nested values as Serialized text. */
  rowOf(item: Row, who: string): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const { systemName, wireName, type } of this.columns) {
      if (Object.hasOwn(item, wireName)) setOwn(row, systemName, cellOf(item[wireName], type, who));
    }
    return row;
  }

  /**
   * The JSON object of a row of inputs; names are matched without case, `undefined` is left out.
   *
   * @throws InputError `INPUT_UNKNOWN`, `INPUT_INVALID`; SerializationError
   */
  itemOf(row: Row, who: string, ignored?: string): Record<string, unknown> {
    refuseUnknown(row, this.#names, who, ignored);
    const item: Record<string, unknown> = {};
    for (const { systemName, wireName, type } of this.columns) {
      const cell = ownIgnoringCase(row, systemName);
      if (cell !== undefined) setOwn(item, wireName, jsonOf(cell, type, `${who}, Property ${systemName}`));
    }
    return item;
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
  const isMap = given instanceof Map || given instanceof Set;
  if (typeof given === 'object' && given !== null && !Array.isArray(given) && !isMap) return given as Row;
  throw new InputError('INPUT_INVALID', {
    who,
    what: `the inputs should be one object of names and values, but are ${isMap ? 'a Map or Set' : kindOf(given)}`,
    advice: 'Pass { name: value }',
  });
}

/** The error for Serialized text, or a value, of another type. */
export function otherType(who: string, what: string): SerializationError {
  return new SerializationError('SERIALIZATION_MISMATCH', {
    who,
    what,
    advice: 'Make the text with the Serialize Method of the type',
  });
}
