import { FOREIGN_KEYWORDS, VERSIONS } from './foreign-keywords.js';
import { NAMES, NUMBERS, PIECES } from './hostile-pieces.js';
import { copyOf, type Json, put, rename, type Slot, slotsOf, take, valueAt } from './tree-slots.js';

/** One change of a tree; the numbers choose spot, value and extent, whatever the tree. */
export interface TreeMutation {
  readonly kind: TreeMutationKind;
  readonly at: number;
  readonly other: number;
  readonly pick: number;
}

/** Stands in a tree for a number that JavaScript would not keep; `numbersIn` writes it out. */
const NUMBER = '\ue000number:';

/** The JSON text of a tree with the numbers as they were meant. */
export function jsonOf(tree: Json): string {
  return JSON.stringify(tree, null, 1).replace(/"\ue000number:([^"]*)"/g, '$1');
}

/** Changes the tree in place; where nothing fits, it stays as it is. */
export function mutateTree(tree: Json, mutation: TreeMutation, others: readonly Json[]): void {
  const slots = slotsOf(tree);
  const fitting = slots.filter((slot) => FITS[mutation.kind]?.(slot) ?? true);
  const slot = chosen(fitting.length > 0 ? fitting : slots, mutation.at);
  if (slot !== undefined) MUTATE[mutation.kind]({ slot, slots, tree, others, ...mutation });
}

interface Scene extends TreeMutation {
  readonly slot: Slot;
  readonly slots: readonly Slot[];
  readonly tree: Json;
  readonly others: readonly Json[];
}

const MUTATE = {
  remove: ({ slot }: Scene) => take(slot),
  duplicate: ({ slot, slots, other, pick }: Scene) => {
    const target = chosen(slots, other);
    if (target !== undefined) put(target.parent, nameOf(pick), copyOf(valueAt(slot)));
  },
  retype: ({ slot, pick }: Scene) => put(slot.parent, slot.key, chosen(WRONG_VALUES, pick) ?? null),
  rename: ({ slot, pick }: Scene) => rename(slot, nameOf(pick)),
  text: ({ slot, pick }: Scene) => put(slot.parent, slot.key, textOf(pick)),
  name: ({ slot, pick }: Scene) => put(slot.parent, slot.key, nameOf(pick)),
  number: ({ slot, pick }: Scene) => put(slot.parent, slot.key, `${NUMBER}${chosen(NUMBERS, pick)}`),
  refer: ({ slot, slots, pick, other }: Scene) => {
    const reference = referenceOf(slot, slots, pick, other);
    put(slot.parent, slot.key, slot.key === '$ref' ? reference : { $ref: reference });
  },
  deepen: ({ slot, pick, other }: Scene) =>
    put(slot.parent, slot.key, nested(valueAt(slot), chosen(DEPTHS, pick) ?? 1, other)),
  swapKind: ({ slot }: Scene) => put(slot.parent, slot.key, otherKind(valueAt(slot))),
  exchange: ({ slot, slots, other }: Scene) => {
    const target = chosen(slots, other);
    if (target === undefined || isWithin(slot, target) || isWithin(target, slot)) return;
    const value = valueAt(slot);
    put(slot.parent, slot.key, valueAt(target));
    put(target.parent, target.key, value);
  },
  foreign: ({ slot, pick }: Scene) => {
    const [key, value] = chosen(FOREIGN_KEYWORDS, pick) ?? ['x', null];
    put(slot.parent, key, copyOf(value));
  },
  version: ({ tree, pick }: Scene) => {
    if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return;
    const [key, value] = chosen(VERSIONS, pick) ?? ['openapi', '3.1.0'];
    delete tree['swagger'];
    delete tree['openapi'];
    put(tree, key, copyOf(value));
  },
  multiply: ({ slot, pick }: Scene) => {
    for (const name of nearNames(slot.key, pick)) put(slot.parent, name, copyOf(valueAt(slot)));
  },
  graft: ({ slot, others, other, pick }: Scene) => {
    const same = slotsOf(chosen(others, other) ?? null).filter(({ key }) => key === slot.key);
    const grafted = chosen(same, pick);
    if (grafted !== undefined) put(slot.parent, slot.key, copyOf(valueAt(grafted)));
  },
} satisfies Record<string, (scene: Scene) => void>;

export type TreeMutationKind = keyof typeof MUTATE;
export const TREE_MUTATION_KINDS = Object.keys(MUTATE) as TreeMutationKind[];

