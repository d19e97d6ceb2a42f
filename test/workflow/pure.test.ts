import { expect, test } from 'vitest';
import { checkDataFields, withoutHidden } from '../../src/workflow/data-fields.js';
import { ClaimBurst } from '../../src/workflow/engine/claim-burst.js';
import { HiddenValues } from '../../src/workflow/hidden-values.js';
import { parseSerialNumber, SerialNumberSecrets } from '../../src/workflow/serial-number.js';
import { StepNames } from '../../src/workflow/step-names.js';
import { fromStoredText, storedText } from '../../src/workflow/stored-text.js';

const own = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2}') as Record<string, unknown>;

test.each([
  { name: 'text with NUL and a lone surrogate', value: 'a\u0000\ud800' },
  { name: 'an integer beyond 2^53', value: { id: 2n ** 63n - 1n } },
  { name: 'bytes and dates', value: [new Uint8Array([0, 255]), new Date(0)] },
  { name: 'undefined at the top', value: undefined },
  { name: 'what looks like a mark', value: [{ $int: '5' }, { $plain: { $date: 1 } }] },
  { name: 'numbers JSON has no form for', value: [Number.POSITIVE_INFINITY, Number.NaN] },
  { name: 'text that looks like stored text', value: '"second"' },
  { name: 'a date that is none', value: new Date(Number.NaN) },
])('what is stored comes back: $name', ({ value }) => {
  expect(fromStoredText(storedText(value))).toEqual(value);
});

test('names such as __proto__ are data', () => {
  const back = fromStoredText(storedText(own)) as object;
  expect(Object.keys(back)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
});

test('what cannot be recorded is refused with a reason, however deep', () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  expect(() => storedText(deep)).toThrow(/nested more than 200 deep/);
  expect(() => storedText({ f: () => 1 })).toThrow(/holds a function/);
});

test.each([
  { kind: 'Map', value: new Map([[1, 2]]) },
  { kind: 'Set', value: [new Set([1])] },
  { kind: 'Error', value: { reason: new Error('lost') } },
  { kind: 'Promise', value: { later: Promise.resolve(1) } },
  { kind: 'RegExp', value: /a/ },
  { kind: 'Float64Array', value: new Float64Array([1]) },
])('what would come back as less than it was is refused: $kind', ({ kind, value }) => {
  expect(() => storedText(value)).toThrow(new RegExp(`a value of the kind ${kind}`));
});

test('what says itself what it is in JSON is stored as that', () => {
  expect(fromStoredText(storedText({ at: new URL('http://a/b'), own: { toJSON: () => [1n] } }))).toEqual({
    at: 'http://a/b',
    own: [1n],
  });
  expect(() => storedText('x'.repeat(65 * 1024 * 1024))).toThrow(/longer than/);
});

test.each([
  { text: '5_31', want: { instance: 5, step: 31 } },
  { text: '0_1', want: undefined },
  { text: '05_31', want: undefined },
  { text: '5_31_short', want: undefined },
  { text: '5_31\n', want: undefined },
  { text: `${'9'.repeat(16)}_1`, want: undefined },
])('Serial Number $text', ({ text, want }) => {
  expect(parseSerialNumber(text)).toEqual(want);
});

test('the secret form is genuine for its own number and key only', () => {
  const secrets = new SerialNumberSecrets(Buffer.alloc(32, 1).toString('base64url'));
  const form = secrets.secretForm('5_31');
  const genuine = (text: string): boolean =>
    secrets.isGenuine(parseSerialNumber(text) ?? { instance: 0, step: 0 });
  expect(genuine(form)).toBe(true);
  expect(genuine(form.replace('5_31', '5_32'))).toBe(false);
  expect(genuine('5_31')).toBe(false);
  expect(new SerialNumberSecrets(Buffer.alloc(32, 2).toString('base64url')).secretForm('5_31')).not.toBe(
    form,
  );
});

test('hidden values are taken out wherever they stand, names without regard to case', () => {
  const hidden = new HiddenValues();
  hidden.add({ header: 'Bearer abcdef', other: 'shown', Deep: { list: ['se"cret'] } }, ['Header', 'deep']);
  expect(hidden.mask('abcdef, Bearer abcdef, {"x":"se\\"cret"}, shown')).toBe(
    '[hidden], [hidden], {"x":"[hidden]"}, shown',
  );
  expect(withoutHidden({ HEADER: 1, a: 2 }, ['Header'])).toEqual({ a: 2 });
});

test.each([
  { name: 'a number', value: 987654, text: 'pin 987654.', want: 'pin [hidden].' },
  {
    name: 'a short one, as a word only',
    value: 42,
    text: '42, 142, 42a, (42)',
    want: '[hidden], 142, 42a, ([hidden])',
  },
  { name: 'one in an address', value: 'a b&c=d', text: 'GET /x?q=a%20b%26c%3Dd', want: 'GET /x?q=[hidden]' },
  { name: 'one with signs of regular expressions', value: '.*', text: 'a .* b', want: 'a [hidden] b' },
  { name: 'an empty one hides nothing', value: '', text: 'as it is', want: 'as it is' },
  { name: 'a lone surrogate', value: '\ud800', text: 'a \ud800 b', want: 'a [hidden] b' },
])('hidden values are taken out: $name', ({ value, text, want }) => {
  const hidden = new HiddenValues();
  hidden.add({ Pin: value }, ['pin']);
  expect(hidden.mask(text)).toBe(want);
});

test('fields that hold a hidden value are found under any name', () => {
  const hidden = new HiddenValues();
  hidden.add({ Header: 'Bearer abcdef' }, ['Header']);
  const fields = { token: 'abcdef', deep: [{ a: 'x Bearer abcdef' }], company: 'ACME', none: undefined };
  expect(hidden.namesIn(fields)).toEqual(['token', 'deep']);
});

test.each([
  { type: 'integer', value: 1.5, fits: false },
  { type: 'integer', value: 2n ** 70n, fits: true },
  { type: 'object', value: [], fits: false },
  { type: 'array', value: [], fits: true },
  { type: 'string', value: 1, fits: false },
] as const)('a data field of the type $type', ({ type, value, fits }) => {
  const check = (): void => checkDataFields('W', { 'A field': { type } }, { 'A field': value });
  if (fits) expect(check).not.toThrow();
  else expect(check).toThrow(/'A field'.*not of the type/);
});

test('step names are unique in the order of use', () => {
  const names = new StepNames();
  expect(['a', 'a', 'a (2)', 'a'].map((name) => names.take(name))).toEqual([
    'a',
    'a (2)',
    'a (2) (2)',
    'a (3)',
  ]);
  expect(() => names.take(' ')).toThrow(/1 to 200/);
});

test('claims ask as long as there is work: an idle round once, one run three times', async () => {
  const ask = async (runs: number): Promise<number> => {
    let left = runs;
    let asked = 0;
    const burst = new ClaimBurst();
    const claim = async (): Promise<string | null> => {
      asked += 1;
      left -= 1;
      return left >= 0 ? 'run' : null;
    };
    await Promise.all(Array.from({ length: 10 }, () => burst.claim(claim)));
    return asked;
  };
  expect([await ask(0), await ask(1), await ask(100)]).toEqual([1, 3, 10]);
});
