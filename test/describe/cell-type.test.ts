import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { ValueType } from '../../src/model/connector.js';
import { describeTree, objectIn, openApi, swagger } from './describe-tree.js';

const OTHERS = {
  Task: { type: 'object', properties: { id: { type: 'string' } } },
  Level: { type: 'integer', enum: [1, 2] },
  Names: { type: 'array', items: { type: 'string' } },
  Alias: { $ref: '#/components/schemas/Task' },
  Shape: { oneOf: [{ $ref: '#/components/schemas/Task' }, { $ref: '#/components/schemas/Other' }] },
  Other: { type: 'object', properties: { x: { type: 'string' } } },
} satisfies Record<string, JsonTree>;

const named = (object: string): ValueType => ({ kind: 'named', object });
const ref = (name: string): JsonTree => ({ $ref: `#/components/schemas/${name}` });
const text: ValueType = { kind: 'text' };

interface Row {
  readonly name: string;
  readonly given: JsonTree;
  /** K2's Property type, then how the runtime holds it. */
  readonly want: readonly [string, string, ValueType];
}

// K2's own mapping, k2-rest-broker.md §5; what K2 leaves open is Memo.
const ROWS: readonly Row[] = [
  { name: 'string', given: { type: 'string' }, want: ['Text', 'Text', text] },
  {
    name: 'date-time',
    given: { type: 'string', format: 'date-time' },
    want: ['DateTime', 'DateTime', { kind: 'text', format: 'date-time' }],
  },
  {
    name: 'date',
    given: { type: 'string', format: 'date' },
    want: ['DateTime', 'DateTime', { kind: 'text', format: 'date' }],
  },
  {
    name: 'uuid',
    given: { type: 'string', format: 'uuid' },
    want: ['Text', 'Text', { kind: 'text', format: 'uuid' }],
  },
  {
    name: 'byte',
    given: { type: 'string', format: 'byte' },
    want: ['Text', 'Text', { kind: 'text', format: 'byte' }],
  },
  {
    name: 'integer',
    given: { type: 'integer' },
    want: ['Number', 'Number', { kind: 'number', whole: true }],
  },
  {
    name: 'int32',
    given: { type: 'integer', format: 'int32' },
    want: ['Number', 'Number', { kind: 'number', whole: true }],
  },
  {
    name: 'int64',
    given: { type: 'integer', format: 'int64' },
    want: ['Number', 'Number', { kind: 'number', whole: true, format: 'int64' }],
  },
  {
    name: 'number',
    given: { type: 'number' },
    want: ['Decimal', 'Decimal', { kind: 'number', whole: false }],
  },
  {
    name: 'float',
    given: { type: 'number', format: 'float' },
    want: ['Decimal', 'Decimal', { kind: 'number', whole: false }],
  },
  {
    name: 'double',
    given: { type: 'number', format: 'double' },
    want: ['Decimal', 'Decimal', { kind: 'number', whole: false }],
  },
  {
    name: 'decimal',
    given: { type: 'number', format: 'decimal' },
    want: ['Decimal', 'Decimal', { kind: 'number', whole: false, format: 'decimal' }],
  },
  { name: 'boolean', given: { type: 'boolean' }, want: ['YesNo', 'YesNo', { kind: 'yes-no' }] },
  { name: 'binary', given: { type: 'string', format: 'binary' }, want: ['File', 'File', { kind: 'file' }] },
  { name: 'object by reference', given: ref('Task'), want: ['Memo', 'SerializedItem', named('Task')] },
  {
    name: 'reference to a reference, which is what it leads to',
    given: ref('Alias'),
    want: ['Memo', 'SerializedItem', named('Task')],
  },
  {
    name: 'array of references',
    given: { type: 'array', items: ref('Task') },
    want: ['Memo', 'SerializedArray', { kind: 'list', of: named('Task') }],
  },
  {
    name: 'array of text',
    given: { type: 'array', items: { type: 'string' } },
    want: ['Memo', 'SerializedArray', { kind: 'list', of: text }],
  },
  { name: 'array by reference', given: ref('Names'), want: ['Memo', 'SerializedArray', named('Names')] },
  {
    name: 'array of arrays',
    given: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
    want: ['Memo', 'SerializedArray', { kind: 'list', of: { kind: 'list', of: text } }],
  },
  {
    name: 'tuple',
    given: { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'boolean' } },
    want: ['Memo', 'SerializedArray', { kind: 'tuple', items: [text], rest: { kind: 'yes-no' } }],
  },
  {
    name: 'map',
    given: { type: 'object', additionalProperties: { type: 'string' } },
    want: ['Memo', 'SerializedItem', { kind: 'map', of: text }],
  },
  {
    name: 'object of anything',
    given: { type: 'object' },
    want: ['Memo', 'SerializedItem', { kind: 'map', of: { kind: 'any' } }],
  },
  {
    name: 'inline object',
    given: { type: 'object', properties: { a: { type: 'string' } } },
    want: ['Memo', 'SerializedItem', named('Holder_p')],
  },
  {
    name: 'enum of text',
    given: { enum: ['a', 'b'] },
    want: ['Text', 'Text', { kind: 'choice', values: ['a', 'b'] }],
  },
  { name: 'enum by reference', given: ref('Level'), want: ['Number', 'Number', named('Level')] },
  {
    name: 'enum of fractions',
    given: { enum: [1, 1.5] },
    want: ['Decimal', 'Decimal', { kind: 'choice', values: [1, 1.5] }],
  },
  {
    name: 'enum of yes and no',
    given: { enum: [true] },
    want: ['YesNo', 'YesNo', { kind: 'choice', values: [true] }],
  },
  {
    name: 'enum of this and that',
    given: { enum: ['a', 1] },
    want: ['Memo', 'SerializedValue', { kind: 'choice', values: ['a', 1] }],
  },
  {
    name: 'enum with a number beyond all numbers',
    given: { enum: [1, Number.POSITIVE_INFINITY] },
    want: [
      'Memo',
      'SerializedValue',
      {
        kind: 'one-of',
        of: [
          { kind: 'choice', values: [1] },
          { kind: 'number', whole: false },
        ],
      },
    ],
  },
  { name: 'constant', given: { const: 'x' }, want: ['Text', 'Text', { kind: 'choice', values: ['x'] }] },
  {
    name: 'nullable text',
    given: { type: ['string', 'null'] },
    want: ['Text', 'Text', { kind: 'text', nullable: true }],
  },
  {
    name: 'text or number',
    given: { type: ['string', 'integer'] },
    want: ['Memo', 'SerializedValue', { kind: 'one-of', of: [text, { kind: 'number', whole: true }] }],
  },
  { name: 'one of two objects', given: ref('Shape'), want: ['Memo', 'SerializedItem', named('Shape')] },
  { name: 'no schema', given: {}, want: ['Memo', 'SerializedValue', { kind: 'any' }] },
  { name: 'nothing fits', given: false, want: ['Memo', 'SerializedValue', { kind: 'nothing' }] },
  { name: 'null', given: { type: 'null' }, want: ['Memo', 'SerializedValue', { kind: 'null' }] },
];

