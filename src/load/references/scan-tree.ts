import type { JsonTree } from '../descriptor.js';
import type { LoadLimits } from '../load-limits.js';
import { tooLarge } from '../too-large.js';
import { type Position, positionUnder, schemaPosition } from './reference-positions.js';
import { isOutside, namesFile } from './reference-text.js';

/** Each distinct reference of a tree, with the position of the first one. */
export type References = Map<string, Position>;

/**
 * One walk over a whole tree: holds it to the limits on depth and size, and gathers its references. A subtree
 * that is shared (a YAML alias) is counted wherever it is used, and a ring is a tree without end.
 *
 * @param position what stands at the top; undefined for data
 * @throws SourceFailure DESCRIPTOR_TOO_LARGE
 */
export function scanTree(tree: JsonTree, position: Position | undefined, limits: LoadLimits): References {
  const { maxDepth, maxNodes } = limits;
  const references: References = new Map();
  // Three lists beside each other, so that a node costs no object.
  const nodes: (readonly JsonTree[] | { readonly [key: string]: JsonTree })[] = [];
  const positions: (Position | undefined)[] = [];
  const depths: number[] = [];
  let count = 1;
  const push = (value: JsonTree, at: Position | undefined, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (depth > maxDepth) throw tooLarge('maxDepth', limits);
    nodes.push(value);
    positions.push(at);
    depths.push(depth);
  };
  push(tree, position, 1);
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const at = positions.pop();
    const depth = (depths.pop() ?? 0) + 1;
    if (Array.isArray(node)) {
      count += node.length;
      for (const item of node) push(item, at, depth);
    } else {
      const object = node as { readonly [key: string]: JsonTree };
      const keys = Object.keys(object);
      count += keys.length;
      if (at?.isMapping) gatherMapping(object, references);
      for (const key of keys) {
        const value = object[key] ?? null;
        if (typeof value === 'object') push(value, at && positionUnder(at, key), depth);
        else if (key === '$ref' && typeof value === 'string' && at && !at.isMapping)
          note(value, at, references);
      }
    }
    if (count > maxNodes) throw tooLarge('maxNodes', limits);
  }
  return references;
}

function gatherMapping(object: { readonly [key: string]: JsonTree }, into: References): void {
  for (const value of Object.values(object)) {
    if (typeof value === 'string' && isOutside(value) && namesFile(value)) note(value, schemaPosition, into);
  }
}

function note(reference: string, at: Position, into: References): void {
  if (!into.has(reference)) into.set(reference, at);
}
