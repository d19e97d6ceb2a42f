import { joinPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import { typeUnknown } from '../problems.js';
import { isList, own, type Spot } from '../tree/json-node.js';
import { reportWrongType } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { MEANT_TYPES, TYPE_NAMES, type TypeName, typeOfFormat } from './known-types.js';

/** One type a value may have, with the format that came with a mistaken type name. */
export interface TypeChoice {
  readonly type: TypeName;
  readonly format?: string;
}

const OBJECT: readonly TypeChoice[] = [{ type: 'object' }];
const ARRAY: readonly TypeChoice[] = [{ type: 'array' }];
const OBJECT_KEYWORDS = ['properties', 'additionalProperties', 'patternProperties'];
const ARRAY_KEYWORDS = ['items', 'prefixItems'];

// Most schemas have one right type: those need no list of their own.
const SINGLE: ReadonlyMap<string, readonly TypeChoice[]> = new Map(
  [...TYPE_NAMES].map((type) => [type, [{ type: type as TypeName }]]),
);

/** The types of a schema, inferred where none is written; empty: any value. */
export function readTypes(reading: Reading, spot: Spot): readonly TypeChoice[] {
  const written = own(spot.node, 'type');
  if (typeof written === 'string') {
    return SINGLE.get(written) ?? mendType(reading, spot, written);
  }
  if (isList(written)) return written.flatMap((type) => listedType(reading, spot, type));
  if (written !== undefined && written !== null) {
    reportWrongType(reading, joinPointer(spot.pointer, 'type'), 'type', written, 'text');
  }
  return inferType(spot);
}

function listedType(reading: Reading, spot: Spot, type: JsonTree): readonly TypeChoice[] {
  // YAML reads an unquoted null in the list as null.
  if (type === null) return [{ type: 'null' }];
  if (typeof type === 'string') return SINGLE.get(type) ?? mendType(reading, spot, type);
  reportWrongType(reading, joinPointer(spot.pointer, 'type'), 'type', type, 'text');
  return [];
}

function mendType(reading: Reading, spot: Spot, type: string): readonly TypeChoice[] {
  const name = type.toLowerCase();
  const meant = TYPE_NAMES.has(name) ? { type: name as TypeName } : MEANT_TYPES.get(name);
  // `any` is what many tools write for a schema without a type: nothing is lost by it.
  if (name === 'any') return [];
  const taken = meant === undefined ? 'any value' : meant.type;
  reading.report(typeUnknown(joinPointer(spot.pointer, 'type'), { type, taken }));
  return meant === undefined ? inferType(spot) : [meant];
}

function inferType({ node }: Spot): readonly TypeChoice[] {
  if (OBJECT_KEYWORDS.some((key) => Object.hasOwn(node, key))) return OBJECT;
  if (ARRAY_KEYWORDS.some((key) => Object.hasOwn(node, key))) return ARRAY;
  const format = own(node, 'format');
  const type = typeof format === 'string' ? typeOfFormat(format) : undefined;
  if (type !== undefined) return SINGLE.get(type) ?? [];
  const isMedia = Object.hasOwn(node, 'contentMediaType') || Object.hasOwn(node, 'contentEncoding');
  return isMedia ? (SINGLE.get('string') ?? []) : [];
}
