import type { JsonTree } from '../../load/descriptor.js';
import {
  referenceCycle,
  referenceExternal,
  referenceSiblingsIgnored,
  referenceUnresolved,
} from '../problems.js';
import { isNode, own, type Spot } from './json-node.js';
import { type Entry, spotOf } from './members.js';
import type { Reading } from './reading.js';
import type { Target } from './reference-index.js';

/**
 * The node itself or, through however many references, the node that is meant; nothing and a Problem
 * where there is none. For everything but schemas: those keep their references.
 */
export function resolveReference(reading: Reading, entry: Entry): Spot | undefined {
  const reference = isNode(entry.value) ? own(entry.value, '$ref') : undefined;
  if (typeof reference !== 'string') return spotOf(reading, entry);
  const target = chaseReference(reading, reference, entry.pointer);
  return target === undefined ? undefined : spotOf(reading, { ...target, name: entry.name });
}

/** Follows a reference to the first thing that is more than a reference; reports what leads nowhere. */
export function chaseReference(reading: Reading, reference: string, pointer: string): Target | undefined {
  const found = findTarget(reading, reference, pointer);
  if (found === undefined) return undefined;
  const passed = new Set<string>();
  let target: Target | undefined = found;
  while (target !== undefined && !passed.has(target.pointer)) {
    const onward = pureReference(reading, target.value);
    if (onward === undefined) return remember(reading, passed, target);
    passed.add(target.pointer);
    target = reading.chased.has(target.pointer)
      ? reading.chased.get(target.pointer)
      : findTarget(reading, onward, target.pointer);
  }
  if (target !== undefined) reading.report(referenceCycle(target.pointer, { reference }));
  return remember(reading, passed, undefined);
}

// A chain of references is walked once, not once for each of its members.
function remember(
  reading: Reading,
  passed: ReadonlySet<string>,
  target: Target | undefined,
): Target | undefined {
  for (const pointer of passed) reading.chased.set(pointer, target);
  return target;
}

/**
 * The text of a `$ref` that stands for its whole node. What stands beside it is ignored up to OpenAPI 3.0
 * (Reference Object: additional properties SHALL be ignored); from 3.1 on, it makes the node more than a reference.
 */
function pureReference(reading: Reading, value: JsonTree): string | undefined {
  if (!isNode(value)) return undefined;
  const reference = own(value, '$ref');
  if (typeof reference !== 'string') return undefined;
  return reading.isJsonSchema && hasSiblings(value) ? undefined : reference;
}

/** Notes, once for the document, that something beside a `$ref` goes unread. */
export function noteSiblings(reading: Reading, spot: Spot): void {
  if (!reading.isJsonSchema && hasSiblings(spot.node)) {
    reading.reportOnce(referenceSiblingsIgnored.code, referenceSiblingsIgnored(spot.pointer));
  }
}

function hasSiblings(node: Spot['node']): boolean {
  for (const key in node) if (key !== '$ref' && Object.hasOwn(node, key)) return true;
  return false;
}

function findTarget(reading: Reading, reference: string, pointer: string): Target | undefined {
  if (!reference.startsWith('#')) {
    reading.report(referenceExternal(pointer, { reference }));
    return undefined;
  }
  const target = reading.references.find(reference);
  if (target === undefined) reading.report(referenceUnresolved(pointer, { reference }));
  return target;
}
