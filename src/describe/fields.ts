import type { NormalProperty, NormalSchema } from '../normalize/normal-schema.js';

/** The Properties of the type at a pointer, or undefined where it is no object. */
export type FieldsOfType = (pointer: string) => readonly NormalProperty[] | undefined;

/**
 * The Properties that a schema lists: its own, those of what it refers to, or for a choice between objects those
 * of all of them. Undefined where it is no object, or one without listed Properties.
 */
export function fieldsOf(
  schema: NormalSchema,
  fieldsOfType: FieldsOfType,
): readonly NormalProperty[] | undefined {
  switch (schema.kind) {
    case 'object':
      return schema.properties.length === 0 ? undefined : schema.properties;
    case 'reference':
      return fieldsOfType(schema.key);
    case 'union': {
      const variants = schema.of.map((part) => fieldsOf(part, fieldsOfType));
      const objects = variants.filter((fields) => fields !== undefined);
      return objects.length < variants.length ? undefined : united(objects);
    }
    default:
      return undefined;
  }
}

/** Every Property of any variant once; required only where it is in all of them. */
function united(variants: readonly (readonly NormalProperty[])[]): NormalProperty[] {
  const fields = new Map<string, { field: NormalProperty; requiredIn: number; kinds: Set<string> }>();
  for (const field of variants.flat()) {
    const known = fields.get(field.name) ?? { field, requiredIn: 0, kinds: new Set<string>() };
    known.requiredIn += field.required ? 1 : 0;
    known.kinds.add(kindOf(field.schema));
    fields.set(field.name, known);
  }
  return Array.from(fields.values(), ({ field, requiredIn, kinds }) => ({
    name: field.name,
    required: requiredIn === variants.length,
    schema: kinds.size === 1 ? field.schema : { kind: 'any', pointer: field.schema.pointer },
  }));
}

function kindOf(schema: NormalSchema): string {
  if (schema.kind === 'reference') return schema.key;
  // A choice of strings that differs from variant to variant (the discriminator) is text in all of them.
  const isText =
    schema.kind === 'string' ||
    (schema.kind === 'enum' && schema.values.every((value) => typeof value === 'string'));
  return isText ? 'text' : schema.kind;
}
