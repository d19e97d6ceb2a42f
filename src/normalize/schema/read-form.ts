import type { NormalSchema, SchemaForm } from '../normal-schema.js';
import { enumValueUnusable, schemaKeywordLeftOut } from '../problems.js';
import type { Spot } from '../tree/json-node.js';
import type { TypeName } from './known-types.js';
import { readArrayForm } from './read-array.js';
import { readEnum } from './read-enum.js';
import { readObjectForm } from './read-object.js';
import { readNumberForm, readTextForm } from './read-scalar-forms.js';
import { readTypes, type TypeChoice } from './read-types.js';
import { ANY, type NullableForm, type SchemaReader } from './schema-reader.js';

// Keywords that narrow values in ways no type can say.
const LEFT_OUT: ReadonlySet<string> = new Set(['not', 'if', 'dependentSchemas', 'dependencies']);

/** What a schema's own keywords say, without `allOf`, `oneOf` and `anyOf`. */
export function readForm(reader: SchemaReader, spot: Spot, required: readonly string[]): NullableForm {
  const marked = readMarks(reader, spot);
  const types = readTypes(reader.reading, spot);
  const chosen = readChoices(reader, spot, types);
  if (chosen !== undefined) return { form: chosen.form, nullable: chosen.nullable || marked };
  const [only] = types;
  if (types.length === 1 && only !== undefined && only.type !== 'null') {
    return { form: formOfType(reader, spot, only, required), nullable: marked };
  }
  const values = types.filter(({ type }) => type !== 'null');
  const nullable = marked || (values.length > 0 && values.length < types.length);
  return { form: formOfTypes(reader, spot, types, values, required), nullable };
}

function formOfTypes(
  reader: SchemaReader,
  spot: Spot,
  all: readonly TypeChoice[],
  values: readonly TypeChoice[],
  required: readonly string[],
): SchemaForm {
  const [first, ...others] = values;
  if (first === undefined) return all.length > 0 ? { kind: 'null' } : ANY;
  if (others.length === 0) return formOfType(reader, spot, first, required);
  const of = values.map((choice): NormalSchema => {
    return { pointer: spot.pointer, ...formOfType(reader, spot, choice, required) };
  });
  return { kind: 'union', of };
}

function formOfType(
  reader: SchemaReader,
  spot: Spot,
  choice: TypeChoice,
  required: readonly string[],
): SchemaForm {
  switch (choice.type) {
    case 'object':
      return readObjectForm(reader, spot, required);
    case 'array':
      return readArrayForm(reader, spot);
    case 'string':
      return readTextForm(reader.reading, spot, choice);
    case 'integer':
    case 'number':
      return readNumberForm(reader.reading, spot, choice.type, choice);
    default:
      return { kind: choice.type };
  }
}

/** Choices, unless the schema is a list or an object: choices of those are not simple values. */
function readChoices(
  reader: SchemaReader,
  spot: Spot,
  types: readonly TypeChoice[],
): NullableForm | undefined {
  const { node, pointer } = spot;
  if (!Object.hasOwn(node, 'enum') && !Object.hasOwn(node, 'const')) return undefined;
  const isCompound = types.length > 0 && types.every(({ type }) => COMPOUND.has(type));
  if (!isCompound) return readEnum(reader.reading, spot);
  if (Object.hasOwn(node, 'enum')) {
    reader.reading.report(enumValueUnusable(pointer, { found: 'a list or an object' }));
  }
  return undefined;
}

const COMPOUND: ReadonlySet<TypeName> = new Set<TypeName>(['array', 'object']);

/** Whether the schema is marked as nullable; what cannot be carried over is reported on the way. */
function readMarks(reader: SchemaReader, { node, pointer }: Spot): boolean {
  let isNullable = false;
  // One walk over the few keys there are: asking for each of these by name costs more than all the rest.
  for (const key in node) {
    if (!Object.hasOwn(node, key)) continue;
    if (LEFT_OUT.has(key)) reader.reading.report(schemaKeywordLeftOut(pointer, { keyword: key }));
    else if ((key === 'nullable' || key === 'x-nullable') && node[key] === true) isNullable = true;
  }
  return isNullable;
}
