import { describe, expect, test } from 'vitest';
import { namesPath } from '../../src/base/names-path.js';
import { percentDecoded } from '../../src/base/percent-decoded.js';
import { withoutEndSlashes } from '../../src/base/without-end-slashes.js';

test.each([
  ['', ''],
  ['/', ''],
  ['https://a.example', 'https://a.example'],
  ['https://a.example/v1//', 'https://a.example/v1'],
  ['/v1/x', '/v1/x'],
])('%j without the slashes at its end is %j', (given, want) => {
  expect(withoutEndSlashes(given)).toBe(want);
});

test.each([
  ['plain', 'plain'],
  ['a%20b%2Fc', 'a b/c'],
  ['caf%C3%A9', 'café'],
  ['100%', '100%'],
  ['%e0%a4%a', '%e0%a4%a'],
])('%j with its escapes taken off is %j', (given, want) => {
  expect(percentDecoded(given)).toBe(want);
});

describe('an address', () => {
  test.each([
    ['https://host', false],
    ['https://host/', true],
    ['https://host/v1', true],
    ['https://{region}.host', false],
  ])('%s names a path: %s', (url, want) => {
    expect(namesPath(url)).toBe(want);
  });
});