describe('a Property of', () => {
  test.each(ROWS)('$name', ({ given, want }) => {
    const described = describeTree(
      openApi({ schemas: { ...OTHERS, Holder: { type: 'object', properties: { p: given } } } }),
    );
    const [property] = objectIn(described, 'Holder').properties;
    expect([property?.type, property?.cell, property?.value]).toEqual(want);
  });
});

test('a Property of a Swagger file', () => {
  const described = describeTree(
    swagger({ definitions: { Holder: { type: 'object', properties: { p: { type: 'file' } } } } }),
  );
  expect(objectIn(described, 'Holder').properties[0]).toMatchObject({ type: 'File', cell: 'File' });
});

test('a type that is no object has the one Property Value', () => {
  const described = describeTree(openApi({ schemas: OTHERS }));
  expect(objectIn(described, 'Level')).toMatchObject({
    isSingleValue: true,
    properties: [{ systemName: 'Value', type: 'Number', value: { kind: 'choice', values: [1, 2] } }],
  });
});

test('a choice of many choices is no trouble', () => {
  const depth = 60;
  const schemas: Record<string, JsonTree> = { L0: { type: 'string' }, R0: { type: 'integer' } };
  for (let level = 1; level <= depth; level++) {
    const of = [ref(`L${level - 1}`), ref(`R${level - 1}`)];
    schemas[`L${level}`] = { oneOf: of };
    schemas[`R${level}`] = { oneOf: of };
  }
  const described = describeTree(openApi({ schemas }));
  expect(objectIn(described, `L${depth}`).properties[0]?.cell).toBe('SerializedValue');
});
