import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeTree, methodIn } from '../describe/describe-tree.js';
import { emitTree } from '../emit/emit-tree.js';
import { typeCheck } from '../type-check.js';

// What `npm run fuzz` has found, each as a descriptor in `test/descriptors`.
test('paths that share a Path Item have Methods of their own', () => {
  const path = new URL('../descriptors/path-item-shared.json', import.meta.url);
  const tree = JSON.parse(readFileSync(path, 'utf8'));
  const described = describeTree(tree);
  const paths = ['get', 'Get_b', 'Get_c'].map((name) => methodIn(described, name).call.path);
  expect(paths).toEqual(['/a', '/b', '/c']);
  expect(described.connector.serviceObjects.flatMap(({ methods }) => methods)).toHaveLength(3);
  expect(typeCheck(emitTree(tree))).toEqual([]);
});
