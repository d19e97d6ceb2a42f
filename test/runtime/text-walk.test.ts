import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, startsPlainly } from '../../src/runtime/text-walk.js';
import { array, run, task } from './helper-objects.js';

const plainTextOf = (text: string) => plainText(text, JSON.parse(text));

describe('the text of a value', () => {
  const rows: { name: string; text: string; want: boolean }[] = [
    { name: 'as JSON.stringify writes it', text: '{"a":[1,"x",null],"b":{"c":true,"d":-0.5}}', want: true },
    { name: 'with needed escapes', text: '{"a\\n":"\\"\\\\\\u0001 é 😀","b":"x"}', want: true },
    { name: 'with blanks after it', text: '[1]\r\n', want: true },
    { name: 'with something escaped in the middle', text: '["a","b\\n","c","d\\t","e"]', want: true },
    { name: 'round numbers', text: '[1000,200000,1000000]', want: true },
    { name: 'empty', text: '{"a":{},"b":[],"c":""}', want: true },
    { name: 'blanks', text: '{"a": 1}', want: false },
    { name: 'blanks before it', text: ' []', want: false },
    { name: 'a needless escape', text: '["\\/"]', want: false },
    { name: 'a name that is given twice', text: '{"a":1,"a":2}', want: false },
    { name: 'a name that is given twice, made up for', text: '{"b":1e99,"a":1,"a":2}', want: false },
    { name: 'a zero at the end', text: '[1.50]', want: false },
    { name: 'below zero', text: '[-0]', want: false },
    { name: 'an exponent that shortens', text: '[1e3]', want: false },
    { name: 'an exponent that makes up for a blank', text: '[ 1e4,2]', want: false },
    { name: 'an exponent that makes up for a zero', text: '[1.0,1e4]', want: false },
    { name: 'a whole number that is rounded', text: '[9007199254740993]', want: false },
    { name: 'a decimal that is rounded', text: '[0.30000000000000003]', want: false },
    { name: 'a decimal with digits that are lost', text: '[1.00000000000000000001]', want: false },
    { name: 'more than a number holds', text: '[1e400]', want: false },
    { name: 'less than a number holds', text: '[1e-400]', want: false },
    { name: 'a name that is a whole number', text: '{"b":[1],"1":[2,3]}', want: false },
    { name: 'half of a surrogate pair as it is', text: '["\ud800","\\n"]', want: true },
    { name: 'half of a surrogate pair beside an escape', text: '["\ud800\\n"]', want: false },
    { name: '2,000 levels', text: '['.repeat(2000) + ']'.repeat(2000), want: false },
  ];
  for (const { name, text, want } of rows) {
    test(`${want ? 'is' : 'is not'} plain: ${name}`, () => {
      expect(plainTextOf(text)?.whole).toBe(want ? text.trimEnd() : undefined);
    });
  }

  test('what is nested in an item, by name', () => {
    const texts = plainTextOf('{"a":[1,{"b":"]"}],"n":5,"é\\"":{"c":[]},"__proto__":{}}')?.nested;
    expect([...(texts ?? [])]).toEqual([
      ['a', '[1,{"b":"]"}]'],
      ['é"', '{"c":[]}'],
      ['__proto__', '{}'],
    ]);
  });
});

const scalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ maxLength: 6 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom<unknown>(null, true, false, 1000, 0.001, 1e21, '","', '"}', ']', '\\', '\ud800'),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('a', 'b', '7', '__proto__')),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
}));

/** The text of a value in one of the ways in which others write JSON; `odd` tells at which places. */
function written(part: unknown, odd: () => boolean): string {
  const blank = odd() ? ' ' : '';
  if (Array.isArray(part)) return `[${blank}${part.map((each) => written(each, odd)).join(`,${blank}`)}]`;
  if (typeof part === 'object' && part !== null) {
    const members = Object.entries(part).map(([name, each]) => `${text(name, odd)}:${written(each, odd)}`);
    const [first] = Object.keys(part);
    if (first !== undefined && odd())
      members.push(`${text(first, odd)}:${JSON.stringify(Reflect.get(part, first))}`);
    return `{${members.join(`,${blank}`)}${blank}}`;
  }
  if (typeof part === 'string') return text(part, odd);
  if (typeof part !== 'number' || !odd()) return JSON.stringify(part);
  return Number.isInteger(part) ? part.toExponential() : part.toFixed(20);
}

