import type { Writable } from '../../base/writable.js';
import type { NormalSchema, SchemaForm, SchemaRemarks } from '../normal-schema.js';

/** A schema in the making: members of every form, as they come. */
type Draft = Writable<SchemaRemarks> & { kind: SchemaForm['kind'] } & {
  properties?: unknown;
  items?: unknown;
  rest?: unknown;
  of?: unknown;
  discriminator?: string;
  values?: unknown;
  names?: unknown;
  key?: string;
  format?: string;
};

const REMARKS = [
  'title',
  'displayName',
  'description',
  'deprecated',
  'readOnly',
  'writeOnly',
  'internal',
  'default',
  'sunset',
  'limits',
] as const;

/**
 * A schema of these remarks and this form. The form may be a schema itself: its own remarks are not taken.
 * Written out, as spreading two objects is the slowest thing a large descriptor makes us do.
 */
export function buildSchema(remarks: SchemaRemarks, form: SchemaForm, nullable: boolean): NormalSchema {
  const schema: Draft = { pointer: remarks.pointer, kind: form.kind };
  if (remarks.title !== undefined) schema.title = remarks.title;
  if (remarks.displayName !== undefined) schema.displayName = remarks.displayName;
  if (remarks.description !== undefined) schema.description = remarks.description;
  if (remarks.deprecated !== undefined) schema.deprecated = remarks.deprecated;
  if (remarks.readOnly !== undefined) schema.readOnly = remarks.readOnly;
  if (remarks.writeOnly !== undefined) schema.writeOnly = remarks.writeOnly;
  if (remarks.internal !== undefined) schema.internal = remarks.internal;
  if (remarks.default !== undefined) schema.default = remarks.default;
  if (remarks.sunset !== undefined) schema.sunset = remarks.sunset;
  if (remarks.limits !== undefined) schema.limits = remarks.limits;
  if (nullable) schema.nullable = true;
  addForm(schema, form);
  // With the members of its kind, which were copied from a form of that kind.
  return schema as unknown as NormalSchema;
}

function addForm(schema: Draft, form: SchemaForm): void {
  switch (form.kind) {
    case 'object':
      schema.properties = form.properties;
      if (form.rest !== undefined) schema.rest = form.rest;
      break;
    case 'array':
      schema.items = form.items;
      break;
    case 'tuple':
      schema.items = form.items;
      if (form.rest !== undefined) schema.rest = form.rest;
      break;
    case 'union':
      schema.of = form.of;
      if (form.discriminator !== undefined) schema.discriminator = form.discriminator;
      break;
    case 'enum':
      schema.values = form.values;
      if (form.names !== undefined) schema.names = form.names;
      break;
    case 'reference':
      schema.key = form.key;
      break;
    case 'string':
    case 'integer':
    case 'number':
      if (form.format !== undefined) schema.format = form.format;
  }
}

/** The remarks of the first, completed by those of the second; the pointer is the first's, `nullable` is dropped. */
export function joinRemarks(first: SchemaRemarks, second: SchemaRemarks): SchemaRemarks {
  const joined: Writable<SchemaRemarks> = { pointer: first.pointer };
  for (const key of REMARKS) {
    const value = first[key] ?? second[key];
    if (value !== undefined) (joined as Record<string, unknown>)[key] = value;
  }
  return joined;
}
