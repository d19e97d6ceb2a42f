import type { NormalSchema, SchemaForm, SchemaRemarks } from '../normal-schema.js';
import { requiredUndeclared } from '../problems.js';
import { buildSchema, joinRemarks } from './build-schema.js';
import { mergeForms } from './merge-forms.js';
import { ANY, type Part, type SchemaReader } from './schema-reader.js';

/** A part, and whether it was reached through a reference: then its title and description are not ours. */
export interface Member {
  readonly part: Part;
  readonly isNamed: boolean;
}

/** Parts that must all hold, as one; `own` is what the schema says beside its `allOf`. */
export function mergeParts(
  reader: SchemaReader,
  pointer: string,
  members: readonly Member[],
  own: Part,
): Part {
  const parts = [...members.map(({ part }) => part), own];
  const form = parts.reduce((merged, part) => mergeForms({ reader, pointer }, merged, part.form), ANY);
  return withRequired({
    remarks: members.reduce(addRemarks, own.remarks),
    form,
    nullable: own.nullable || areNullable(parts),
    required: uniteRequired(reader, pointer, parts, own),
  });
}

/** The part as a schema; the first required name that nothing describes is reported. */
export function schemaOf(reader: SchemaReader, part: Part): NormalSchema {
  const { remarks, form, nullable, required } = part;
  if (form.kind === 'object' && form.rest?.kind !== 'any') {
    const [name] = required;
    if (name !== undefined) reader.reading.report(requiredUndeclared(remarks.pointer, { name }));
  }
  return buildSchema(remarks, form, nullable);
}

function uniteRequired(
  reader: SchemaReader,
  pointer: string,
  parts: readonly Part[],
  own: Part,
): readonly string[] {
  const count = parts.reduce((sum, { required }) => sum + required.length, 0);
  return reader.spend(count, pointer) ? parts.flatMap(({ required }) => required) : own.required;
}

function areNullable(parts: readonly Part[]): boolean {
  const telling = parts.filter(({ form }) => form.kind !== 'any');
  return telling.length > 0 && telling.every(({ nullable }) => nullable);
}

function addRemarks(remarks: SchemaRemarks, { part, isNamed }: Member): SchemaRemarks {
  return isNamed ? remarks : joinRemarks(remarks, part.remarks);
}

/** Marks the properties named in `required`; names without a property stay in it. */
export function withRequired(part: Part): Part {
  if (part.required.length === 0) return part;
  const names = new Set(part.required);
  const form = requireIn(part.form, names);
  if (form.kind !== 'object') return form === part.form ? part : { ...part, form };
  for (const { name } of form.properties) names.delete(name);
  return { ...part, form, required: [...names] };
}

function requireIn(form: SchemaForm, names: ReadonlySet<string>): SchemaForm {
  if (form.kind === 'union')
    return { ...form, of: form.of.map((variant) => requireInSchema(variant, names)) };
  if (form.kind !== 'object') return form;
  const properties = form.properties.map((property) => {
    return property.required || !names.has(property.name) ? property : { ...property, required: true };
  });
  return { ...form, properties };
}

function requireInSchema(schema: NormalSchema, names: ReadonlySet<string>): NormalSchema {
  if (schema.kind !== 'object') return schema;
  return buildSchema(schema, requireIn(schema, names), schema.nullable === true);
}
