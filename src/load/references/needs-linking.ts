import { splitPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../descriptor.js';
import { documentPosition, type Position, positionUnder } from './reference-positions.js';
import { referenceSpots } from './reference-spots.js';
import { isMember, isOutside, pointerOf } from './reference-text.js';
import type { References } from './scan-tree.js';

/**
 * Whether a document is not complete as it is: a reference leads out of it, or does not lead anywhere without
 * following another one. The usual document is complete, and this is all that its references cost.
 */
export function needsLinking(document: JsonTree, found: References): boolean {
  const references = new Map(found);
  const visited = new Set<object>();
  // Grows while it is walked: what is data by its place becomes a schema when a reference points at it.
  for (const [reference, position] of references) {
    if (isOutside(reference)) return true;
    const pointer = pointerOf(reference);
    if (pointer === undefined) continue;
    const target = targetOf(document, pointer);
    if (target === undefined) return true;
    if (target.position !== undefined) continue;
    for (const spot of referenceSpots(target.value, position, pointer, visited)) {
      if (!references.has(spot.reference)) references.set(spot.reference, spot.position);
    }
  }
  return false;
}

function targetOf(
  tree: unknown,
  pointer: string,
): { value: unknown; position: Position | undefined } | undefined {
  let value = tree;
  let position: Position | undefined = documentPosition;
  for (const token of splitPointer(pointer)) {
    if (!isMember(value, token)) return undefined;
    if (position && !Array.isArray(value)) position = positionUnder(position, token);
    value = Reflect.get(value, token);
  }
  return { value, position };
}
