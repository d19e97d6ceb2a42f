import { describe, expect, test } from 'vitest';
import { JsonLines } from '../../src/emit/typescript/json-lines.js';

const lines = new JsonLines();

describe('a value on one line', () => {
  test.each<{ name: string; given: unknown; want: string }>([
    { name: 'text', given: 'a "b"\n', want: '"a \\"b\\"\\n"' },
    { name: 'null', given: null, want: 'null' },
    { name: 'nothing in it', given: { a: {}, b: [] }, want: '{ "a": {}, "b": [] }' },
    { name: 'nested', given: { a: [1, { b: true }] }, want: '{ "a": [ 1, { "b": true } ] }' },
    { name: 'the same again', given: { a: [1, { b: true }] }, want: '{ "a": [ 1, { "b": true } ] }' },
    { name: 'without what is not set', given: { a: undefined, b: 1 }, want: '{ "b": 1 }' },
    { name: 'text like a layout', given: ['\n  x', '{ \n }'], want: '[ "\\n  x", "{ \\n }" ]' },
  ])('$name', ({ given, want }) => {
    expect(lines.of(given)).toBe(want);
  });
});

describe('a Property, input or output', () => {
  const names = { systemName: 'id', displayName: 'id', wireName: 'id' };

  test.each<{ name: string; given: object; want: string }>([
    {
      name: 'without what follows from the rest of it',
      given: { ...names, type: 'Text', cell: 'Text', required: false, pointer: '/x', description: undefined },
      want: '{ "systemName": "id", "type": "Text" }',
    },
    {
      name: 'with what does not',
      given: { ...names, wireName: 'the-id', type: 'Memo', cell: 'SerializedItem', required: true },
      want: '{ "systemName": "id", "wireName": "the-id", "type": "Memo", "cell": "SerializedItem", "required": true }',
    },
  ])('$name', ({ given, want }) => {
    expect(lines.ofCell(given)).toBe(want);
  });
});

test('the members of a Method tell where it stands', () => {
  expect(lines.membersOf({ systemName: 'a', displayName: 'a', pointer: '/paths/~1a/get' })).toEqual([
    '"systemName": "a"',
    '"pointer": "/paths/~1a/get"',
  ]);
});
