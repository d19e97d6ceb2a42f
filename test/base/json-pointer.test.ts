import { describe, expect, test } from 'vitest';
import { joinPointer, pointerOfTokens, splitPointer } from '../../src/base/json-pointer.js';

// RFC 6901 §5, its own examples among them.
describe.each([
  { tokens: [], pointer: '' },
  { tokens: ['foo', '0'], pointer: '/foo/0' },
  { tokens: [''], pointer: '/' },
  { tokens: ['a/b'], pointer: '/a~1b' },
  { tokens: ['m~n'], pointer: '/m~0n' },
  { tokens: ['~1'], pointer: '/~01' },
  { tokens: ['paths', '/tasks/{id}', 'get'], pointer: '/paths/~1tasks~1{id}/get' },
])('$pointer', ({ tokens, pointer }) => {
  test('is made of its tokens', () => expect(pointerOfTokens(tokens)).toBe(pointer));
  test('is taken apart into them', () => expect(splitPointer(pointer)).toEqual(tokens));
});

test('a pointer is made longer by names and numbers', () => {
  expect(joinPointer('', 'servers', 0, 'x/y')).toBe('/servers/0/x~1y');
});
