import { joinPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import type { NormalSchema, SchemaForm } from '../normal-schema.js';
import { isList, own, type Spot } from '../tree/json-node.js';
import type { SchemaReader } from './schema-reader.js';

/**
 * An array, or a tuple: `prefixItems` (JSON Schema 2020-12, section 10.3.1.1), or a list under `items`
 * as earlier drafts have it. Without `items`, anything may be in it.
 */
export function readArrayForm(reader: SchemaReader, spot: Spot): SchemaForm {
  const prefix = own(spot.node, 'prefixItems');
  if (isList(prefix)) return readTuple(reader, spot, 'prefixItems', prefix, 'items');
  const items = own(spot.node, 'items');
  if (isList(items)) return readTuple(reader, spot, 'items', items, 'additionalItems');
  const pointer = joinPointer(spot.pointer, 'items');
  if (items === undefined || items === null) return { kind: 'array', items: { pointer, kind: 'any' } };
  return { kind: 'array', items: reader.read(items, pointer) };
}

function readTuple(
  reader: SchemaReader,
  spot: Spot,
  key: string,
  members: readonly JsonTree[],
  restKey: string,
): SchemaForm {
  const items = members.map((member, index) => reader.read(member, joinPointer(spot.pointer, key, index)));
  const rest = readTupleRest(reader, spot, restKey);
  return rest === undefined ? { kind: 'tuple', items } : { kind: 'tuple', items, rest };
}

function readTupleRest(reader: SchemaReader, spot: Spot, key: string): NormalSchema | undefined {
  const rest = own(spot.node, key);
  if (rest === undefined || rest === null) return undefined;
  return reader.read(rest, joinPointer(spot.pointer, key));
}
