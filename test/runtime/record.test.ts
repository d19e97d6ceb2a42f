import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExactDecimal } from '../../src/runtime/exact-number.js';
import { stringifyJson } from '../../src/runtime/json-text.js';
import { RecordShape } from '../../src/runtime/record.js';
import { array, run, task } from './helper-objects.js';

const shape = new RecordShape({
  properties: {
    id: 'Text',
    due: 'DateTime',
    cost: 'Decimal',
    tags: 'SerializedArray',
    who: 'SerializedItem',
  },
});
const renamed = new RecordShape({ properties: { key_: 'Text' }, wireNames: { key_: '@key' } });

const part = fc.constantFrom<unknown>(null, 'x', 1, new ExactDecimal('1.234567890123456789'), [1, [2]], {
  a: [],
});
const wireItem = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('id', 'due', 'cost', 'tags', 'who', 'more', '__proto__', 'ID'), part),
    {
      selector: ([name]) => name,
    },
  )
  .map((members) => Object.fromEntries(members));

describe('a JSON object becomes a row', () => {
  test('in place as it does by copying: same names, same order, same cells', () => {
    fc.assert(
      fc.property(wireItem, (given) => {
        fc.pre(shape.faultIn(given) === undefined);
        const copied = shape.rowOf(given, 'who');
        const made = shape.rowMadeOf(copyOf(given), 'who');
        expect(Object.entries(made)).toEqual(Object.entries(copied));
        expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
      }),
      { numRuns: 500 },
    );
  });

  test('under its system name', () => {
    expect(renamed.rowMadeOf({ '@key': 'k' }, 'who')).toEqual({ key_: 'k' });
    expect(renamed.rowMadeOf({ key_: 'k' }, 'who')).toEqual({});
  });
});

test('a row becomes the same JSON in order, where it may be taken as it is, and in any other', () => {
  const cell: Record<string, fc.Arbitrary<unknown>> = {
    id: fc.constantFrom('x', '"', null, undefined),
    due: fc.constantFrom('2026-11-03', new Date(0), null),
    cost: fc.constantFrom(1.5, '1.50', 2n, undefined),
    tags: fc.constantFrom(['a', undefined], '["b"]', [], null, '{"$values":[1]}'),
    who: fc.constantFrom({ name: 'n' }, '{"name":"n"}', undefined),
  };
  const given = fc.record(cell, { requiredKeys: [] });
  fc.assert(
    fc.property(given, (row) => {
      const inOrder = Object.fromEntries(
        Object.keys(cell).flatMap((name) => (name in row ? [[name, row[name]]] : [])),
      );
      const backwards = Object.fromEntries(Object.entries(inOrder).reverse());
      const before = Object.entries(inOrder);
      const text = stringifyJson(shape.itemOf(inOrder, 'who'), 'who');
      expect(text).toBe(stringifyJson(shape.itemOf(backwards, 'who'), 'who'));
      expect(Object.entries(inOrder)).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

test('rows are plain data', () => {
  const [row] = run(task, 'DeserializeTypedArray', array('[{"id":"7","urls":["a"]}]')) as [object];
  const want = { id: '7', urls: '["a"]' };
  expect(Object.keys(row)).toEqual(['id', 'urls']);
  expect({ ...row }).toStrictEqual(want);
  expect(structuredClone(row)).toStrictEqual(want);
  expect(JSON.parse(JSON.stringify(row))).toStrictEqual(want);
});

test('typed values that are given stay as they were', () => {
  const given = [{ id: '7', urls: ['a'] }];
  expect(run(task, 'DeserializeTypedArray', array(given))).toEqual([{ id: '7', urls: '["a"]' }]);
  expect(given).toEqual([{ id: '7', urls: ['a'] }]);
});

/** A copy one level deep: cells are made, never changed. */
function copyOf(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item));
}
