import { joinPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import type { EnumValue, NormalSchema, SchemaForm, SchemaRemarks } from '../normal-schema.js';
import { unionLeftOut } from '../problems.js';
import { isNode, own, type Spot } from '../tree/json-node.js';
import { listAt, textAt } from '../tree/members.js';
import type { NullableForm, SchemaReader } from './schema-reader.js';

/** The alternatives of a schema. */
export interface Alternatives extends NullableForm {
  /** What the only alternative left says of itself. */
  readonly remarks?: SchemaRemarks;
}

/** `oneOf`, else `anyOf`; nothing where they say nothing that a type could carry. */
export function readUnion(reader: SchemaReader, spot: Spot): Alternatives | undefined {
  const oneOf = readVariants(reader, spot, 'oneOf');
  const anyOf = readVariants(reader, spot, 'anyOf');
  if (oneOf !== undefined && anyOf !== undefined) reader.reading.report(unionLeftOut(spot.pointer));
  const variants = oneOf ?? anyOf;
  return variants === undefined ? undefined : alternativesOf(reader, spot, variants);
}

/** Whether a schema has alternatives at all. */
export function hasUnion({ node }: Spot): boolean {
  return Object.hasOwn(node, 'oneOf') || Object.hasOwn(node, 'anyOf');
}

function readVariants(
  reader: SchemaReader,
  spot: Spot,
  key: 'oneOf' | 'anyOf',
): readonly NormalSchema[] | undefined {
  if (!Object.hasOwn(spot.node, key)) return undefined;
  const members = listAt(reader.reading, spot, key);
  if (members === undefined || members.length === 0 || members.every(saysOnlyRequired)) return undefined;
  return members.map((member, index) => reader.read(member, joinPointer(spot.pointer, key, index)));
}

/** `anyOf: [{required: [a]}, {required: [b]}]` chooses among properties, not among types. */
function saysOnlyRequired(member: JsonTree): boolean {
  if (!isNode(member)) return false;
  const keys = Object.keys(member);
  return (
    keys.length > 0 &&
    keys.every((key) => key === 'required' || key === 'not' || key === 'type') &&
    !(keys.length === 1 && keys[0] === 'type')
  );
}

function alternativesOf(
  reader: SchemaReader,
  spot: Spot,
  variants: readonly NormalSchema[],
): Alternatives | undefined {
  const values = variants.filter(({ kind }) => kind !== 'null');
  const nullable = values.length < variants.length;
  const [only, ...more] = values;
  if (only === undefined) return { form: { kind: 'null' }, nullable: false };
  if (more.length === 0) {
    return { form: only, nullable: nullable || only.nullable === true, remarks: only };
  }
  if (values.every(({ kind }) => kind === 'any'))
    return nullable ? { form: { kind: 'any' }, nullable } : undefined;
  return { form: joinEnums(values) ?? unionOf(reader, spot, values), nullable };
}

function unionOf(reader: SchemaReader, spot: Spot, of: readonly NormalSchema[]): SchemaForm {
  const discriminator = readDiscriminator(reader, spot);
  return discriminator === undefined ? { kind: 'union', of } : { kind: 'union', of, discriminator };
}

function readDiscriminator({ reading }: SchemaReader, spot: Spot): string | undefined {
  const discriminator = own(spot.node, 'discriminator');
  if (!isNode(discriminator)) return typeof discriminator === 'string' ? discriminator : undefined;
  return textAt(
    reading,
    { node: discriminator, pointer: joinPointer(spot.pointer, 'discriminator') },
    'propertyName',
  );
}

/** Alternatives that are single choices (`const`, each with a title) are one list of choices. */
function joinEnums(variants: readonly NormalSchema[]): SchemaForm | undefined {
  const values: EnumValue[] = [];
  const names: string[] = [];
  for (const variant of variants) {
    if (variant.kind !== 'enum' || variant.nullable === true) return undefined;
    values.push(...variant.values);
    if (variant.values.length === 1 && variant.title !== undefined) names.push(variant.title);
  }
  const unique = [...new Set(values)];
  if (names.length !== values.length || unique.length !== values.length)
    return { kind: 'enum', values: unique };
  return { kind: 'enum', values, names };
}
