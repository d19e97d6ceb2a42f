import { joinPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import type { NormalProperty, NormalSchema, SchemaForm } from '../normal-schema.js';
import { restSimplified } from '../problems.js';
import { own, type Spot } from '../tree/json-node.js';
import { entriesAt, spotAt, textsAt } from '../tree/members.js';
import type { SchemaReader } from './schema-reader.js';

/** An object's properties, those in `required` marked, and what further names may hold. */
export function readObjectForm(
  reader: SchemaReader,
  spot: Spot,
  required: readonly string[],
): SchemaForm & { kind: 'object' } {
  const names = new Set(required);
  const properties = readProperties(reader, spot, names);
  const rest = readRest(reader, spot);
  return rest === undefined ? { kind: 'object', properties } : { kind: 'object', properties, rest };
}

/** The names under `required`; Swagger 1 and JSON Schema draft 3 put a boolean there, which is reported. */
export function readRequired(reader: SchemaReader, spot: Spot): readonly string[] {
  if (!Object.hasOwn(spot.node, 'required')) return [];
  return textsAt(reader.reading, spot, 'required') ?? [];
}

function readProperties(reader: SchemaReader, spot: Spot, required: ReadonlySet<string>): NormalProperty[] {
  const map = spotAt(reader.reading, spot, 'properties');
  if (map === undefined) return [];
  const properties: NormalProperty[] = [];
  for (const name of Object.keys(map.node)) {
    const schema = reader.read(map.node[name] as JsonTree, joinPointer(map.pointer, name));
    properties.push({ name, required: required.has(name), schema });
  }
  return properties;
}

function readRest(reader: SchemaReader, spot: Spot): NormalSchema | undefined {
  const further = own(spot.node, 'additionalProperties');
  const rests = readPatterns(reader, spot);
  if (further === false && rests.length > 0) return single(reader, spot, rests);
  if (further !== undefined && further !== null) {
    rests.push(reader.read(further, joinPointer(spot.pointer, 'additionalProperties')));
  }
  return single(reader, spot, rests);
}

function readPatterns(reader: SchemaReader, spot: Spot): NormalSchema[] {
  if (!Object.hasOwn(spot.node, 'patternProperties')) return [];
  const entries = entriesAt(reader.reading, spot, 'patternProperties').filter(
    ({ name }) => !name.startsWith('^x-'),
  );
  return entries.map(({ value, pointer }) => reader.read(value, pointer));
}

function single(reader: SchemaReader, spot: Spot, rests: readonly NormalSchema[]): NormalSchema | undefined {
  if (rests.length < 2) return rests[0];
  reader.reading.report(restSimplified(spot.pointer));
  return { pointer: spot.pointer, kind: 'any' };
}
