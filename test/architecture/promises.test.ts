import { expect, test } from 'vitest';
import { filesBelow, textOf } from './source-tree.js';

const PAGE = textOf('SECURITY.md');

/** Numbers of the promises, as they stand in the lists. */
const PROMISES = Array.from(PAGE.matchAll(/^(\d+)\. /gm), (match) => Number(match[1]));

/** The table's rows: which tests hold a promise. */
const ROWS = Array.from(PAGE.matchAll(/^\| (\d+) \| (.*) \|$/gm), (match) => ({
  promise: Number(match[1]),
  tests: Array.from((match[2] ?? '').matchAll(/`([^`]+)`/g), (path) => path[1] ?? ''),
}));

const TESTS = new Set(filesBelow('test').map((path) => `test/${path}`));

test('the promises are counted from 1', () => {
  expect(PROMISES.length).toBeGreaterThan(12);
  expect(PROMISES).toEqual(PROMISES.map((_number, index) => index + 1));
});

test('each promise has a row, in their order', () => {
  expect(ROWS.map(({ promise }) => promise)).toEqual(PROMISES);
});

test('each row names tests that there are', () => {
  expect(ROWS.filter(({ tests }) => tests.length === 0)).toEqual([]);
  const unknown = ROWS.flatMap(({ tests }) => tests).filter(
    (path) => !TESTS.has(path) || !path.endsWith('.test.ts') || !/\btest(?:\.each)?\(/.test(textOf(path)),
  );
  expect(unknown).toEqual([]);
});
