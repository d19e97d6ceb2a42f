import type { ChoiceValue, ValueForm, ValueType } from '../model/connector.js';
import type { NormalSchema } from '../normalize/normal-schema.js';
import { isInlineType } from './type-catalogue.js';

const ANY: ValueForm = { kind: 'any' };
const INT64: ValueForm = { kind: 'number', whole: true, format: 'int64' };

/** System name of the Object Type that a schema at a pointer became. */
export type NameOfType = (pointer: string) => string | undefined;

/** A schema as it is used somewhere: named types and inline objects by name. */
export function valueTypeOf(schema: NormalSchema, nameOf: NameOfType): ValueType {
  // The limits of an inline object are told by its definition.
  if (isInlineType(schema)) return withNull(schema, namedForm(schema.pointer, nameOf));
  return withLimits(schema, withNull(schema, formOf(schema, nameOf)));
}

/** A schema as the definition of the type it is: its own name is not used for itself. */
export function definitionOf(schema: NormalSchema, nameOf: NameOfType): ValueType {
  const form: ValueForm =
    isInlineType(schema) && schema.kind === 'object'
      ? recordForm(schema.rest, nameOf)
      : formOf(schema, nameOf);
  return withLimits(schema, withNull(schema, form));
}

function withNull(schema: NormalSchema, form: ValueForm): ValueType {
  return schema.nullable === true ? { ...form, nullable: true } : form;
}

function withLimits({ limits }: NormalSchema, value: ValueType): ValueType {
  return limits === undefined ? value : { ...value, limits };
}

function recordForm(rest: NormalSchema | undefined, nameOf: NameOfType): ValueForm {
  return rest === undefined ? { kind: 'record' } : { kind: 'record', rest: valueTypeOf(rest, nameOf) };
}

function namedForm(pointer: string, nameOf: NameOfType): ValueForm {
  const object = nameOf(pointer);
  return object === undefined ? ANY : { kind: 'named', object };
}

function formOf(schema: NormalSchema, nameOf: NameOfType): ValueForm {
  switch (schema.kind) {
    case 'any':
    case 'nothing':
    case 'null':
    case 'file':
      return { kind: schema.kind };
    case 'boolean':
      return { kind: 'yes-no' };
    case 'string':
      return schema.format === undefined ? { kind: 'text' } : { kind: 'text', format: schema.format };
    case 'integer':
      return schema.format === 'int64' ? INT64 : { kind: 'number', whole: true };
    case 'number':
      return numberForm(schema.format);
    case 'enum':
      return choiceForm(schema.values);
    case 'reference':
      return namedForm(schema.key, nameOf);
    case 'object':
      return { kind: 'map', of: schema.rest === undefined ? ANY : valueTypeOf(schema.rest, nameOf) };
    case 'array':
      return { kind: 'list', of: valueTypeOf(schema.items, nameOf) };
    case 'tuple':
      return tupleForm(schema.items, schema.rest, nameOf);
    case 'union':
      return { kind: 'one-of', of: schema.of.map((part) => valueTypeOf(part, nameOf)) };
  }
}

function tupleForm(
  items: readonly NormalSchema[],
  rest: NormalSchema | undefined,
  nameOf: NameOfType,
): ValueForm {
  const parts = items.map((item) => valueTypeOf(item, nameOf));
  return rest === undefined
    ? { kind: 'tuple', items: parts }
    : { kind: 'tuple', items: parts, rest: valueTypeOf(rest, nameOf) };
}

/** A number too large for a double (`1e400`) is Infinity by now, and that is no literal: then any number is taken. */
function choiceForm(values: readonly ChoiceValue[]): ValueForm {
  const isPlain = (value: ChoiceValue): boolean => typeof value !== 'number' || Number.isFinite(value);
  if (values.every(isPlain)) return { kind: 'choice', values };
  const others = { kind: 'choice', values: values.filter(isPlain) } as const;
  const number: ValueForm = { kind: 'number', whole: false };
  return others.values.length === 0 ? number : { kind: 'one-of', of: [others, number] };
}

function numberForm(format: string | undefined): ValueForm {
  if (format === 'decimal') return { kind: 'number', whole: false, format: 'decimal' };
  if (format === 'int64') return INT64;
  return { kind: 'number', whole: format === 'int32' };
}
