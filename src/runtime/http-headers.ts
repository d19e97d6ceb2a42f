import { InputError } from '../base/errors.js';
import { isItem, readSerialized } from './read-serialized.js';
import type { Serialized, SerializedArray, typeName } from './serialized.js';

/** One HTTP header: the typed value of the System Type `HTTPHeader`. */
export interface HTTPHeader {
  readonly [typeName]?: 'HTTPHeader';
  Name: string;
  Value: string;
}

/** Headers for one call: Serialized by `HTTPHeader` (ours or K2's own text), as values, or as a plain record. */
export type HttpHeadersInput =
  | SerializedArray<HTTPHeader>
  | Serialized<HTTPHeader>
  | readonly HTTPHeader[]
  | Readonly<Record<string, string>>
  | Headers
  | `[${string}]`
  | `{${string}}`;

// Framing and routing are the client's own; a caller who set them could smuggle a second request.
const NOT_SETTABLE = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

// RFC 9110 §5.1 field names, §5.5 field values without control characters.
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Header names (lower case) and values. Values never stand in an error's message: they are often secrets.
 *
 * @throws InputError `INPUT_INVALID`; SerializationError `SERIALIZATION_MALFORMED`
 */
export function readHttpHeaders(given: unknown, who: string): Record<string, string> {
  if (given === undefined || given === null || given === '') return {};
  const value = typeof given === 'string' ? readSerialized(given, who) : given;
  const pairs = pairsOf(value, who).filter(([, text]) => text !== undefined);
  return Object.fromEntries(
    pairs.map(([name, text]) => [checkedName(name, who), checkedValue(name, text, who)]),
  );
}

function pairsOf(value: unknown, who: string): [unknown, unknown][] {
  if (Array.isArray(value)) return value.map((item) => pairOf(item, who));
  if (!isItem(value)) throw invalid(who, 'these are no headers');
  // The platform's Headers, or a Map.
  if (value instanceof Headers || value instanceof Map) return [...value];
  return isHeaderItem(value) ? [pairOf(value, who)] : Object.entries(value);
}

function isHeaderItem(value: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(value);
  return names.length === 2 && names.includes('Name') && names.includes('Value');
}

function pairOf(item: unknown, who: string): [unknown, unknown] {
  if (!isItem(item)) throw invalid(who, 'an item of the array is no HTTPHeader');
  return [item['Name'], item['Value'] ?? ''];
}

function checkedName(name: unknown, who: string): string {
  if (typeof name !== 'string' || !TOKEN.test(name))
    throw invalid(who, 'a header has no Name, or one that HTTP does not allow');
  const lower = name.toLowerCase();
  if (NOT_SETTABLE.has(lower)) throw invalid(who, `the header ${name} is set by the client itself`);
  return lower;
}

function checkedValue(name: unknown, value: unknown, who: string): string {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof text === 'string' && VALUE.test(text)) return text;
  throw invalid(who, `the Value of the header ${String(name)} is not text that HTTP allows (no line breaks)`);
}

function invalid(who: string, what: string): InputError {
  return new InputError('INPUT_INVALID', {
    who,
    what,
    advice:
      'Make headers with HTTPHeader › Serialize Add Item To Array, or pass a record of names and values',
  });
}
