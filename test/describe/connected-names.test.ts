import { expect, test } from 'vitest';
import { connectedNames } from '../../src/describe/connected-names.js';

const ROWS: readonly {
  name: string;
  given: Readonly<Record<string, readonly string[]>>;
  want: string[][];
}[] = [
  { name: 'nothing', given: {}, want: [] },
  { name: 'names that lead nowhere', given: { b: [], a: [] }, want: [['a'], ['b']] },
  { name: 'what is led to comes first', given: { a: ['b'], b: ['c'], c: [] }, want: [['c'], ['b'], ['a']] },
  { name: 'a ring', given: { c: ['a'], a: ['b'], b: ['c'] }, want: [['a', 'b', 'c']] },
  {
    name: 'two rings that share a name',
    given: { a: ['b', 'c'], b: ['a'], c: ['a'] },
    want: [['a', 'b', 'c']],
  },
  {
    name: 'two rings, one after the other',
    given: { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] },
    want: [
      ['c', 'd'],
      ['a', 'b'],
    ],
  },
  { name: 'a name for itself, and one that is not there', given: { a: ['a', 'nobody'] }, want: [['a']] },
];

test.each(ROWS)('names that lead to each other: $name', ({ given, want }) => {
  const leadsTo = (name: string): readonly string[] => given[name] ?? [];
  expect(connectedNames(Object.keys(given), leadsTo)).toEqual(want);
  expect(connectedNames(Object.keys(given).reverse(), leadsTo)).toEqual(want);
});

test('a chain of 50,000 names is no trouble', () => {
  const names = Array.from({ length: 50_000 }, (_, index) => `n${index}`);
  const next = new Map(names.map((name, index) => [name, names.slice(index + 1, index + 2)]));
  expect(connectedNames(names, (name) => next.get(name) ?? [])).toHaveLength(50_000);
});
