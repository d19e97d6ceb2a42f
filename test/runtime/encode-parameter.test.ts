import { describe, expect, test } from 'vitest';
import type { ParameterStyle } from '../../src/model/definition.js';
import {
  cookiePairs,
  headerText,
  pathText,
  queryPairs,
  type WireParameter,
} from '../../src/runtime/encode-parameter.js';

const parameter = (style: ParameterStyle, explode: boolean, allowReserved = false): WireParameter => ({
  name: 'color',
  style,
  explode,
  allowReserved,
});

const EMPTY = '';
const STRING = 'blue';
const ARRAY = ['blue', 'black', 'brown'];
const OBJECT = { R: 100, G: 200, B: 150 };

// The table of OpenAPI 3.1 §4.8.12.3; what it calls n/a is left out.
const path: [ParameterStyle, boolean, unknown, string][] = [
  ['matrix', false, EMPTY, ';color'],
  ['matrix', false, STRING, ';color=blue'],
  ['matrix', false, ARRAY, ';color=blue,black,brown'],
  ['matrix', false, OBJECT, ';color=R,100,G,200,B,150'],
  ['matrix', true, EMPTY, ';color'],
  ['matrix', true, STRING, ';color=blue'],
  ['matrix', true, ARRAY, ';color=blue;color=black;color=brown'],
  ['matrix', true, OBJECT, ';R=100;G=200;B=150'],
  ['matrix', true, ['', 'a'], ';color;color=a'],
  ['matrix', true, { R: '', G: 'a' }, ';R;G=a'],
  ['matrix', false, [], ''],
  ['matrix', true, {}, ''],
  ['label', false, EMPTY, '.'],
  ['label', false, STRING, '.blue'],
  ['label', false, ARRAY, '.blue,black,brown'],
  ['label', false, OBJECT, '.R,100,G,200,B,150'],
  ['label', true, STRING, '.blue'],
  ['label', true, ARRAY, '.blue.black.brown'],
  ['label', true, OBJECT, '.R=100.G=200.B=150'],
  ['label', false, [], ''],
  ['simple', false, EMPTY, ''],
  ['simple', false, STRING, 'blue'],
  ['simple', false, ARRAY, 'blue,black,brown'],
  ['simple', false, OBJECT, 'R,100,G,200,B,150'],
  ['simple', true, STRING, 'blue'],
  ['simple', true, ARRAY, 'blue,black,brown'],
  ['simple', true, OBJECT, 'R=100,G=200,B=150'],
  ['simple', false, 'a/b?c#d;e f', 'a%2Fb%3Fc%23d%3Be%20f'],
  ['simple', false, '50%', '50%25'],
  ['simple', false, '%2e', '%252e'],
  ['simple', false, 'Grüße €😀', 'Gr%C3%BC%C3%9Fe%20%E2%82%AC%F0%9F%98%80'],
  ['simple', false, ['a,b', 'c'], 'a%2Cb,c'],
  ['simple', false, 9007199254740993n, '9007199254740993'],
  ['simple', false, true, 'true'],
];

describe('path', () => {
  for (const [style, explode, value, want] of path) {
    test(`${style} explode ${explode}: ${JSON.stringify(shown(value))}`, () =>
      expect(pathText(parameter(style, explode), value)).toBe(want));
  }
});

