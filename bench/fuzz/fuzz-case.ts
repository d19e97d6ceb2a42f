import fc from 'fast-check';
import { stringify } from 'yaml';
import { mutateText, TEXT_MUTATION_KINDS, type TextMutation } from './mutate-text.js';
import { jsonOf, mutateTree, TREE_MUTATION_KINDS, type TreeMutation } from './mutate-tree.js';
import type { SeedDescriptor } from './seed-descriptors.js';
import { copyOf } from './tree-slots.js';

/** How a case is made from a seed: what fast-check draws and shrinks. */
export interface Plan {
  readonly seed: number;
  readonly tree: readonly TreeMutation[];
  readonly text: readonly TextMutation[];
  readonly yaml: boolean;
  readonly settings: number;
}

/** A mutated descriptor. */
export interface FuzzCase {
  /** Of its seed. */
  readonly name: string;
  /** Where it is put among the files that its seed refers to. */
  readonly folder: string;
  readonly format: 'json' | 'yaml';
  readonly bytes: Buffer;
  readonly settings: number;
}

/** Chooses among what there is, so a smaller one is no simpler one. */
const number = (): fc.Arbitrary<number> => fc.noShrink(fc.nat(0x3fff_ffff));

const treeMutation: fc.Arbitrary<TreeMutation> = fc.record({
  kind: fc.constantFrom(...TREE_MUTATION_KINDS),
  at: number(),
  other: number(),
  pick: number(),
});

const textMutation: fc.Arbitrary<TextMutation> = fc.record({
  kind: fc.constantFrom(...TEXT_MUTATION_KINDS),
  at: number(),
  extent: number(),
  pick: number(),
});

/** Mostly trees that are wrong, sometimes texts that are broken, seldom both. */
export const plans: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 10, arbitrary: planOf(fc.array(treeMutation, { minLength: 1, maxLength: 8 }), fc.constant([])) },
  { weight: 2, arbitrary: planOf(fc.constant([]), fc.array(textMutation, { minLength: 1, maxLength: 4 })) },
  {
    weight: 1,
    arbitrary: planOf(fc.array(treeMutation, { maxLength: 4 }), fc.array(textMutation, { maxLength: 2 })),
  },
);

function planOf(
  tree: fc.Arbitrary<readonly TreeMutation[]>,
  text: fc.Arbitrary<readonly TextMutation[]>,
): fc.Arbitrary<Plan> {
  // YAML costs many times what JSON costs.
  const yaml = fc.nat(4).map((drawn) => drawn === 4);
  return fc.record({ seed: number(), tree, text, yaml, settings: fc.nat(5) });
}

/** The bytes of a plan. */
export function caseOf(plan: Plan, seeds: readonly SeedDescriptor[]): FuzzCase {
  const seed = seeds[plan.seed % seeds.length] as SeedDescriptor;
  const format = plan.yaml ? 'yaml' : 'json';
  let bytes: Buffer = Buffer.from(textOf(seed, plan, seeds));
  for (const mutation of plan.text) bytes = mutateText(bytes, mutation);
  return { name: seed.name, folder: seed.folder, format, bytes, settings: plan.settings };
}

function textOf(seed: SeedDescriptor, plan: Plan, seeds: readonly SeedDescriptor[]): string {
  if (plan.tree.length === 0) return plan.yaml ? seed.yaml : seed.json;
  const tree = copyOf(seed.tree);
  const others = seeds.map((other) => other.tree);
  for (const mutation of plan.tree) mutateTree(tree, mutation, others);
  const json = jsonOf(tree);
  return plan.yaml ? yamlOf(json) : json;
}

/** JSON is YAML as well: what the writer does not manage is handed over as it is. */
function yamlOf(json: string): string {
  try {
    return stringify(JSON.parse(json), { aliasDuplicateObjects: false });
  } catch {
    return json;
  }
}
