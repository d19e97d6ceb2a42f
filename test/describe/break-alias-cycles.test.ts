import { describe, expect, test } from 'vitest';
import { breakAliasCycles } from '../../src/describe/break-alias-cycles.js';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { ValueType } from '../../src/model/connector.js';
import { emitTree } from '../emit/emit-tree.js';
import { typeCheck } from '../type-check.js';
import { describeTree, objectIn, openApi, type Tree } from './describe-tree.js';

const text: ValueType = { kind: 'text' };
const number: ValueType = { kind: 'number', whole: false };
const any: ValueType = { kind: 'any' };
const named = (object: string): ValueType => ({ kind: 'named', object });
const oneOf = (...of: ValueType[]): ValueType => ({ kind: 'one-of', of });
const list = (of: ValueType): ValueType => ({ kind: 'list', of });

interface Row {
  readonly name: string;
  readonly given: Readonly<Record<string, ValueType>>;
  /** Only what differs from what was given. */
  readonly want: Readonly<Record<string, ValueType>>;
}

const ROWS: readonly Row[] = [
  { name: 'no ring', given: { A: oneOf(named('B'), text), B: named('C'), C: number }, want: {} },
  {
    name: 'two choices of each other',
    given: { A: oneOf(named('B'), text), B: oneOf(named('A'), number) },
    want: { A: oneOf(text, number), B: named('A') },
  },
  {
    name: 'two names for each other',
    given: { A: named('B'), B: named('A') },
    want: { A: any, B: named('A') },
  },
  { name: 'a name for itself', given: { A: named('A') }, want: { A: any } },
  { name: 'a choice of itself', given: { A: oneOf(text, named('A')) }, want: { A: oneOf(text) } },
  {
    name: 'a choice in a choice',
    given: { A: oneOf(oneOf(named('A'), text), number) },
    want: { A: oneOf(number, text) },
  },
  {
    name: 'null on the way',
    given: { A: oneOf({ ...named('B'), nullable: true }, text), B: named('A') },
    want: { A: { ...oneOf(text), nullable: true }, B: named('A') },
  },
  { name: 'through a list, which is allowed', given: { A: list(oneOf(named('A'), text)) }, want: {} },
  {
    name: 'what leads into a ring, and what a ring leads to',
    given: { In: named('B'), B: oneOf(named('C'), named('Out')), C: named('B'), Out: text },
    want: { B: oneOf(named('Out')), C: named('B') },
  },
  {
    name: 'two rings that share a type are one',
    given: { A: oneOf(named('B'), named('C')), B: oneOf(named('A'), text), C: oneOf(named('A'), number) },
    want: { A: oneOf(text, number), B: named('A'), C: named('A') },
  },
];

describe('rings of types', () => {
  test.each(ROWS)('$name', ({ given, want }) => {
    for (const entries of [Object.entries(given), Object.entries(given).reverse()]) {
      const { definitions, cyclic } = breakAliasCycles(new Map(entries));
      expect(Object.fromEntries(definitions)).toEqual({ ...given, ...want });
      expect([...cyclic].sort()).toEqual(Object.keys(want).sort());
    }
  });

  test('a type comes after those it stands for', () => {
    const chain = Object.entries({ A: named('B'), B: oneOf(named('C'), text), C: named('D'), D: text });
    expect([...breakAliasCycles(new Map(chain)).definitions.keys()]).toEqual(['D', 'C', 'B', 'A']);
  });

  test('a very long chain and a very long ring are no trouble', () => {
    const length = 20_000;
    const names = Array.from({ length }, (_, index) => `T${index}`);
    const chain = names.map((name, index): [string, ValueType] => [
      name,
      index + 1 < length ? named(`T${index + 1}`) : text,
    ]);
    expect(breakAliasCycles(new Map(chain)).cyclic.size).toBe(0);
    const ring = names.map((name, index): [string, ValueType] => [name, named(`T${(index + 1) % length}`)]);
    expect(breakAliasCycles(new Map(ring)).cyclic.size).toBe(length);
  });
});

const ref = (name: string): JsonTree => ({ $ref: `#/components/schemas/${name}` });
const RINGS: Record<string, Tree> = {
  choices: { A: { oneOf: [ref('B'), { type: 'string' }] }, B: { oneOf: [ref('A'), { type: 'number' }] } },
  references: { A: ref('B'), B: ref('A'), C: { type: 'object', properties: { a: ref('A') } } },
  itself: { A: { anyOf: [ref('A'), { type: 'object', properties: { a: ref('A') } }] } },
  objects: {
    A: { oneOf: [ref('B'), { type: 'object', properties: { a: ref('B') } }] },
    B: { oneOf: [ref('A'), { type: 'object', properties: { b: ref('A') } }] },
  },
  nullable: { A: { oneOf: [ref('B'), { type: 'null' }] }, B: { oneOf: [ref('A'), { type: 'boolean' }] } },
};

test('a descriptor with rings gives code that compiles', () => {
  const files = Object.entries(RINGS).flatMap(([name, schemas]) =>
    emitTree(openApi({ schemas })).map(({ path, content }) => ({ path: `${name}/${path}`, content })),
  );
  expect(typeCheck(files)).toEqual([]);
});

test('each type of a ring is a Problem at its place', () => {
  const described = describeTree(openApi({ schemas: RINGS['choices'] as Tree }));
  expect(described.problems.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
    ['type-refers-to-itself', 'warning', '/components/schemas/A'],
    ['type-refers-to-itself', 'warning', '/components/schemas/B'],
  ]);
  expect(objectIn(described, 'A')).toMatchObject({
    isSingleValue: true,
    properties: [{ systemName: 'Value', type: 'Memo' }],
  });
});

test('choices of choices of each other are no trouble', () => {
  const count = 60;
  const schemas = Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, JsonTree] => [
      `T${index}`,
      {
        oneOf: [
          ref(`T${(index + 1) % count}`),
          ref(`T${(index + 7) % count}`),
          { type: 'object', properties: { x: { type: 'string' } } },
        ],
      },
    ]),
  );
  expect(
    describeTree(openApi({ schemas })).problems.filter(({ code }) => code === 'type-refers-to-itself'),
  ).toHaveLength(count);
});
