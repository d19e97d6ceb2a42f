import { describe, expect, test } from 'vitest';
import { printJson } from '../../src/emit/typescript/print-json.js';

const LONG = 'x'.repeat(90);

test.each<{ name: string; given: unknown; want: string }>([
  {
    name: 'a short object on one line',
    given: { a: 1, b: ['x', true, null] },
    want: '{ "a": 1, "b": ["x", true, null] }',
  },
  { name: 'nothing', given: { a: {}, b: [] }, want: '{ "a": {}, "b": [] }' },
  { name: 'absent members are left out', given: { a: undefined, b: 0 }, want: '{ "b": 0 }' },
  {
    name: 'a long object on lines of its own',
    given: { a: LONG, b: { c: 1 } },
    want: `{\n  "a": "${LONG}",\n  "b": { "c": 1 }\n}`,
  },
  { name: 'a long array', given: [LONG, LONG], want: `[\n  "${LONG}",\n  "${LONG}"\n]` },
  {
    name: 'what holds lines has lines',
    given: { a: { b: LONG, c: 1 } },
    want: `{\n  "a": {\n    "b": "${LONG}",\n    "c": 1\n  }\n}`,
  },
])('$name', ({ given, want }) => {
  expect(printJson(given)).toBe(want);
});

describe('what was printed reads as what was given', () => {
  test.each([{ a: '"\\\n\u2028' }, JSON.parse('{"__proto__":{"a":1}}'), -0, 'x', null])('%j', (given) => {
    expect(JSON.parse(printJson(given))).toEqual(JSON.parse(JSON.stringify(given)));
  });
});
