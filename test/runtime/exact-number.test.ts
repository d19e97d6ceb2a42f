import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayRound } from '../../src/runtime/exact-number.js';
import { readJson, stringifyJson } from '../../src/runtime/json-text.js';

const rows: { name: string; text: string; want: boolean }[] = [
  { name: 'nothing', text: '', want: false },
  { name: '15 digits', text: '[123456789012345]', want: false },
  { name: '16 digits', text: '[1234567890123456]', want: true },
  { name: '16 digits alone', text: '1234567890123456', want: true },
  { name: '16 digits below zero', text: '-1234567890123456', want: true },
  { name: '16 digits with a point', text: '{"a":0.12345678901234}', want: true },
  { name: 'after blanks', text: '{"a": \n-1234567890123456}', want: true },
  { name: 'a long id in quotes', text: '["12345678901234567890"]', want: false },
  { name: 'a long id behind letters', text: '["ab12345678901234567890"]', want: false },
  { name: 'an exponent of three digits', text: '[1e400]', want: true },
  { name: 'an exponent of three digits with a sign', text: '[-1.5E-400]', want: true },
  { name: 'an exponent of two digits', text: '[1e22]', want: false },
  { name: 'what looks like an exponent in an id', text: '["6b7c4e123-9d53"]', want: false },
  ...Array.from({ length: 17 }, (_, blanks) => ({
    name: `16 digits at place ${blanks + 1}`,
    text: `${' '.repeat(blanks)}[9007199254740993]`,
    want: true,
  })),
];

describe('mayRound', () => {
  for (const { name, text, want } of rows) test(name, () => expect(mayRound(text)).toBe(want));

  test('finds whatever a look at each place finds', () => {
    const eachPlace = /(?:^|[:[,])\s*-?(?:[\d.]{16}|[\d.]+[eE][+-]?\d{3})/;
    const pieces = fc.oneof(fc.stringMatching(/^[\d.]{1,18}$/), fc.constantFrom(...'eE+-:[,] "a0123'));
    const text = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => !eachPlace.test(given) || mayRound(given)),
      { numRuns: 3000 },
    );
  });
});

test('every whole number comes back with all its digits, wherever it stands', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.string(), fc.nat(20), (number, before, depth) => {
      const text = `${'['.repeat(depth)}{"${'a'.repeat(depth)}":${JSON.stringify(before)},"n":${number}}${']'.repeat(depth)}`;
      expect(stringifyJson(readJson(text), 'who')).toBe(text);
    }),
    { numRuns: 500 },
  );
});