const query: [ParameterStyle, boolean, unknown, string][] = [
  ['form', false, EMPTY, 'color='],
  ['form', false, STRING, 'color=blue'],
  ['form', false, ARRAY, 'color=blue,black,brown'],
  ['form', false, OBJECT, 'color=R,100,G,200,B,150'],
  ['form', true, EMPTY, 'color='],
  ['form', true, STRING, 'color=blue'],
  ['form', true, ARRAY, 'color=blue&color=black&color=brown'],
  ['form', true, OBJECT, 'R=100&G=200&B=150'],
  ['spaceDelimited', false, ARRAY, 'color=blue%20black%20brown'],
  ['spaceDelimited', false, OBJECT, 'color=R%20100%20G%20200%20B%20150'],
  ['spaceDelimited', true, ARRAY, 'color=blue&color=black&color=brown'],
  ['pipeDelimited', false, ARRAY, 'color=blue%7Cblack%7Cbrown'],
  ['pipeDelimited', false, OBJECT, 'color=R%7C100%7CG%7C200%7CB%7C150'],
  ['tabDelimited', false, ARRAY, 'color=blue%09black%09brown'],
  ['deepObject', true, OBJECT, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
  ['deepObject', true, { a: { b: 1 } }, 'color%5Ba%5D%5Bb%5D=1'],
  ['deepObject', true, { a: [1, 2] }, 'color%5Ba%5D=1&color%5Ba%5D=2'],
  ['deepObject', true, { 'a]&x': 'b&c' }, 'color%5Ba%5D%26x%5D=b%26c'],
  // Undefined values, RFC 6570 §2.3.
  ['form', true, [], ''],
  ['form', false, [], ''],
  ['form', false, {}, ''],
  ['form', true, {}, ''],
  ['form', false, null, ''],
  ['form', true, [null, undefined], ''],
  ['form', true, ['a', null, undefined, 'b'], 'color=a&color=b'],
  ['form', false, { a: null, b: 1 }, 'color=b,1'],
  ['pipeDelimited', false, [], ''],
  ['deepObject', true, {}, ''],
  ['deepObject', true, { a: null, b: {} }, ''],
  // Empty strings are values.
  ['form', true, ['', 'a'], 'color=&color=a'],
  ['form', false, ['', ''], 'color=,'],
  // What separates is encoded inside of a value.
  ['form', false, ['a,b', 'c&d=e'], 'color=a%2Cb,c%26d%3De'],
  ['spaceDelimited', false, ['a b', 'c'], 'color=a%20b%20c'],
  ['form', true, 'a+b c#d%', 'color=a%2Bb%20c%23d%25'],
  ['form', true, '日本', 'color=%E6%97%A5%E6%9C%AC'],
  ['form', true, { 'a&b': 1 }, 'a%26b=1'],
  ['form', true, [{ a: 1 }], 'color=%7B%22a%22%3A1%7D'],
  ['form', true, false, 'color=false'],
  ['form', true, 0, 'color=0'],
  ['form', true, 1e21, 'color=1e%2B21'],
  ['form', true, JSON.parse('{"__proto__":1}'), '__proto__=1'],
];

describe('query', () => {
  for (const [style, explode, value, want] of query) {
    test(`${style} explode ${explode}: ${JSON.stringify(shown(value))}`, () =>
      expect(queryPairs(parameter(style, explode), value).join('&')).toBe(want));
  }

  const reserved: [unknown, string][] = [
    ["a/b?c:d@e!$'()*+,;=[]", "color=a/b?c:d@e!$'()*+,;=[]"],
    ['%2F stays', 'color=%2F%20stays'],
    ['é%41', 'color=%C3%A9%41'],
    ['100%', 'color=100%25'],
    ['%zz', 'color=%25zz'],
    ['a&admin=true#x', 'color=a%26admin=true%23x'],
    ['😀/', 'color=%F0%9F%98%80/'],
    ['"<>\\^`{|}', 'color=%22%3C%3E%5C%5E%60%7B%7C%7D'],
    [['a/b', 'c/d'], 'color=a/b&color=c/d'],
  ];
  for (const [value, want] of reserved) {
    test(`allowReserved: ${JSON.stringify(value)}`, () =>
      expect(queryPairs(parameter('form', true, true), value).join('&')).toBe(want));
  }

  test('the name is encoded', () =>
    expect(queryPairs({ ...parameter('form', true), name: '$filter[x]&' }, 'a')).toEqual([
      '%24filter%5Bx%5D%26=a',
    ]));

  test('an object nested beyond sense is written as JSON and overflows nothing', () => {
    const value: unknown = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`);
    const [pair] = queryPairs(parameter('deepObject', true), value);
    expect(pair).toContain(`${'%5Ba%5D'.repeat(20)}=%7B%22a%22`);
  });
});

describe('header', () => {
  const rows: [boolean, unknown, string | undefined][] = [
    [false, STRING, 'blue'],
    [false, EMPTY, ''],
    [false, ARRAY, 'blue,black,brown'],
    [false, OBJECT, 'R,100,G,200,B,150'],
    [true, OBJECT, 'R=100,G=200,B=150'],
    [false, 'a b/c', 'a b/c'],
    [false, [], undefined],
    [false, null, undefined],
  ];
  for (const [explode, value, want] of rows) {
    test(`explode ${explode}: ${JSON.stringify(value)}`, () =>
      expect(headerText(parameter('simple', explode), value)).toBe(want));
  }
});

describe('cookie', () => {
  const rows: [boolean, unknown, string[]][] = [
    [true, 'a;b', ['color=a%3Bb']],
    [false, ARRAY, ['color=blue,black,brown']],
    [true, ARRAY, ['color=blue', 'color=black', 'color=brown']],
    [true, [], []],
  ];
  for (const [explode, value, want] of rows) {
    test(`explode ${explode}: ${JSON.stringify(value)}`, () =>
      expect(cookiePairs(parameter('form', explode), value)).toEqual(want));
  }

  test('nothing that is reserved stays: it would end the cookie', () =>
    expect(cookiePairs(parameter('form', true, true), 'x; admin=1')).toEqual(['color=x%3B%20admin%3D1']));
});

function shown(value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : (value ?? String(value));
}