function text(given: string, odd: () => boolean): string {
  const plain = JSON.stringify(given);
  if (!odd() || plain.includes('\\')) return plain;
  return plain.replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
}

test('is never taken for plain where it is not, however others write it', () => {
  let plainOnes = 0;
  fc.assert(
    fc.property(value, fc.infiniteStream(fc.nat(12)), (given, numbers) => {
      const others = written(given, () => numbers.next().value === 0);
      const parsed: unknown = JSON.parse(others);
      const plain = plainText(others, parsed);
      if (plain === undefined) return;
      plainOnes += 1;
      expect(JSON.stringify(JSON.parse(plain.whole))).toBe(JSON.stringify(parsed));
      expect(plain.whole.length).toBe(JSON.stringify(parsed).length);
      for (const [name, part] of plain.nested)
        expect(JSON.stringify(JSON.parse(part))).toBe(JSON.stringify(Reflect.get(parsed as object, name)));
    }),
    { numRuns: 5000 },
  );
  expect(plainOnes).toBeGreaterThan(100);
});

test('is taken for plain where JSON.stringify wrote it, unless a number has to be looked at', () => {
  const plainValue = fc
    .jsonValue({ maxDepth: 4 })
    .filter((given) => !/[\d.]{16}|[eE][-+]?\d|-0|[{,]"\d|\\ud/.test(JSON.stringify(given)));
  fc.assert(
    fc.property(plainValue, (given) => plainTextOf(JSON.stringify(given)) !== undefined),
    { numRuns: 2000 },
  );
});

describe('rows along a text', () => {
  const cell: Record<string, fc.Arbitrary<unknown>> = {
    id: fc.oneof(fc.string(), fc.constant(null)),
    cost: fc.double({ noNaN: true, noDefaultInfinity: true }),
    priority: fc.integer(),
    done: fc.boolean(),
    assignee: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }),
    urls: fc.array(fc.string(), { maxLength: 3 }),
    anything: fc.jsonValue({ maxDepth: 2 }),
    '@key': fc.string(),
    more: fc.jsonValue({ maxDepth: 1 }),
  };
  const item = fc.record(cell, { requiredKeys: [] });
  const items = fc.oneof(
    fc.array(item, { maxLength: 5 }),
    fc.array(item, { minLength: 1, maxLength: 2 }).map((few) => Array.from({ length: 40 }, () => few).flat()),
  );

  test('are those of a text with blanks, which are made in another way', () => {
    fc.assert(
      fc.property(items, (given) => {
        const along = run(task, 'DeserializeTypedArray', array(JSON.stringify(given))) as object[];
        const plainly = run(task, 'DeserializeTypedArray', array(JSON.stringify(given, null, 1))) as object[];
        expect(along.map((row) => Object.entries(row))).toEqual(plainly.map((row) => Object.entries(row)));
      }),
      { numRuns: 500 },
    );
  });

  test('also where the text turns out late not to be plain', () => {
    const plain = Array.from({ length: 60 }, (_, index) => `{"id":"${index}","urls":["${index}"]}`);
    const last = '{"cost":1.50,"urls":["x"],"anything":[1.50,9007199254740993]}';
    expect(startsPlainly(`[${plain.join(',')}]`, JSON.parse(`[${plain.join(',')}]`) as unknown[])).toBe(true);
    const rows = run(task, 'DeserializeTypedArray', array(`[${plain.join(',')},${last}]`)) as object[];
    expect(rows[59]).toEqual({ id: '59', urls: '["59"]' });
    expect(rows[60]).toEqual({ cost: 1.5, urls: '["x"]', anything: '[1.5,9007199254740993]' });
  });
});
