import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readHttpHeaders } from '../../src/runtime/http-headers.js';
import { thrownBy } from './thrown-by.js';

// As K2 itself writes them.
const TYPE =
  'SourceCode.SmartObjects.Services.Endpoints.Common.HttpHeader, SourceCode.SmartObjects.Services.Endpoints.Common, Version=4.0.0.0, Culture=neutral, PublicKeyToken=null';
const K2_SINGLE = JSON.stringify({ $type: TYPE, Name: 'Authorization', Value: 'Bearer abc' });
const K2_SEVERAL = JSON.stringify({
  $type: TYPE.replace('HttpHeader,', 'HttpHeader[],'),
  $values: [
    { $type: TYPE, Name: 'Authorization', Value: 'Bearer abc' },
    { $type: TYPE, Name: 'X-Tenant', Value: '7' },
  ],
});

const rows: { name: string; given: unknown; want: Record<string, string> }[] = [
  { name: 'nothing', given: undefined, want: {} },
  { name: 'null', given: null, want: {} },
  { name: 'empty text', given: '', want: {} },
  { name: "K2's single", given: K2_SINGLE, want: { authorization: 'Bearer abc' } },
  { name: "K2's several", given: K2_SEVERAL, want: { authorization: 'Bearer abc', 'x-tenant': '7' } },
  {
    name: 'our array',
    given: '[{"Name":"A","Value":"1"},{"Name":"B","Value":"2"}]',
    want: { a: '1', b: '2' },
  },
  { name: 'our item', given: '{"Name":"A","Value":"1"}', want: { a: '1' } },
  { name: 'values', given: [{ Name: 'A', Value: '1' }], want: { a: '1' } },
  { name: 'one value', given: { Name: 'A', Value: '1' }, want: { a: '1' } },
  { name: 'no Value', given: [{ Name: 'A' }], want: { a: '' } },
  {
    name: 'plain record',
    given: { Authorization: 'Bearer abc', 'x-n': 5 },
    want: { authorization: 'Bearer abc', 'x-n': '5' },
  },
  { name: 'plain record as text', given: '{"X-A":"1"}', want: { 'x-a': '1' } },
  { name: 'a record with a header called Name', given: { Name: 'x' }, want: { name: 'x' } },
  { name: 'undefined is not set', given: { a: undefined, b: '1' }, want: { b: '1' } },
  {
    name: 'the last one counts',
    given: [
      { Name: 'A', Value: '1' },
      { Name: 'a', Value: '2' },
    ],
    want: { a: '2' },
  },
  { name: "the platform's Headers", given: new Headers({ 'X-A': '1' }), want: { 'x-a': '1' } },
  { name: 'a Map', given: new Map([['X-A', '1']]), want: { 'x-a': '1' } },
  { name: 'tab, latin 1', given: { a: 'x\ty é' }, want: { a: 'x\ty é' } },
];

describe('readHttpHeaders', () => {
  for (const { name, given, want } of rows) {
    test(name, () => expect(readHttpHeaders(given, 'nwc')).toEqual(want));
  }

  test('__proto__ is a name like others', () => {
    const headers = readHttpHeaders(JSON.parse('{"__proto__":"x"}'), 'nwc');
    expect(Object.keys(headers)).toEqual(['__proto__']);
  });

  const refused: { name: string; given: unknown; code?: string }[] = [
    { name: 'CR LF in a value', given: { 'x-a': 's3cret\r\nx-evil: 1' } },
    { name: 'LF in a value', given: [{ Name: 'x-a', Value: 's3cret\n' }] },
    { name: 'NUL in a value', given: { 'x-a': 's3cret\0' } },
    { name: 'what is no byte', given: { 'x-a': 's3cret €' } },
    { name: 'CR LF in a name', given: { 'x-a\r\nx-evil': 's3cret' } },
    { name: 'a colon in a name', given: { 'x:a': 's3cret' } },
    { name: 'an empty name', given: { '': 's3cret' } },
    { name: 'a name that is no text', given: [{ Name: 5, Value: 's3cret' }] },
    { name: 'a value that is an object', given: { 'x-a': { s3cret: 1 } } },
    { name: 'host', given: { Host: 's3cret' } },
    { name: 'expect', given: { Expect: 's3cret' } },
    { name: 'content-length', given: { 'Content-Length': '1' } },
    { name: 'transfer-encoding', given: { 'transfer-encoding': 'chunked' } },
    { name: 'a number', given: 5 },
    { name: 'an array of text', given: ['s3cret'] },
    { name: 'text that is no JSON', given: 'Bearer s3cret', code: 'SERIALIZATION_MALFORMED' },
    { name: 'JSON cut off', given: '[{"Name":"a","Value":"s3cret', code: 'SERIALIZATION_MALFORMED' },
    { name: 'JSON text of text', given: '"s3cret"' },
  ];
  for (const { name, given, code = 'INPUT_INVALID' } of refused) {
    test(`refuses ${name}, and shows no value`, async () => {
      const error = await thrownBy(() =>
        readHttpHeaders(given, 'nwc › Tasks › Get_tasks, input HttpHeaders'),
      );
      expect(error).toMatchObject({ code });
      expect(error.message).toMatch(/^nwc › Tasks › Get_tasks, input HttpHeaders: /);
      expect(inspect(error, { depth: 9 })).not.toContain('s3cret');
    });
  }
});
