import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { NormalSchema } from '../../src/normalize/normal-schema.js';
import { type Normalized, normalizeDescriptor } from '../../src/normalize/normalize-descriptor.js';
import { descriptorOf } from './descriptor-of.js';

type Tree = { readonly [key: string]: JsonTree };

const OTHERS: Tree = {
  B: { type: 'object', properties: { b: { type: 'string' } }, required: ['b'] },
  C: { type: 'object', properties: { c: { type: 'integer' } } },
  Name: { type: 'string' },
};
const B = '/components/schemas/B';
const C = '/components/schemas/C';
const toB = { $ref: `#${B}` };
const toC = { $ref: `#${C}` };

function normalizeSchema(given: JsonTree, openapi: string): Normalized {
  const info = { title: 'Schemas', version: '1' };
  return normalizeDescriptor(
    descriptorOf({ openapi, info, paths: {}, components: { schemas: { A: given, ...OTHERS } } }),
  );
}

/** The schema without the pointers, which would say the same in every row. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'pointer');
  return Object.fromEntries(entries.map(([key, member]) => [key, bare(member)]));
}

function schemaA({ normal }: Normalized): NormalSchema | undefined {
  return normal.schemas.get('/components/schemas/A')?.schema;
}

const text = { kind: 'string' };
const any = { kind: 'any' };
const property = (name: string, schema: object, required = false): object => ({ name, required, schema });
const object = (...properties: object[]): object => ({ kind: 'object', properties });

interface Row {
  readonly name: string;
  readonly given: JsonTree;
  readonly want: object;
  readonly openapi?: string;
  /** Codes of the Problems. Default none. */
  readonly problems?: readonly string[];
}

