import { expect, test } from 'vitest';
import { printLiteral } from '../../src/emit/typescript/print-literal.js';

test.each([
  { name: 'text', given: "it's", want: "'it\\'s'" },
  { name: 'numbers, yes and no, null', given: [1, -2.5, true, null], want: '[1, -2.5, true, null]' },
  { name: 'nothing in it', given: { a: {}, b: [] }, want: '{ a: {}, b: [] }' },
  { name: 'without what is not set', given: { a: undefined, b: 1 }, want: '{ b: 1 }' },
  { name: 'keys that are no names', given: { 'a-b': 1, '200': 2 }, want: "{ '200': 2, 'a-b': 1 }" },
  { name: 'its own __proto__', given: JSON.parse('{"__proto__": 1}'), want: "{ ['__proto__']: 1 }" },
  {
    name: 'keys that every object has',
    given: { toString: 'x', a: 'y' },
    want: "{ toString: 'x', a: 'y' }",
  },
  {
    name: 'long ones with a line for each member',
    given: { first: ['x'.repeat(60)], second: ['y'.repeat(60)] },
    want: `{\n  first: ['${'x'.repeat(60)}'],\n  second: ['${'y'.repeat(60)}'],\n}`,
  },
])('$name', ({ given, want }) => {
  expect(printLiteral(given)).toBe(want);
});
