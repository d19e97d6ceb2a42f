import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesBelow, nodesOf, SOURCES, textOf } from './source-tree.js';

/** Say nothing, wherever they stand in a name. */
const BANNED = new Set(['utils', 'util', 'helpers', 'common', 'misc', 'manager']);
/** Say nothing where nothing stands behind them; `data-fields` are K2's. */
const BANNED_LAST = new Set(['data', 'info']);
const BANNED_FIRST = new Set(['process', 'do']);

/** `file:line` of every node that is wrong. */
function places(isWrong: (node: ts.Node) => boolean): string[] {
  return SOURCES.flatMap(({ path, tree }) =>
    nodesOf(tree)
      .filter(isWrong)
      .map((node) => `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`),
  );
}

describe('file names', () => {
  const paths = [...filesBelow('src'), ...filesBelow('templates')];

  test('are in kebab-case', () => {
    expect(
      paths.filter((path) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.(ts|hbs)$/.test(path)),
    ).toEqual([]);
  });

  test('say what is inside', () => {
    const wrong = paths.filter((path) =>
      path.split('/').some((part) => {
        const words = part.replace(/\.\w+$/, '').split('-');
        return (
          words.some((word) => BANNED.has(word)) ||
          BANNED_FIRST.has(words[0] ?? '') ||
          BANNED_LAST.has(words.at(-1) ?? '')
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('are index only where a door is', () => {
    const doors = ['index.ts', 'runtime/index.ts', 'server/index.ts', 'workflow/index.ts'];
    expect(paths.filter((path) => /(^|\/)index\.ts$/.test(path) && !doors.includes(path))).toEqual([]);
  });
});

test('docs/ARCHITECTURE.md names files that are there', () => {
  const named = Array.from(textOf('docs/ARCHITECTURE.md').matchAll(/`([\w/-]+\.ts)`/g), ([, path]) => path);
  const paths = new Set(SOURCES.map(({ path }) => path));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !paths.has(path ?? ''))).toEqual([]);
});

describe('the source has', () => {
  test('no any', () => {
    expect(places((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  test('nothing that makes code of text', () => {
    const makesCode = (node: ts.Node): boolean =>
      ts.isIdentifier(node) &&
      (node.text === 'eval' || node.text === 'Function') &&
      !ts.isPropertyAccessExpression(node.parent) &&
      !ts.isTypeReferenceNode(node.parent);
    expect(places(makesCode)).toEqual([]);
    const vm = SOURCES.filter(({ imports }) =>
      imports.some(({ from }) => from === 'node:vm' || from === 'vm'),
    );
    expect(vm.map(({ path }) => path)).toEqual([]);
  });

  test('one place that makes text fit for emitted source', () => {
    const makesSafe = (node: ts.Node): boolean =>
      ts.isAsExpression(node) && node.type.getText() === 'SafeText';
    const makers = new Set(places(makesSafe).map((place) => place.replace(/:\d+$/, '')));
    expect([...makers]).toEqual(['emit/typescript/safe-text.ts']);
  });

  test('no default exports', () => {
    const isDefault = (node: ts.Node): boolean =>
      ts.isExportAssignment(node) || (ts.isModifier(node) && node.kind === ts.SyntaxKind.DefaultKeyword);
    expect(places(isDefault)).toEqual([]);
  });

  test('no switched-off checks', () => {
    const wrong = SOURCES.filter(({ tree }) => /@ts-|biome-ignore|eslint-disable/.test(tree.text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('no clock and no chance where files are made', () => {
    const floors = ['base', 'model', 'normalize', 'describe', 'emit'];
    const wrong = SOURCES.filter(
      ({ floor, tree }) =>
        floors.includes(floor) &&
        /\bDate\b(?!')|Math\.random|randomUUID|performance\.now|localeCompare|\bIntl\./.test(tree.text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
