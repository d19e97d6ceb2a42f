import { joinPointer, splitPointer } from '../../base/json-pointer.js';
import { percentDecoded } from '../../base/percent-decoded.js';
import type { JsonTree } from '../../load/descriptor.js';
import { isList, isNode, type JsonNode, own } from './json-node.js';

/** Where a reference leads; `value` may still be a reference itself. */
export interface Target {
  readonly value: JsonTree;
  readonly pointer: string;
}

/** References passed through while one pointer is followed; more is a ring. */
const MAX_HOPS = 50;

/** Finds what `$ref`s inside one document point at. Each text is looked up once. */
export class ReferenceIndex {
  readonly #document: JsonNode;
  readonly #found = new Map<string, Target | undefined>();
  #anchors: Map<string, string> | undefined;

  constructor(document: JsonNode) {
    this.#document = document;
  }

  /** The target of `#/a/b`, `#` or `#anchor`; nothing when there is none, or when it lies outside. */
  find(reference: string): Target | undefined {
    return this.#find(reference, 0);
  }

  #find(reference: string, hops: number): Target | undefined {
    if (this.#found.has(reference)) return this.#found.get(reference);
    const target = hops > MAX_HOPS ? undefined : this.#follow(reference, hops);
    this.#found.set(reference, target);
    return target;
  }

  #follow(reference: string, hops: number): Target | undefined {
    const fragment = fragmentOf(reference);
    if (fragment === undefined) return undefined;
    if (fragment === '' || fragment.startsWith('/')) return this.#walk(fragment, hops);
    const anchored = this.#anchorPointer(fragment);
    return anchored === undefined ? undefined : this.#walk(anchored, hops);
  }

  #walk(pointer: string, hops: number): Target | undefined {
    let target: Target = { value: this.#document, pointer: '' };
    for (const token of splitPointer(pointer)) {
      const next = step(target, token) ?? this.#stepThrough(target, token, hops);
      if (next === undefined) return undefined;
      target = next;
    }
    return target;
  }

  // A bundler may write `#/definitions/A/properties/b` although A is itself a reference.
  #stepThrough(from: Target, token: string, hops: number): Target | undefined {
    const reference = isNode(from.value) ? own(from.value, '$ref') : undefined;
    if (typeof reference !== 'string') return undefined;
    const target = this.#find(reference, hops + 1);
    return target === undefined ? undefined : step(target, token);
  }

  #anchorPointer(name: string): string | undefined {
    this.#anchors ??= indexAnchors(this.#document);
    return this.#anchors.get(name);
  }
}

function fragmentOf(reference: string): string | undefined {
  return reference.startsWith('#') ? percentDecoded(reference.slice(1)) : undefined;
}

function step(from: Target, token: string): Target | undefined {
  const value = memberOf(from.value, token);
  return value === undefined ? undefined : { value, pointer: joinPointer(from.pointer, token) };
}

function memberOf(value: JsonTree, token: string): JsonTree | undefined {
  if (isNode(value)) return own(value, token);
  if (isList(value) && /^(0|[1-9]\d{0,8})$/.test(token)) return value[Number(token)];
  return undefined;
}

/** `$anchor` and `$dynamicAnchor` (JSON Schema 2020-12, section 8.2.2) of the whole document; the first of a name wins. */
function indexAnchors(document: JsonNode): Map<string, string> {
  const anchors = new Map<string, string>();
  const open: Target[] = [{ value: document, pointer: '' }];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    const { value: tree } = target;
    if (isNode(tree)) keepAnchor(anchors, tree, target.pointer);
    if (!isNode(tree) && !isList(tree)) continue;
    const children: [string, JsonTree][] = Object.entries(tree).reverse();
    for (const [token, value] of children) {
      if (typeof value === 'object') open.push({ value, pointer: joinPointer(target.pointer, token) });
    }
  }
  return anchors;
}

function keepAnchor(anchors: Map<string, string>, node: JsonNode, pointer: string): void {
  for (const key of ['$anchor', '$dynamicAnchor']) {
    const name = own(node, key);
    if (typeof name === 'string' && !anchors.has(name)) anchors.set(name, pointer);
  }
}
