import { compareText } from '../base/compare-text.js';
import type { Property, ServiceObject, ValueType } from '../model/connector.js';
import { HTTP_HEADER, VALUE } from '../model/names.js';
import { cellTypeOf, smartObjectTypeOf } from './cell-type.js';

/** K2's names of the simple types (.NET), each with what a value of it is. */
const SIMPLE_VALUES = {
  Boolean: { kind: 'yes-no' },
  DateTime: { kind: 'text', format: 'date-time' },
  Decimal: { kind: 'number', whole: false, format: 'decimal' },
  Double: { kind: 'number', whole: false },
  Int32: { kind: 'number', whole: true },
  Int64: { kind: 'number', whole: true, format: 'int64' },
  String: { kind: 'text' },
} as const satisfies Record<string, ValueType>;

/** K2's name of a simple type. */
export type SimpleType = keyof typeof SIMPLE_VALUES;

// The keys of a literal of ours are all there are.
export const SIMPLE_TYPES = Object.keys(SIMPLE_VALUES) as readonly SimpleType[];

/** What `HttpHeaders` and `HttpResponseHeaders` hold. */
export const HTTP_HEADER_LIST: ValueType = { kind: 'list', of: { kind: 'named', object: HTTP_HEADER } };

/** The simple type of an array's elements, where they are of one. */
export function simpleTypeOf(value: ValueType): SimpleType | undefined {
  switch (value.kind) {
    case 'yes-no':
      return 'Boolean';
    case 'text':
      return value.format === 'date-time' || value.format === 'date' ? 'DateTime' : 'String';
    case 'choice':
      return value.values.every((choice) => typeof choice === 'string') ? 'String' : undefined;
    case 'number':
      if (value.whole) return value.format === 'int64' ? 'Int64' : 'Int32';
      return value.format === 'decimal' ? 'Decimal' : 'Double';
    default:
      return undefined;
  }
}

/** `HTTPHeader`, and one System Type for each simple type in use. */
export function describeSystemTypes(inUse: ReadonlySet<SimpleType>): ServiceObject[] {
  const simple = [...inUse].sort(compareText).map(simpleSystemType);
  return [httpHeader(), ...simple];
}

function httpHeader(): ServiceObject {
  return {
    category: 'system-type',
    systemName: HTTP_HEADER,
    displayName: HTTP_HEADER,
    wireName: HTTP_HEADER,
    description:
      'One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes.',
    value: { kind: 'record' },
    properties: [
      { ...property('Name', { kind: 'text' }), description: 'Name of the header' },
      { ...property('Value', { kind: 'text' }), description: 'Its value' },
    ],
    methods: [],
  };
}

function property(name: string, value: ValueType): Property {
  const cell = cellTypeOf(value, () => undefined);
  return {
    systemName: name,
    displayName: name,
    wireName: name,
    type: smartObjectTypeOf(cell),
    cell,
    value,
    required: true,
  };
}

function simpleSystemType(name: SimpleType): ServiceObject {
  const value: ValueType = SIMPLE_VALUES[name];
  return {
    category: 'system-type',
    systemName: name,
    displayName: name,
    wireName: name,
    description: `One value of the simple type ${name}: opens and makes arrays of it.`,
    value,
    isSingleValue: true,
    properties: [property(VALUE, value)],
    methods: [],
  };
}