const TYPES: readonly Row[] = [
  { name: 'nothing said', given: {}, want: any },
  { name: 'true', given: true, want: any, openapi: '3.1.0' },
  { name: 'false', given: false, want: { kind: 'nothing' }, openapi: '3.1.0' },
  { name: 'text', given: { type: 'string' }, want: text },
  { name: 'a date', given: { type: 'string', format: 'date' }, want: { kind: 'string', format: 'date' } },
  { name: 'a format without type', given: { format: 'int64' }, want: { kind: 'integer', format: 'int64' } },
  { name: 'bytes', given: { type: 'string', format: 'binary' }, want: { kind: 'file' } },
  {
    name: 'bytes by media type',
    given: { contentMediaType: 'image/png' },
    want: { kind: 'file' },
    openapi: '3.1.0',
  },
  {
    name: 'encoded bytes',
    given: { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
    want: { kind: 'string', format: 'byte' },
    openapi: '3.1.0',
  },
  {
    name: 'JSON in text',
    given: { type: 'string', contentMediaType: 'application/json' },
    want: text,
    openapi: '3.1.0',
  },
  { name: 'null', given: { type: 'null' }, want: { kind: 'null' }, openapi: '3.1.0' },
  {
    name: 'remarks',
    given: { type: 'string', title: 'T', description: 'D', deprecated: true, readOnly: true, default: 'd' },
    want: { ...text, title: 'T', description: 'D', deprecated: true, readOnly: true, default: 'd' },
  },
  {
    name: 'vendor remarks',
    given: { type: 'string', 'x-ms-summary': 'M', 'x-ntx-summary': 'N', 'x-ms-visibility': 'internal' },
    want: { ...text, displayName: 'N', internal: true },
  },
];

const NULLABLE: readonly Row[] = [
  { name: 'nullable', given: { type: 'string', nullable: true }, want: { ...text, nullable: true } },
  { name: 'x-nullable', given: { type: 'string', 'x-nullable': true }, want: { ...text, nullable: true } },
  {
    name: 'a type list with null',
    given: { type: ['string', 'null'] },
    want: { ...text, nullable: true },
    openapi: '3.1.0',
  },
  {
    name: 'an enum holding null',
    given: { enum: ['a', null] },
    want: { kind: 'enum', values: ['a'], nullable: true },
  },
  {
    name: 'oneOf with null',
    given: { oneOf: [toB, { type: 'null' }] },
    want: { kind: 'reference', key: B, nullable: true },
    openapi: '3.1.0',
  },
  {
    name: 'anyOf with null',
    given: { anyOf: [{ type: 'string' }, { type: 'null' }], title: 'T' },
    want: { ...text, title: 'T', nullable: true },
    openapi: '3.1.0',
  },
  {
    name: 'allOf beside nullable',
    given: { allOf: [toB], nullable: true, description: 'D' },
    want: { kind: 'reference', key: B, nullable: true, description: 'D' },
  },
  {
    name: 'allOf with a member that only says nullable',
    given: { allOf: [toB, { nullable: true }] },
    want: { kind: 'reference', key: B, nullable: true },
  },
];

const CHOICES: readonly Row[] = [
  { name: 'enum', given: { type: 'string', enum: ['a', 'b'] }, want: { kind: 'enum', values: ['a', 'b'] } },
  { name: 'enum without type', given: { enum: [1, 2] }, want: { kind: 'enum', values: [1, 2] } },
  { name: 'both truth values', given: { type: 'boolean', enum: [true, false] }, want: { kind: 'boolean' } },
  { name: 'const', given: { const: 'a' }, want: { kind: 'enum', values: ['a'] }, openapi: '3.1.0' },
  {
    name: 'x-enum-varnames',
    given: { enum: [1, 2], 'x-enum-varnames': ['One', 'Two'] },
    want: { kind: 'enum', values: [1, 2], names: ['One', 'Two'] },
  },
  {
    name: 'too few x-enumNames',
    given: { enum: [1, 2], 'x-enumNames': ['One'] },
    want: { kind: 'enum', values: [1, 2] },
  },
  {
    name: 'names beside null',
    given: { enum: [1, null, 2], 'x-enumNames': ['One', 'None', 'Two'] },
    want: { kind: 'enum', values: [1, 2], names: ['One', 'Two'], nullable: true },
  },
  {
    name: 'x-ms-enum',
    given: { type: 'string', enum: ['a', 'b'], 'x-ms-enum': { values: [{ value: 'b', name: 'Bee' }] } },
    want: { kind: 'enum', values: ['a', 'b'], names: ['a', 'Bee'] },
  },
  {
    name: 'titled consts',
    given: {
      oneOf: [
        { const: 1, title: 'One' },
        { const: 2, title: 'Two' },
      ],
    },
    want: { kind: 'enum', values: [1, 2], names: ['One', 'Two'] },
    openapi: '3.1.0',
  },
];

const COMPOUNDS: readonly Row[] = [
  {
    name: 'properties without type',
    given: { properties: { a: { type: 'string' } }, required: ['a'] },
    want: object(property('a', text, true)),
  },
  {
    name: 'a property called __proto__',
    given: JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'),
    want: object(property('__proto__', text)),
  },
  {
    name: 'a property called $ref',
    given: { properties: { $ref: { type: 'string' } } },
    want: object(property('$ref', text)),
  },
  {
    name: 'a map',
    given: { additionalProperties: toB },
    want: { kind: 'object', properties: [], rest: { kind: 'reference', key: B } },
  },
  {
    name: 'open',
    given: { type: 'object', additionalProperties: true },
    want: { kind: 'object', properties: [], rest: any },
  },
  {
    name: 'open by {}',
    given: { type: 'object', additionalProperties: {} },
    want: { kind: 'object', properties: [], rest: any },
  },
  {
    name: 'closed',
    given: { type: 'object', additionalProperties: false },
    want: { kind: 'object', properties: [], rest: { kind: 'nothing' } },
  },
  {
    name: 'one pattern',
    given: { type: 'object', patternProperties: { '^a': { type: 'string' } }, additionalProperties: false },
    want: { kind: 'object', properties: [], rest: text },
    openapi: '3.1.0',
  },
  { name: 'an array', given: { items: { type: 'string' } }, want: { kind: 'array', items: text } },
  { name: 'an array without items', given: { type: 'array' }, want: { kind: 'array', items: any } },
  {
    name: 'a tuple',
    given: { prefixItems: [{ type: 'string' }], items: false },
    want: { kind: 'tuple', items: [text], rest: { kind: 'nothing' } },
    openapi: '3.1.0',
  },
  {
    name: 'a tuple of draft 4',
    given: { type: 'array', items: [{ type: 'string' }, {}] },
    want: { kind: 'tuple', items: [text, any] },
  },
  {
    name: 'a type list',
    given: { type: ['string', 'integer'] },
    want: { kind: 'union', of: [text, { kind: 'integer' }] },
    openapi: '3.1.0',
  },
];

const UNIONS: readonly Row[] = [
  {
    name: 'oneOf',
    given: { oneOf: [toB, toC], discriminator: { propertyName: 'kind' } },
    want: {
      kind: 'union',
      of: [
        { kind: 'reference', key: B },
        { kind: 'reference', key: C },
      ],
      discriminator: 'kind',
    },
  },
  { name: 'oneOf of one', given: { oneOf: [toB] }, want: { kind: 'reference', key: B } },
  {
    name: 'type: object beside references',
    given: { type: 'object', oneOf: [toB, toC] },
    want: {
      kind: 'union',
      of: [
        { kind: 'reference', key: B },
        { kind: 'reference', key: C },
      ],
    },
  },
  {
    name: 'alternatives that only require',
    given: {
      type: 'object',
      properties: { a: { type: 'string' } },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    },
    want: object(property('a', text)),
  },
  {
    name: 'alternatives that only narrow',
    given: { type: 'string', anyOf: [{ minLength: 1 }, { pattern: 'a' }] },
    want: text,
  },
  {
    name: 'properties beside objects',
    given: {
      type: 'object',
      properties: { x: { type: 'string' } },
      required: ['x'],
      oneOf: [{ properties: { a: { type: 'string' } } }, toC],
    },
    want: {
      kind: 'union',
      of: [
        object(property('x', text, true), property('a', text)),
        object(property('x', text, true), property('c', { kind: 'integer' })),
      ],
    },
  },
];

const ALL_OF: readonly Row[] = [
  {
    name: 'one reference with a remark',
    given: { allOf: [toB], title: 'T' },
    want: { kind: 'reference', key: B, title: 'T' },
  },
  {
    name: 'type: object beside one reference',
    given: { type: 'object', allOf: [toB] },
    want: { kind: 'reference', key: B },
  },
  {
    name: 'two references',
    given: { allOf: [toB, toC] },
    want: object(property('b', text, true), property('c', { kind: 'integer' })),
  },
  {
    name: 'properties beside it',
    given: { allOf: [toB], properties: { a: { type: 'string' } } },
    want: object(property('b', text, true), property('a', text)),
  },
  {
    name: 'required beside it',
    given: { allOf: [toC], required: ['c'] },
    want: object(property('c', { kind: 'integer' }, true)),
  },
  {
    name: 'a property narrowed to choices',
    given: { allOf: [toB, { properties: { b: { enum: ['x', 1] } } }] },
    want: object(property('b', { kind: 'enum', values: ['x'] }, true)),
  },
  {
    name: 'number and integer',
    given: { allOf: [{ type: 'number' }, { type: 'integer' }] },
    want: { kind: 'integer' },
  },
  {
    name: 'disjoint choices',
    given: { allOf: [{ enum: ['a'] }, { enum: ['b'] }] },
    want: { kind: 'nothing' },
    problems: ['all-of-contradiction'],
  },
  { name: 'empty', given: { type: 'string', allOf: [] }, want: text },
];

const REFERENCES: readonly Row[] = [
  { name: 'an alias', given: toB, want: { kind: 'reference', key: B } },
  {
    name: 'with remarks, 3.1',
    given: { ...toB, description: 'D' },
    want: { kind: 'reference', key: B, description: 'D' },
    openapi: '3.1.0',
  },
  {
    name: 'with properties, 3.1',
    given: { ...toB, properties: { a: { type: 'string' } } },
    want: object(property('b', text, true), property('a', text)),
    openapi: '3.1.0',
  },
  {
    name: 'with remarks, 3.0',
    given: { ...toB, description: 'D' },
    want: { kind: 'reference', key: B },
    problems: ['reference-siblings-ignored'],
  },
  {
    name: 'to nothing',
    given: { properties: { a: { $ref: '#/components/schemas/Missing' } } },
    want: object(property('a', any)),
    problems: ['reference-unresolved'],
  },
  { name: 'to itself', given: { $ref: '#/components/schemas/A' }, want: any, problems: ['reference-cycle'] },
  {
    name: 'to a member of a prototype',
    given: { $ref: '#/components/schemas/constructor' },
    want: any,
    problems: ['reference-unresolved'],
  },
];

describe.each(Object.entries({ TYPES, NULLABLE, CHOICES, COMPOUNDS, UNIONS, ALL_OF, REFERENCES }))(
  '%s:',
  (_, rows) => {
    test.each(rows)('$name', ({ given, want, openapi = '3.0.3', problems = [] }) => {
      const normalized = normalizeSchema(given, openapi);
      expect(bare(schemaA(normalized))).toEqual(want);
      expect(normalized.problems.map(({ code }) => code)).toEqual(problems);
    });
  },
);

describe('named schemas', () => {
  test('are the components in document order, then what else is referenced', () => {
    const reference = '#/components/schemas/A/properties/list/items';
    const given = {
      properties: { list: { type: 'array', items: { type: 'object' } }, one: { $ref: reference } },
    };
    const { normal } = normalizeSchema(given, '3.0.3');
    expect([...normal.schemas.values()].map(({ name }) => name)).toEqual([
      'A',
      'B',
      'C',
      'Name',
      'A_list_Item',
    ]);
    expect([...normal.schemas.keys()].at(-1)).toBe(reference.slice(1));
  });

  test('are found through percent-encoding and through references on the way', () => {
    const given = {
      $defs: { 'a b': { type: 'string' }, alias: toB },
      properties: {
        encoded: { $ref: '#/components/schemas/A/$defs/a%20b' },
        through: { $ref: '#/components/schemas/A/$defs/alias/properties/b' },
      },
    };
    const { normal, problems } = normalizeSchema(given, '3.1.0');
    expect(problems).toEqual([]);
    expect([...normal.schemas.values()].slice(4).map(({ pointer, name }) => [pointer, name])).toEqual([
      ['/components/schemas/A/$defs/a b', 'a b'],
      ['/components/schemas/B/properties/b', 'B_b'],
    ]);
  });
});
