import { joinPointer } from '../../base/json-pointer.js';
import type { NormalSchema, SchemaRemarks } from '../normal-schema.js';
import { isList, isNode, own, type Spot } from '../tree/json-node.js';
import { noteSiblings } from '../tree/resolve-reference.js';
import { buildSchema, joinRemarks } from './build-schema.js';
import { referenceIn } from './named-schemas.js';
import { readRemarks } from './read-remarks.js';
import { ANY, type SchemaReader } from './schema-reader.js';

// Keywords that say something of values which a NormalSchema carries.
const TELLING: ReadonlySet<string> = new Set([
  '$ref',
  '$dynamicRef',
  'type',
  'format',
  'enum',
  'const',
  'properties',
  'required',
  'additionalProperties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  'oneOf',
  'anyOf',
  'contentEncoding',
  'contentMediaType',
]);

const NONE: readonly string[] = [];
const REFERENCE: readonly string[] = ['$ref', '$dynamicRef'];
const MEMBERS: readonly string[] = ['allOf', 'type'];

/**
 * A schema that means one named schema and adds only remarks: a `$ref`, or an `allOf` whose one telling
 * member is a `$ref`. It stays a reference, so that the name is not lost.
 */
export function readSoleReference(reader: SchemaReader, spot: Spot): NormalSchema | undefined {
  const reference = referenceIn(reader.reading, spot);
  if (reference === undefined) return readSoleMember(reader, spot);
  if (!reader.reading.isJsonSchema) {
    noteSiblings(reader.reading, spot);
    return referenceSchema(reader, reference, spot.pointer, { pointer: spot.pointer }, false);
  }
  if (tellsMore(spot, REFERENCE)) return undefined;
  return referenceSchema(
    reader,
    reference,
    spot.pointer,
    readRemarks(reader.reading, spot),
    isMarkedNullable(spot),
  );
}

function readSoleMember(reader: SchemaReader, spot: Spot): NormalSchema | undefined {
  const members = own(spot.node, 'allOf');
  if (!isList(members) || tellsMore(spot, MEMBERS)) return undefined;
  const type = own(spot.node, 'type');
  if (type !== undefined && type !== 'object') return undefined;
  const spots: Spot[] = [];
  let only: Spot | undefined;
  for (let index = 0; index < members.length; index++) {
    const node = members[index];
    if (!isNode(node)) return undefined;
    const member = { node, pointer: joinPointer(spot.pointer, 'allOf', index) };
    if (!tellsMore(member, NONE)) spots.push(member);
    else if (only === undefined) only = member;
    else return undefined;
  }
  const reference = only && own(only.node, '$ref');
  if (only === undefined || typeof reference !== 'string' || tellsMore(only, REFERENCE)) return undefined;
  const beside = [spot, ...spots];
  return referenceSchema(
    reader,
    reference,
    only.pointer,
    gather(reader, beside),
    beside.some(isMarkedNullable),
  );
}

function referenceSchema(
  reader: SchemaReader,
  reference: string,
  pointer: string,
  remarks: SchemaRemarks,
  isNullable: boolean,
): NormalSchema {
  const key = reader.refer(reference, pointer);
  return buildSchema(remarks, key === undefined ? ANY : { kind: 'reference', key }, isNullable);
}

function gather(reader: SchemaReader, spots: readonly Spot[]): SchemaRemarks {
  const all = spots.map((spot) => readRemarks(reader.reading, spot));
  return all.reduce(joinRemarks);
}

function tellsMore({ node }: Spot, except: readonly string[]): boolean {
  for (const key in node) {
    if (TELLING.has(key) && !except.includes(key) && Object.hasOwn(node, key)) return true;
  }
  return false;
}

function isMarkedNullable({ node }: Spot): boolean {
  return own(node, 'nullable') === true || own(node, 'x-nullable') === true;
}
