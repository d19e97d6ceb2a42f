import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, SOURCES, textOf } from './source-tree.js';

const tree = SOURCES.find(({ path }) => path === 'workspace/connectors/check-report.ts')
  ?.tree as ts.SourceFile;

/** Every `rule: '…'` that a finding of `check` is given, and the names of those that stand in tables. */
const RULES = new Set(
  nodesOf(tree).flatMap((node) => {
    if (!ts.isPropertyAssignment(node)) return [];
    const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : '';
    if (name === 'rule') return textsIn(node.initializer);
    const holder = node.parent.parent;
    const isTable = ts.isVariableDeclaration(holder) && ['INPUTS', 'FILES'].includes(holder.name.getText());
    return isTable && name !== 'foreign' ? [name] : [];
  }),
);

function textsIn(node: ts.Node): string[] {
  if (ts.isTemplateExpression(node)) return ['lock-missing', 'lock-broken'];
  if (ts.isConditionalExpression(node)) return [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)];
  return ts.isStringLiteral(node) ? [node.text] : [];
}

test('docs/fresh.md has a heading for every rule of check, and for no other', () => {
  const page = textOf('docs/fresh.md');
  const headings = Array.from(page.matchAll(/^### (.+)$/gm), ([, heading]) => heading ?? '');
  expect([...RULES].length).toBeGreaterThan(12);
  expect(headings.sort()).toEqual([...RULES].sort());
});
