import type { CellType, ServiceObjectDefinition } from '../model/definition.js';
import { SERIALIZED_ARRAY, SERIALIZED_ITEM, SERIALIZED_LIST, VALUE } from '../model/names.js';
import { withItemAdded } from './array-text.js';
import { cellOf, fitsOnWire, jsonOf, WORDS } from './cells.js';
import { parseJson, readWithText, stringifyJson } from './json-text.js';
import {
  hasTypeNames,
  isItem,
  kindOf,
  mismatch,
  readSerialized,
  readSerializedArray,
  readSerializedItem,
} from './read-serialized.js';
import { inputsOf, otherType, ownIgnoringCase, RecordShape, refuseUnknown } from './record.js';
import { rowsAlong } from './rows-along.js';
import { sameJson } from './same-json.js';
import type { ArrayInput, ItemInput, PropertyInputs, Serialized, SerializedArray } from './serialized.js';
import { startsPlainly } from './text-walk.js';

interface ItemCell<T> {
  readonly Serialized_Item__String_: Serialized<T>;
}

interface ArrayCell<T> {
  readonly Serialized_Array: SerializedArray<T>;
}

/**
 * The Methods that every Object and System Type has, under K2's names. They work on text and values alone:
 * no call is made. All inputs are optional, as in K2.
 *
 * @typeParam T the typed value
 * @typeParam P its Properties, nested values as Serialized text
 */
export interface HelperMethods<T, P> {
  /** Properties → Serialized text of one item. */
  Serialize(inputs?: PropertyInputs<P>): ItemCell<T>;
  /** Serialized text of one item → Properties; nested values stay Serialized. */
  Deserialize(inputs: { readonly Serialized_Item__String_: ItemInput<T> }): P;
  /** Properties → Serialized text of an array with that one item. */
  SerializeItemToArray(inputs?: PropertyInputs<P>): ArrayCell<T>;
  /** A Serialized list → Serialized text of an array. */
  SerializeListToArray(inputs: { readonly Serialized_List: ArrayInput<T> }): ArrayCell<T>;
  /** Properties → the given array, or an empty one, with that item at its end. */
  SerializeAddItemToArray(
    inputs?: PropertyInputs<P> & { readonly Serialized_Array?: ArrayInput<T> | undefined },
  ): ArrayCell<T>;
  /** The given array without the first item that equals the given one. */
  SerializeRemoveFromArray(inputs: {
    readonly Serialized_Item__String_: ItemInput<T>;
    readonly Serialized_Array: ArrayInput<T>;
  }): ArrayCell<T>;
  /** An array → the Serialized text of each item. */
  DeserializeArray(inputs: { readonly Serialized_Array: ArrayInput<T> | undefined }): ItemCell<T>[];
  /** An array → the Properties of each item, one level opened. */
  DeserializeTypedArray(inputs: { readonly Serialized_Array: ArrayInput<T> | undefined }): P[];
}

type Row = Record<string, unknown>;

/** How one type's values become Properties and back. */
interface Codec {
  /** @param isOwn whether nobody else holds the value: it may become the row itself */
  readonly toRow: (value: unknown, isOwn: boolean, who: string) => Row;
  readonly fromRow: (row: Row, who: string, ignored?: string) => unknown;
  readonly read: (text: string, who: string) => unknown;
  /** Where it can be done, the rows of items that were read from that text; else the items are spoilt. */
  readonly rowsAlong?: (text: string, items: readonly unknown[]) => Row[] | undefined;
  /** What an absent item is: all inputs are optional, as in K2. */
  readonly absent: unknown;
}

/** The helper Methods of one Service Object; none where it is no type. */
export function helperMethods(definition: ServiceObjectDefinition, objectName: string): Row {
  const codec = codecOf(definition);
  if (codec === undefined) return {};
  const helpers = Object.entries(helpersOf(codec)).map(([systemName, run]) => {
    const who = `${objectName} › ${systemName}`;
    return [systemName, Object.freeze((inputs?: unknown) => run(inputsOf(inputs, who), who))];
  });
  return Object.fromEntries(helpers) as Row;
}

type Helper = (inputs: Row, who: string) => unknown;

