import { describe, expect, test } from 'vitest';
import { ExactDecimal, mayRound, parseExact } from '../../src/runtime/exact-number.js';
import { jsonFaultAt } from '../../src/runtime/json-fault.js';
import { parseJson, readJson, stringifyJson } from '../../src/runtime/json-text.js';
import {
  readSerialized,
  readSerializedArray,
  readSerializedItem,
} from '../../src/runtime/read-serialized.js';
import { thrownBy } from './thrown-by.js';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('readSerialized', () => {
  const rows: { name: string; given: string; want: unknown }[] = [
    { name: 'an item', given: '{"a":1}', want: { a: 1 } },
    {
      name: 'type names are taken off',
      given: '{"$type":"T, x","a":{"$type":"U","b":1}}',
      want: { a: { b: 1 } },
    },
    {
      name: 'arrays at every level',
      given: '{"$type":"T","list":{"$type":"U[]","$values":[{"$type":"U","b":{"$values":[1]}}]}}',
      want: { list: [{ b: [1] }] },
    },
    { name: '$values alone', given: '{"$values":[{"$type":"U"}]}', want: [{}] },
    { name: '$type inside of text is text', given: '{"a":"\\"$type\\": x"}', want: { a: '"$type": x' } },
    { name: 'scalars', given: ' "x" ', want: 'x' },
    { name: 'null', given: 'null', want: null },
  ];
  for (const { name, given, want } of rows) {
    test(name, () => expect(readSerialized(given, 'nwc')).toEqual(want));
  }

  test('__proto__ is data, also among type names', () => {
    const item = readSerializedItem('{"$type":"T","__proto__":{"polluted":true},"constructor":1}', 'nwc');
    expect(Object.keys(item)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  const refused: { name: string; given: () => unknown; code: string; want: string }[] = [
    {
      name: 'no JSON',
      given: () => readSerialized('{"a":tru}', 'nwc'),
      code: 'SERIALIZATION_MALFORMED',
      want: 'at character 6',
    },
    {
      name: 'nothing',
      given: () => readSerialized(' ', 'nwc'),
      code: 'SERIALIZATION_MALFORMED',
      want: 'it is empty',
    },
    {
      name: 'cut off',
      given: () => readSerialized('[{"a":1},', 'nwc'),
      code: 'SERIALIZATION_MALFORMED',
      want: 'at character 10, its end',
    },
    {
      name: 'an array for an item',
      given: () => readSerializedItem('[]', 'nwc'),
      code: 'SERIALIZATION_MISMATCH',
      want: 'got an array. Take one item out of it',
    },
    {
      name: 'an item for an array',
      given: () => readSerializedArray('{}', 'nwc'),
      code: 'SERIALIZATION_MISMATCH',
      want: 'got one item. For one item use Serialize Item To Array',
    },
    {
      name: 'text for an array',
      given: () => readSerializedArray('"x"', 'nwc'),
      code: 'SERIALIZATION_MISMATCH',
      want: 'got a string. Pass an array',
    },
    {
      name: 'null for an item',
      given: () => readSerializedItem('null', 'nwc'),
      code: 'SERIALIZATION_MISMATCH',
      want: 'got null',
    },
    {
      name: 'type names 100,000 deep',
      given: () => readSerialized(`{"$type":"T","a":${deep(100_000)}}`, 'nwc'),
      code: 'SERIALIZATION_MALFORMED',
      want: 'nested too deep',
    },
  ];
  for (const { name, given, code, want } of refused) {
    test(`refuses ${name}`, async () => {
      const error = await thrownBy(given);
      expect(error).toMatchObject({ name: 'SerializationError', code });
      expect(error.message).toContain(want);
    });
  }
});

describe('jsonFaultAt', () => {
  // Each with the spot marked by ▲.
  const rows = [
    '▲',
    '  ▲',
    '▲x',
    '{▲',
    '{▲,}',
    '{"a"▲}',
    '{"a":▲}',
    '{"a":1▲',
    '{"a":1,▲}',
    '{"a":1 ▲"b":2}',
    '[▲',
    '[1,▲]',
    '[1▲ 2]'.replace('▲ ', ' ▲'),
    '[1▲}',
    '{"a":1▲]',
    '▲"abc',
    '[▲"a\\x"]',
    '[▲"a\nb"]',
    '[▲01]',
    '[▲1.]',
    '[▲.5]',
    '[▲+1]',
    '[▲1e]',
    '[▲nul]',
    '[▲nulls]',
    '[▲NaN]',
    "[▲'a']",
    '{} ▲{}',
    '1 ▲,',
    '[]▲]',
    '\ufeff{}'.replace('\ufeff', '▲\ufeff'),
    '{"a":1}▲\u00a0',
    '[▲"\\u12g4"]',
    '[1,2,▲// x',
    '{▲a:1}',
  ];
  for (const marked of rows) {
    test(JSON.stringify(marked), () => {
      const text = marked.replace('▲', '');
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
      expect(jsonFaultAt(text)).toBe(marked.indexOf('▲'));
    });
  }

  test('is quick on long texts', () => {
    const text = `["${'\\"x'.repeat(300_000)}", ${'[1,'.repeat(100_000)}`;
    expect(jsonFaultAt(text)).toBe(text.length);
  });
});

describe('numbers are not rounded', () => {
  const rows: { given: string; want: unknown }[] = [
    { given: '9007199254740993', want: 9007199254740993n },
    { given: '-9223372036854775808', want: -9223372036854775808n },
    { given: '9007199254740991', want: 9007199254740991 },
    { given: '1234567890123456', want: 1234567890123456 },
    { given: '0.1', want: 0.1 },
    { given: '0.30000000000000004', want: 0.30000000000000004 },
    { given: '1.0000000000000000', want: 1 },
    { given: '0.0000000000000000', want: 0 },
    { given: '100000000000.00000000', want: 100000000000 },
    { given: '1e3', want: 1000 },
    { given: '1E+100', want: 1e100 },
    { given: '12345678901234567.89', want: new ExactDecimal('12345678901234567.89') },
    { given: '0.12345678901234567890', want: new ExactDecimal('0.12345678901234567890') },
    { given: '1e400', want: new ExactDecimal('1e400') },
    { given: '1e-400', want: new ExactDecimal('1e-400') },
  ];
  for (const { given, want } of rows) {
    test(given, () => {
      expect(readJson(given)).toEqual(want);
      expect(readJson(`{"a":[${given}]}`)).toEqual({ a: [want] });
    });
  }

  test('digits in text, in names and in escapes stay text', () => {
    const value = { '12345678901234567890': '9007199254740993', b: '\u00009007199254740993', c: '\\"1e400' };
    const text = `{"n":9007199254740993,${JSON.stringify(value).slice(1)}`;
    expect(readJson(text)).toEqual({ n: 9007199254740993n, ...value });
  });

  test('what is read is written with the same digits', () => {
    const text = '{"a":9007199254740993,"b":[12345678901234567.89,1e400,"x",null,true,{}],"c":"é\\""}';
    expect(stringifyJson(readJson(text), 'nwc')).toBe(text);
  });

  const costs: [string, boolean][] = [
    ['[ 9007199254740993]', true],
    ['{"a":\n-9007199254740993}', true],
    [' 1e400', true],
    ['{"id":"3e456-12345678901234567890","at":"2024-01-02T03:04:05.678Z","n":123456789012345}', false],
  ];
  for (const [text, want] of costs) {
    test(`${want ? 'looked at closely' : 'not looked at twice'}: ${text}`, () =>
      expect(mayRound(text)).toBe(want));
  }

  test('decimals as text, where that is wanted', () =>
    expect(parseExact('[12345678901234567.89]', String)).toEqual(['12345678901234567.89']));
});

describe('stringifyJson', () => {
  const date = new Date(0);
  const rows: { name: string; given: unknown; want: string }[] = [
    { name: 'nothing', given: undefined, want: 'null' },
    { name: 'a bigint', given: 2n ** 63n, want: '9223372036854775808' },
    {
      name: 'undefined beside a bigint',
      given: { a: undefined, b: 1n, c: [undefined] },
      want: '{"b":1,"c":[null]}',
    },
    {
      name: 'a Date beside a bigint',
      given: { a: date, b: 1n },
      want: '{"a":"1970-01-01T00:00:00.000Z","b":1}',
    },
    {
      name: 'text that looks like a mark',
      given: { a: '\u0000bigint:5', b: 1n },
      want: '{"a":"\\u0000bigint:5","b":1}',
    },
    { name: 'lone surrogates', given: '\ud800', want: '"\\ud800"' },
  ];
  for (const { name, given, want } of rows) test(name, () => expect(stringifyJson(given, 'nwc')).toBe(want));

  const ring: Record<string, unknown> = { n: 1n };
  ring['ring'] = ring;
  const plainRing: unknown[] = [];
  plainRing.push(plainRing);
  const refused: { name: string; given: unknown }[] = [
    { name: 'a ring', given: plainRing },
    { name: 'a ring with a bigint', given: ring },
    { name: '100,000 levels', given: JSON.parse(deep(100_000)) },
  ];
  for (const { name, given } of refused) {
    test(`refuses ${name}`, async () => {
      const error = await thrownBy(() => stringifyJson(given, 'nwc › Task › Serialize'));
      expect(error).toMatchObject({ code: 'SERIALIZATION_MALFORMED' });
      expect(error.message).toMatch(
        /^nwc › Task › Serialize: the value refers to itself or is nested too deep\./,
      );
    });
  }
});

test('what a value throws while it is written is the cause', async () => {
  const cause = new Error('not now');
  const toJSON = (): never => {
    throw cause;
  };
  for (const given of [{ a: { toJSON } }, { a: 1n, b: { toJSON } }]) {
    const error = await thrownBy(() => stringifyJson(given, 'nwc › Task › Serialize'));
    expect(error).toMatchObject({ code: 'SERIALIZATION_MALFORMED', cause });
    expect(error.message).toMatch(/^nwc › Task › Serialize: the value cannot be written as JSON\./);
  }
});

test('the text does not come back in the error', async () => {
  const error = await thrownBy(() => parseJson('s3cret', 'nwc'));
  expect(error.cause).toBeUndefined();
  expect(error.message).not.toContain('s3cret');
});
