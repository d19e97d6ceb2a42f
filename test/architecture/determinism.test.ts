import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { Tree } from '../describe/describe-tree.js';
import { emitTree } from '../emit/emit-tree.js';
import { filesBelow, textOf } from './source-tree.js';

const OURS = filesBelow('descriptors').map((file) => `descriptors/${file}`);
const GOLDEN = filesBelow('test/golden')
  .filter((file) => file.endsWith('/descriptor.json'))
  .map((file) => `test/golden/${file}`);

const treeOf = (file: string): Tree => parse(textOf(file)) as Tree;

/** Where the order of names says nothing; elsewhere (`tags`, `enum`, `oneOf`, parameters) it is a list anyway. */
function turned(tree: JsonTree): JsonTree {
  if (Array.isArray(tree)) return tree.map(turned);
  if (typeof tree !== 'object' || tree === null) return tree;
  const entries = Object.entries(tree).map(([name, part]): [string, JsonTree] => [name, turned(part)]);
  return Object.fromEntries(entries.reverse());
}

describe.each([...OURS, ...GOLDEN])('%s', (file) => {
  test('gives the same files twice', () => {
    expect(emitTree(treeOf(file))).toEqual(emitTree(treeOf(file)));
  });

  test('gives the same files with all its names in the other order', () => {
    const files = emitTree(treeOf(file));
    const others = emitTree(turned(treeOf(file)) as Tree);
    expect(others.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    for (const [index, other] of others.entries())
      expect(other.content, other.path).toBe(files[index]?.content);
  });
});
