import { compareText } from '../base/compare-text.js';
import type { ValueType } from '../model/connector.js';
import type { CellType, InputDefinition, MethodDefinition } from '../model/definition.js';
import type { NormalBody, NormalContent } from '../normalize/normal-descriptor.js';
import type { NormalProperty } from '../normalize/normal-schema.js';
import type { DescribedTypes } from './described-types.js';
import type { InputDraft } from './input-draft.js';
import { isForm, isJson, isText } from './media-types.js';

/** A body as inputs: each field of a form, else one input. */
export function describeBody(
  body: NormalBody | undefined,
  content: NormalContent | undefined,
  types: DescribedTypes,
): InputDraft[] {
  if (body === undefined || content === undefined) return [];
  const fields = fieldsOfForm(content, types);
  if (fields !== undefined) return fields.map((field) => fieldDraft(field, content, body, types));
  const { value, cell } = wholeBody(content, types);
  return [
    {
      pointer: body.pointer,
      wireName: body.name ?? 'body',
      displayName: body.displayName,
      description: body.description ?? content.schema.description,
      deprecated: false,
      default: content.schema.default,
      required: body.required,
      value,
      definition: { in: 'body', type: cell, ...mediaTypeOf(content), ...itemOf(content, cell, types) },
    },
  ];
}

/** How the fields of a form are written; undefined for a body that is one input. */
export function formOf(content: NormalContent, types: DescribedTypes): MethodDefinition['form'] {
  if (fieldsOfForm(content, types) === undefined) return undefined;
  return content.mediaType.startsWith('multipart/')
    ? 'multipart/form-data'
    : 'application/x-www-form-urlencoded';
}

/** JSON as what its schema says; text and XML as text; everything else as bytes. */
function wholeBody(content: NormalContent, types: DescribedTypes): { value: ValueType; cell: CellType } {
  const value = types.valueOf(content.schema);
  if (isJson(content.mediaType)) return { value, cell: types.cellOf(value) };
  if (isText(content.mediaType)) return { value: { kind: 'text' }, cell: 'Text' };
  return { value: { kind: 'file' }, cell: 'File' };
}

function mediaTypeOf({ mediaType }: NormalContent): Partial<InputDefinition> {
  if (mediaType === 'application/json' || mediaType.includes('*')) return {};
  return { mediaType };
}

function itemOf({ schema }: NormalContent, cell: CellType, types: DescribedTypes): Partial<InputDefinition> {
  const fields = cell === 'SerializedItem' && schema.kind !== 'union' ? types.fieldsOf(schema) : undefined;
  if (fields === undefined) return {};
  const sorted = [...fields].sort((left, right) => compareText(left.name, right.name));
  const required = sorted
    .filter((field) => field.required && field.schema.readOnly !== true)
    .map((field) => field.name);
  const properties = Object.fromEntries(
    sorted.map(({ name, schema: part }) => [name, types.cellOf(types.valueOf(part))]),
  );
  return { item: required.length === 0 ? { properties } : { required, properties } };
}

/** The fields of a form body, each an input of its own. */
function fieldsOfForm(
  { mediaType, schema }: NormalContent,
  types: DescribedTypes,
): readonly NormalProperty[] | undefined {
  return isForm(mediaType) ? types.fieldsOf(schema) : undefined;
}

function fieldDraft(
  { name, required, schema }: NormalProperty,
  content: NormalContent,
  body: NormalBody,
  types: DescribedTypes,
): InputDraft {
  const value = types.valueOf(schema);
  const { mediaType, style, explode, allowReserved } = content.encodings?.get(name) ?? {};
  return {
    pointer: schema.pointer,
    wireName: name,
    displayName: schema.displayName,
    description: schema.description,
    deprecated: schema.deprecated === true,
    sunset: schema.sunset,
    default: schema.default,
    required: required && body.required,
    value,
    definition: {
      in: 'field',
      type: types.cellOf(value),
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(style === undefined || style === 'form' ? {} : { style }),
      ...(explode === undefined || explode === ((style ?? 'form') === 'form') ? {} : { explode }),
      ...(allowReserved === true ? { allowReserved: true } : {}),
    },
  };
}
