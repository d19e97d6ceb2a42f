import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Change } from '../../src/compare/change.js';
import { compareConnectors } from '../../src/compare/compare-connectors.js';
import { changesBetween, connectorOf } from './compare-texts.js';
import { descriptor, dice, reordered, withNamedSchemas } from './rewrite-tree.js';

const RUNS = { numRuns: 60 };
const seed = fc.integer({ min: 0 });

function breaking(changes: readonly Change[]): string[] {
  return changes
    .filter(({ severity }) => severity === 'breaking')
    .map(({ code, message }) => `${code}: ${message}`);
}

test('a Connector does not differ from itself', async () => {
  await fc.assert(
    fc.asyncProperty(descriptor, async (tree) => {
      const connector = await connectorOf(JSON.stringify(tree));
      expect(compareConnectors(connector, structuredClone(connector))).toEqual([]);
    }),
    RUNS,
  );
});

test('the order of keys makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(descriptor, seed, async (tree, start) => {
      const other = reordered(tree, dice(start));
      expect(await changesBetween(JSON.stringify(tree), JSON.stringify(other))).toEqual([]);
    }),
    RUNS,
  );
});

test('JSON or YAML makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(descriptor, async (tree) => {
      expect(await changesBetween(JSON.stringify(tree, null, 2), stringify(tree))).toEqual([]);
    }),
    RUNS,
  );
});

test('giving inline schemas a name breaks nothing', async () => {
  await fc.assert(
    fc.asyncProperty(descriptor, seed, async (tree, start) => {
      const moved = withNamedSchemas(tree, dice(start));
      expect(breaking(await changesBetween(JSON.stringify(tree), JSON.stringify(moved)))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('two descriptors, whatever they are, are compared to an end, each change once', async () => {
  await fc.assert(
    fc.asyncProperty(descriptor, descriptor, async (one, other) => {
      const changes = await changesBetween(JSON.stringify(one), JSON.stringify(other));
      const told = changes.map(({ code, before, after, message }) =>
        JSON.stringify([code, before, after, message]),
      );
      expect(new Set(told).size).toBe(told.length);
      expect(changes.filter(({ message }) => /undefined|\[object/.test(message))).toEqual([]);
    }),
    RUNS,
  );
});