function helpersOf(codec: Codec): Record<keyof HelperMethods<unknown, unknown>, Helper> {
  return {
    Serialize: (inputs, who) => itemCell(codec.fromRow(inputs, who), who),
    Deserialize: (inputs, who) =>
      codec.toRow(itemInput(inputs, codec, who), isTextIn(inputs, SERIALIZED_ITEM), who),
    SerializeItemToArray: (inputs, who) => arrayCell([codec.fromRow(inputs, who)], who),
    SerializeListToArray: (inputs, who) => arrayCell(arrayInput(inputs, SERIALIZED_LIST, who), who),
    SerializeAddItemToArray: (inputs, who) => {
      const item = codec.fromRow(inputs, who, SERIALIZED_ARRAY);
      const given = ownIgnoringCase(inputs, SERIALIZED_ARRAY);
      return typeof given === 'string' && given !== ''
        ? { [SERIALIZED_ARRAY]: withItemAdded(given, item, who, `${who}, input ${SERIALIZED_ARRAY}`) }
        : arrayCell([...arrayInput(inputs, SERIALIZED_ARRAY, who), item], who);
    },
    SerializeRemoveFromArray: (inputs, who) => {
      const items = arrayInput(inputs, SERIALIZED_ARRAY, who);
      return arrayCell(withoutFirst(items, itemInput(inputs, codec, who), who), who);
    },
    DeserializeArray: (inputs, who) =>
      arrayInput(inputs, SERIALIZED_ARRAY, who).map((item) => itemCell(item, who)),
    DeserializeTypedArray: (inputs, who) => {
      const given = ownIgnoringCase(inputs, SERIALIZED_ARRAY);
      if (typeof given === 'string' && given !== '') return rowsOfText(given, codec, who);
      return rowsOf(arrayInput(inputs, SERIALIZED_ARRAY, who), false, codec, who);
    },
  };
}

function rowsOf(items: readonly unknown[], isOwn: boolean, codec: Codec, who: string): Row[] {
  return items.map((item, index) => codec.toRow(item, isOwn, `${who}, item ${index + 1}`));
}

/** What was read from text is ours alone, and the text has the texts of what is nested. */
function rowsOfText(text: string, codec: Codec, who: string): Row[] {
  const label = `${who}, input ${SERIALIZED_ARRAY}`;
  const items = parseJson(text, label, JSON.parse);
  if (
    codec.rowsAlong === undefined ||
    !Array.isArray(items) ||
    !startsPlainly(text, items) ||
    hasTypeNames(text)
  )
    return rowsOf(
      readSerializedArray(text, label, () => readWithText(text, items).value),
      true,
      codec,
      who,
    );
  return codec.rowsAlong(text, items) ?? rowsOf(readSerializedArray(text, label), true, codec, who);
}

// The names are written out: V8 takes longer for an object whose names are worked out than for a short JSON text.
function itemCell(value: unknown, who: string): { [SERIALIZED_ITEM]: string } {
  return { Serialized_Item__String_: stringifyJson(value, who) };
}

function arrayCell(values: readonly unknown[], who: string): { [SERIALIZED_ARRAY]: string } {
  return { Serialized_Array: stringifyJson(values, who) };
}

function codecOf({ record, value: type }: ServiceObjectDefinition): Codec | undefined {
  if (record !== undefined) return recordCodec(new RecordShape(record));
  return type === undefined ? undefined : valueCodec(type);
}

function recordCodec(shape: RecordShape): Codec {
  return {
    toRow: (value, isOwn, who) => {
      if (!isItem(value)) throw mismatch(who, 'one item', value);
      const fault = shape.faultIn(value);
      if (fault !== undefined) throw otherType(who, fault);
      return isOwn ? shape.rowMadeOf(value, who) : shape.rowOf(value, who);
    },
    rowsAlong: (text, items) => rowsAlong(shape, text, items),
    fromRow: (row, who, ignored) => shape.itemOf(row, who, ignored),
    read: readSerializedItem,
    absent: {},
  };
}

const VALUE_ALONE: ReadonlyMap<string, string> = new Map([[VALUE.toLowerCase(), VALUE]]);

function valueCodec(type: CellType): Codec {
  return {
    toRow: (value, _isOwn, who) => {
      if (value !== null && value !== undefined && !fitsOnWire(value, type))
        throw otherType(who, `the value should be ${WORDS[type]}, but is ${kindOf(value)}`);
      return { [VALUE]: cellOf(value, type, who) };
    },
    fromRow: (row, who, ignored) => {
      refuseUnknown(row, VALUE_ALONE, who, ignored);
      return jsonOf(ownIgnoringCase(row, VALUE) ?? null, type, `${who}, Property ${VALUE}`);
    },
    read: readSerialized,
    absent: null,
  };
}

function itemInput(inputs: Row, codec: Codec, who: string): unknown {
  const given = ownIgnoringCase(inputs, SERIALIZED_ITEM);
  return typeof given === 'string'
    ? codec.read(given, `${who}, input ${SERIALIZED_ITEM}`)
    : (given ?? codec.absent);
}

/** What was read from text is ours alone. */
function isTextIn(inputs: Row, name: string): boolean {
  return typeof ownIgnoringCase(inputs, name) === 'string';
}

/** An absent or empty array input is an empty array: the first item is added to nothing. */
function arrayInput(inputs: Row, name: string, who: string): readonly unknown[] {
  const given = ownIgnoringCase(inputs, name);
  if (given === undefined || given === null || given === '') return [];
  const label = `${who}, input ${name}`;
  if (typeof given === 'string') return readSerializedArray(given, label);
  if (Array.isArray(given)) return given;
  throw mismatch(label, 'an array', given);
}

function withoutFirst(items: readonly unknown[], unwanted: unknown, who: string): readonly unknown[] {
  const index = items.findIndex((item) => sameJson(item, unwanted, who));
  return index < 0 ? items : items.toSpliced(index, 1);
}
