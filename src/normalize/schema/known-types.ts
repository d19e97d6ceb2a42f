import type { SchemaForm } from '../normal-schema.js';

/** The types of JSON Schema; `file` is Swagger 2.0's only. */
export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null' | 'file';

/** The same names, to be asked for. */
export const TYPE_NAMES: ReadonlySet<string> = new Set<TypeName>([
  'string',
  'integer',
  'number',
  'boolean',
  'object',
  'array',
  'null',
  'file',
]);

/** What people write for a type, and what they mean by it. Keys in lower case. */
export const MEANT_TYPES: ReadonlyMap<string, { readonly type: TypeName; readonly format?: string }> =
  new Map([
    ['str', { type: 'string' }],
    ['text', { type: 'string' }],
    ['char', { type: 'string' }],
    ['date', { type: 'string', format: 'date' }],
    ['datetime', { type: 'string', format: 'date-time' }],
    ['date-time', { type: 'string', format: 'date-time' }],
    ['timestamp', { type: 'string', format: 'date-time' }],
    ['time', { type: 'string', format: 'time' }],
    ['uuid', { type: 'string', format: 'uuid' }],
    ['guid', { type: 'string', format: 'uuid' }],
    ['uri', { type: 'string', format: 'uri' }],
    ['url', { type: 'string', format: 'uri' }],
    ['email', { type: 'string', format: 'email' }],
    ['binary', { type: 'string', format: 'binary' }],
    ['byte', { type: 'string', format: 'byte' }],
    ['int', { type: 'integer' }],
    ['int32', { type: 'integer', format: 'int32' }],
    ['int64', { type: 'integer', format: 'int64' }],
    ['long', { type: 'integer', format: 'int64' }],
    ['short', { type: 'integer' }],
    ['float', { type: 'number', format: 'float' }],
    ['double', { type: 'number', format: 'double' }],
    ['decimal', { type: 'number' }],
    ['numeric', { type: 'number' }],
    ['bool', { type: 'boolean' }],
    ['map', { type: 'object' }],
    ['dictionary', { type: 'object' }],
    ['dict', { type: 'object' }],
    ['struct', { type: 'object' }],
    ['list', { type: 'array' }],
    ['none', { type: 'null' }],
  ] as const);

type FormatHome = 'string' | 'integer' | 'number';

const FORMATS: Readonly<Record<FormatHome, readonly string[]>> = {
  string: [
    'date',
    'date-time',
    'time',
    'duration',
    'uuid',
    'guid',
    'byte',
    'base64',
    'base64url',
    'binary',
    'file',
    'password',
    'email',
    'idn-email',
    'uri',
    'url',
    'uri-reference',
    'uri-template',
    'iri',
    'iri-reference',
    'hostname',
    'idn-hostname',
    'ip',
    'ipv4',
    'ipv6',
    'json-pointer',
    'relative-json-pointer',
    'regex',
    'char',
    'string',
    'text',
    'html',
    'markdown',
    'commonmark',
    'phone',
    'json',
    'int32',
    'int64',
    'decimal',
    'x-ntx-file-reference',
    'x-ntx-connection-id',
  ],
  integer: [
    'int8',
    'uint8',
    'int16',
    'uint16',
    'int32',
    'uint32',
    'int64',
    'uint64',
    'long',
    'integer',
    'int',
    'unixtime',
    'unix-time',
    'timestamp',
  ],
  number: [
    'float',
    'double',
    'decimal',
    'double-int',
    'int32',
    'int64',
    'integer',
    'number',
    'unixtime',
    'unix-time',
  ],
};

const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(FORMATS).map(([type, formats]) => [type, new Set(formats)]),
);

/** Whether a format of a type is one that the specifications, their registries or K2's world know. */
export function isKnownFormat(type: FormatHome, format: string): boolean {
  return KNOWN.get(type)?.has(format) === true;
}

/** The type a format implies where none is written; `binary` and every format of text imply text. */
export function typeOfFormat(format: string): FormatHome | undefined {
  if (format === 'int32' || format === 'int64') return 'integer';
  if (format === 'float' || format === 'double') return 'number';
  return isKnownFormat('string', format) ? 'string' : undefined;
}

/** How a form is called in a message. */
export function wordsOf(form: SchemaForm): string {
  switch (form.kind) {
    case 'object':
    case 'array':
    case 'integer':
    case 'enum':
      return `an ${form.kind}`;
    case 'reference':
      return 'a referenced schema';
    default:
      return `a ${form.kind}`;
  }
}
