import { HELPER_METHODS } from '../model/helper-methods.js';
import {
  HTTP_HEADER,
  HTTP_HEADERS,
  HTTP_RESPONSE_CODE,
  HTTP_RESPONSE_CONTENT,
  HTTP_RESPONSE_HEADERS,
  SERIALIZED_ARRAY,
  SERIALIZED_ITEM,
  SERIALIZED_LIST,
} from '../model/names.js';
import { nameKey } from './identifier.js';
import { SIMPLE_TYPES } from './system-types.js';

/** Names that nobody gets. */
export interface ReservedNames {
  /** Refused in exactly this spelling: what JavaScript and TypeScript keep for themselves. */
  readonly exact: ReadonlySet<string>;
  /** Refused in any case: what K2 or a file system would take for the same. */
  readonly keys: ReadonlySet<string>;
}

/** @param key the name's `nameKey`, where it is known already */
export function isReserved({ exact, keys }: ReservedNames, name: string, key = nameKey(name)): boolean {
  return exact.has(name) || keys.has(key);
}

const words = (text: string): string[] => text.trim().split(/\s+/);
const keySet = (...names: string[]): ReadonlySet<string> => new Set(names.map(nameKey));

// What every object has of its own: a member of such a name would be found where there is none.
const OF_EVERY_OBJECT = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

// ECMA-262 §12.7.2 in strict mode and module code, TypeScript's names that no type may have, and what its
// CommonJS output needs.
const OF_THE_LANGUAGE = words(`
  any arguments as await bigint boolean break case catch class const continue debugger default delete do else
  enum eval export exports extends false finally for function globalThis if implements import in instanceof
  interface let module never new null number object package private protected public require return static
  string super switch symbol this throw true try typeof undefined unknown var void while with yield NaN
  Infinity`);

// TypeScript's operators on types: as a name of a type they are read as the operator.
const OF_TYPES = words('asserts infer keyof readonly unique');

// Windows takes these as devices, whatever the ending.
const DEVICES = [...words('con prn aux nul'), ...numbered('com'), ...numbered('lpt')];

// What generated files call their own things.
const OF_GENERATED_FILES = ['broker', 'connect', 'serviceInstance', 'SmartObjects'];

/** Service Objects become identifiers and file names; the System Types' names are kept for them. */
export const RESERVED_FOR_OBJECTS: ReservedNames = {
  exact: new Set([...OF_EVERY_OBJECT, ...OF_THE_LANGUAGE, ...OF_TYPES, ...OF_GENERATED_FILES]),
  keys: keySet(...DEVICES, HTTP_HEADER, ...SIMPLE_TYPES),
};

/** `then` would make a SmartObject look like a promise. */
export const RESERVED_FOR_METHODS: ReservedNames = {
  exact: new Set([...OF_EVERY_OBJECT, 'then']),
  keys: keySet(...HELPER_METHODS.map((method) => method.systemName)),
};

/** The names that helper Methods and answers use for what is not a Property. */
export const RESERVED_FOR_PROPERTIES: ReservedNames = {
  exact: new Set(OF_EVERY_OBJECT),
  keys: keySet(
    SERIALIZED_ITEM,
    SERIALIZED_ARRAY,
    SERIALIZED_LIST,
    HTTP_RESPONSE_CODE,
    HTTP_RESPONSE_CONTENT,
    HTTP_RESPONSE_HEADERS,
  ),
};

/** `HttpHeaders` is an input of every Method, where the settings say so. */
export const RESERVED_FOR_INPUTS: ReservedNames = {
  exact: new Set(OF_EVERY_OBJECT),
  keys: keySet(HTTP_HEADERS),
};

function numbered(device: string): string[] {
  return Array.from({ length: 9 }, (_, index) => `${device}${index + 1}`);
}
