import type { JsonTree } from '../../load/descriptor.js';

/** An object of the parsed document. Read it through `own`: its keys are untrusted. */
export type JsonNode = { readonly [key: string]: JsonTree };

/** A node together with the JSON Pointer it stands at. */
export interface Spot {
  readonly node: JsonNode;
  readonly pointer: string;
}

export function isNode(value: JsonTree | undefined): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: JsonTree | undefined): value is readonly JsonTree[] {
  return Array.isArray(value);
}

/** The node's own member; `constructor` and its kind are nothing unless the document says so. */
export function own(node: JsonNode, key: string): JsonTree | undefined {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

/** The kind of a value as an author would call it. */
export function kindOf(value: JsonTree): string {
  if (value === null) return 'null';
  if (isList(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
