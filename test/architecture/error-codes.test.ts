import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, SOURCES, textOf } from './source-tree.js';

const tree = SOURCES.find(({ path }) => path === 'base/errors.ts')?.tree as ts.SourceFile;
const nodes = nodesOf(tree);

const union = nodes.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'ErrorCode');
const CODES = nodesOf(tree)
  .filter((node): node is ts.StringLiteral => ts.isStringLiteral(node) && isInside(node, union))
  .map(({ text }) => text);
const CLASSES = nodes.filter(ts.isClassDeclaration).map(({ name }) => name?.text ?? '');

function isInside(node: ts.Node, outer: ts.Node | undefined): boolean {
  return outer !== undefined && node.pos >= outer.pos && node.end <= outer.end;
}

/** Rows of the page's tables: code, class, and the other cells. */
const ROWS = textOf('docs/errors.md')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('every code has one row in docs/errors.md, in the order of the source, and there is no other', () => {
  expect(CODES.length).toBeGreaterThan(20);
  expect(ROWS.map(([code]) => code)).toEqual(CODES.map((code) => `\`${code}\``));
});

test('every row says all there is to say', () => {
  const wrong = ROWS.filter((cells) => cells.length !== 5 || cells.some((cell) => cell === ''));
  expect(wrong).toEqual([]);
});

test('every row names a class of ours, and every class is named', () => {
  const named = ROWS.map(([, name]) => name?.replaceAll('`', '') ?? '');
  expect(named.filter((name) => !CLASSES.includes(name))).toEqual([]);
  expect(CLASSES.filter((name) => name !== 'RestBrokerError' && !named.includes(name))).toEqual([]);
});

test('every code is used', () => {
  const used = new Set(
    SOURCES.filter(({ path }) => path !== 'base/errors.ts').flatMap((file) =>
      nodesOf(file.tree).flatMap((node) => (ts.isStringLiteral(node) ? [node.text] : [])),
    ),
  );
  expect(CODES.filter((code) => !used.has(code))).toEqual([]);
});

test('an error is thrown as the class that its row names', () => {
  const wrong = SOURCES.flatMap((file) =>
    nodesOf(file.tree).flatMap((node) => {
      if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression)) return [];
      const [code] = node.arguments ?? [];
      if (!CLASSES.includes(node.expression.text) || code === undefined || !ts.isStringLiteral(code))
        return [];
      const row = ROWS.find(([name]) => name === `\`${code.text}\``);
      return row?.[1] === `\`${node.expression.text}\``
        ? []
        : [`${file.path}: ${node.expression.text} ${code.text}`];
    }),
  );
  expect(wrong).toEqual([]);
});