const FITS: Partial<Record<TreeMutationKind, (slot: Slot) => boolean>> = {
  text: (slot) => typeof valueAt(slot) === 'string',
  name: (slot) => typeof valueAt(slot) === 'string',
  rename: ({ parent }) => !Array.isArray(parent),
  multiply: ({ parent }) => !Array.isArray(parent),
  foreign: ({ parent }) => !Array.isArray(parent),
  swapKind: (slot) => typeof valueAt(slot) === 'object',
  refer: ({ key, parent }) => key === '$ref' || 'type' in parent || 'schema' in parent,
  deepen: ({ key }) => /^(?:schema|items|[A-Z]\w*|allOf|properties)$/.test(key),
  graft: ({ key }) => /^[a-z]\w+$/.test(key),
};

const WRONG_VALUES: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  '',
  'x',
  [],
  {},
  [null],
  [[]],
  [[[{}]]],
  { '': null },
  { a: { b: { c: [] } } },
  ['a', 'a', 1],
  [{}, {}],
];

const DEPTHS = [1, 2, 5, 40, 120, 260, 600];

function chosen<T>(choices: readonly T[], number: number): T | undefined {
  return choices[number % Math.max(1, choices.length)];
}

/** Half of them names with a meaning, half made of hostile pieces. */
function nameOf(pick: number): string {
  return pick % 2 === 0 ? (chosen(NAMES, pick >> 1) ?? '') : textOf(pick >> 1);
}

/** One to three pieces in a row. */
function textOf(pick: number): string {
  const count = 1 + (pick % 3);
  return Array.from({ length: count }, (_, index) => chosen(PIECES, (pick >> 2) + index * 17)).join('');
}

function referenceOf(slot: Slot, slots: readonly Slot[], pick: number, other: number): string {
  const target = chosen(slots, other);
  const pointers = [
    pointerTo(target ?? slot),
    pointerTo(slot),
    pointerTo({ ...slot, path: slot.path.slice(0, -1) }),
    '#',
    '#/',
    '',
    '#/components/schemas/__proto__',
    '#/definitions/constructor',
    '#/%',
    '#/paths/0/~2',
    'no-such.yaml#/x',
    '../../../../etc/passwd',
    'file:///etc/passwd',
    'http://127.0.0.1:9/x.json#/a',
    'schemas/index.yaml',
    'openapi.yaml#/paths',
    'fuzz-case.json#/info',
    textOf(pick >> 4),
  ];
  // Half of all references lead somewhere.
  return pick % 2 === 0 ? pointerTo(target ?? slot) : (chosen(pointers, pick >> 1) ?? '#');
}

function pointerTo({ path }: Pick<Slot, 'path'>): string {
  return `#${path.map((token) => `/${escaped(token)}`).join('')}`;
}

function escaped(token: string): string {
  return encodeURIComponent(
    token
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replaceAll('~', '~0')
      .replaceAll('/', '~1'),
  );
}

function nested(value: Json, depth: number, other: number): Json {
  const wraps: readonly ((inner: Json) => Json)[] = [
    (inner) => ({ type: 'array', items: inner }),
    (inner) => ({ type: 'object', properties: { a: inner } }),
    (inner) => ({ allOf: [inner, { properties: { b: {} } }] }),
    (inner) => ({ anyOf: [inner, { type: 'integer' }] }),
    (inner) => ({ additionalProperties: inner }),
    (inner) => [inner],
  ];
  let tree = value;
  for (let level = 0; level < depth; level++) tree = chosen(wraps, other)?.(tree) ?? tree;
  return tree;
}

function otherKind(value: Json): Json {
  if (Array.isArray(value)) return { ...value } as Json;
  if (typeof value === 'object' && value !== null) return Object.values(value);
  return [value];
}

function isWithin(inner: Slot, outer: Slot): boolean {
  return outer.path.every((key, index) => inner.path[index] === key);
}

/** Names that differ by case, punctuation or Unicode form, or not at all once they are identifiers. */
function nearNames(key: string, pick: number): string[] {
  const near = [
    key.toUpperCase(),
    key.toLowerCase(),
    `${key} `,
    `${key}_`,
    `${key}-`,
    `_${key}`,
    key.normalize('NFD'),
    `${key}\u200b`,
    `${key}_2`,
    `${key}2`,
    `${key}List`,
    `${key}[]`,
    `${key}/{id}`,
  ];
  return near.slice(pick % near.length).slice(0, 6);
}
