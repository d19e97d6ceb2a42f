import { joinPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import { memberMissing, memberWrongType } from '../problems.js';
import { isList, isNode, kindOf, own, type Spot } from './json-node.js';
import type { Reading } from './reading.js';

// Members of the wrong type are reported and then treated as absent. `null` is absent without a word:
// it is what YAML makes of a key with nothing behind it.

/** One entry of a map in the document. */
export interface Entry {
  readonly name: string;
  readonly value: JsonTree;
  readonly pointer: string;
}

/** The text under a key. */
export function textAt(reading: Reading, spot: Spot, key: string): string | undefined {
  const value = own(spot.node, key);
  if (typeof value === 'string') return value;
  return ignored(reading, spot, key, value, 'text');
}

/** The boolean under a key. */
export function flagAt(reading: Reading, spot: Spot, key: string): boolean | undefined {
  const value = own(spot.node, key);
  if (typeof value === 'boolean') return value;
  return ignored(reading, spot, key, value, 'true or false');
}

/** The list under a key. */
export function listAt(reading: Reading, spot: Spot, key: string): readonly JsonTree[] | undefined {
  const value = own(spot.node, key);
  if (isList(value)) return value;
  return ignored(reading, spot, key, value, 'a list');
}

/** The object under a key. */
export function spotAt(reading: Reading, spot: Spot, key: string): Spot | undefined {
  const value = own(spot.node, key);
  if (isNode(value)) return { node: value, pointer: joinPointer(spot.pointer, key) };
  return ignored(reading, spot, key, value, 'an object');
}

/** The texts of a list; members of it that are not text are reported and left out. */
export function textsAt(reading: Reading, spot: Spot, key: string): readonly string[] | undefined {
  const list = listAt(reading, spot, key);
  return list?.filter((value, index): value is string => {
    if (typeof value === 'string') return true;
    reportWrongType(reading, joinPointer(spot.pointer, key, index), key, value, 'text');
    return false;
  });
}

/** The entries of a map, in document order. */
export function entriesAt(reading: Reading, spot: Spot, key: string): readonly Entry[] {
  const map = spotAt(reading, spot, key);
  return map === undefined ? [] : entriesOf(map);
}

/** The entries of a map that is at hand, in document order. */
export function entriesOf(map: Spot): readonly Entry[] {
  return Object.entries(map.node).map(([name, value]) => {
    return { name, value, pointer: joinPointer(map.pointer, name) };
  });
}

/** The value as a node, or nothing and a Problem. */
export function spotOf(reading: Reading, { name, value, pointer }: Entry): Spot | undefined {
  if (isNode(value)) return { node: value, pointer };
  reportWrongType(reading, pointer, name, value, 'an object');
  return undefined;
}

/** Reports a member that has to be there and is not. */
export function reportMissing(reading: Reading, spot: Spot, member: string): void {
  reading.report(memberMissing(spot.pointer, { member }));
}

/** Reports a member that is of another type than the specification asks for. */
export function reportWrongType(
  reading: Reading,
  pointer: string,
  member: string,
  value: JsonTree,
  wanted: string,
): void {
  reading.report(memberWrongType(pointer, { member, wanted, found: kindOf(value) }));
}

function ignored(
  reading: Reading,
  spot: Spot,
  key: string,
  value: JsonTree | undefined,
  wanted: string,
): undefined {
  if (value === undefined || value === null) return undefined;
  reportWrongType(reading, joinPointer(spot.pointer, key), key, value, wanted);
  return undefined;
}
