import { compareText } from '../base/compare-text.js';
import type { Problem } from '../base/problem.js';
import type { Input, ValueType } from '../model/connector.js';
import type { CellType, InputDefinition, MethodDefinition } from '../model/definition.js';
import { HTTP_HEADERS } from '../model/names.js';
import type {
  NormalBody,
  NormalContent,
  NormalOperation,
  NormalParameter,
  NormalProperty,
} from '../normalize/normal-descriptor.js';
import { type AllocatedName, allocateNames } from './allocate-names.js';
import { smartObjectTypeOf } from './cell-type.js';
import type { DescribedTypes } from './described-types.js';
import { mediaTypesOf } from './media-types.js';
import { nameChanged } from './problems.js';
import { RESERVED_FOR_INPUTS } from './reserved-names.js';
import { HTTP_HEADER_LIST } from './system-types.js';
import { isForm } from './type-catalogue.js';

/** What the inputs of a Method are, and how they make up the body. */
export interface DescribedInputs {
  readonly inputs: readonly Input[];
  readonly form?: NonNullable<MethodDefinition['form']>;
  /** Of the body, the one sent first, where that is not JSON alone. */
  readonly mediaTypes?: readonly string[];
}

/** An input before it has a name. */
interface Draft {
  readonly pointer: string;
  readonly wireName: string;
  readonly displayName?: string | undefined;
  readonly description?: string | undefined;
  readonly deprecated: boolean;
  readonly sunset?: string | undefined;
  readonly default?: unknown;
  readonly required: boolean;
  readonly value: ValueType;
  readonly definition: Omit<InputDefinition, 'name' | 'required'>;
}

const PLACES: readonly InputDefinition['in'][] = ['path', 'body', 'field', 'query', 'header', 'cookie'];

/** An operation's parameters and body as inputs: path first, then the body, then the rest by name. */
export function describeInputs(
  operation: NormalOperation,
  types: DescribedTypes,
  withHeaders: boolean,
  problems: Problem[],
): DescribedInputs {
  const content = operation.body?.contents[0];
  const form =
    content !== undefined && fieldsOfForm(content, types) !== undefined ? formOf(content) : undefined;
  const drafts = [
    ...operation.parameters.map((parameter) => parameterDraft(parameter, types)),
    ...bodyDrafts(operation.body, content, types),
  ].sort(inOrder(operation.path));
  const inputs = named(drafts, problems);
  if (withHeaders) inputs.push(headersInput());
  const mediaTypes = mediaTypesOf(operation.body?.contents ?? []);
  return {
    inputs,
    ...(form === undefined ? {} : { form }),
    ...(mediaTypes === undefined ? {} : { mediaTypes }),
  };
}

function parameterDraft(parameter: NormalParameter, types: DescribedTypes): Draft {
  const value = types.valueOf(parameter.schema);
  const type = types.cellOf(value);
  return {
    pointer: parameter.pointer,
    wireName: parameter.name,
    displayName: parameter.displayName ?? parameter.schema.displayName,
    description: parameter.description ?? parameter.schema.description,
    deprecated: parameter.deprecated,
    sunset: parameter.sunset ?? parameter.schema.sunset,
    default: parameter.schema.default,
    required: parameter.required,
    value,
    definition: { in: parameter.in, type, ...styleOf(parameter, type) },
  };
}

/** Style and explode, where they differ from what the runtime takes for granted. A scalar in a query has neither. */
function styleOf(parameter: NormalParameter, type: CellType): Partial<InputDefinition> {
  const { in: place, style, explode, allowReserved, mediaType } = parameter;
  const usual = place === 'path' || place === 'header' ? 'simple' : 'form';
  const isScalar = !type.startsWith('Serialized');
  return {
    ...(style === usual || (isScalar && place !== 'path') ? {} : { style }),
    ...(explode === (style === 'form') || isScalar ? {} : { explode }),
    ...(allowReserved ? { allowReserved: true } : {}),
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

function bodyDrafts(
  body: NormalBody | undefined,
  content: NormalContent | undefined,
  types: DescribedTypes,
): Draft[] {
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

/** JSON as what its schema says; text and XML as text; everything else as bytes. */
function wholeBody(content: NormalContent, types: DescribedTypes): { value: ValueType; cell: CellType } {
  const value = types.valueOf(content.schema);
  if (isJson(content.mediaType)) return { value, cell: types.cellOf(value) };
  if (isText(content.mediaType)) return { value: { kind: 'text' }, cell: 'Text' };
  return { value: { kind: 'file' }, cell: 'File' };
}

export function isJson(mediaType: string): boolean {
  return mediaType === '*/*' || mediaType === 'application/*' || /[/+]json\b/.test(mediaType);
}

/** Text of any kind, XML among it: K2's authors write it as it is. */
export function isText(mediaType: string): boolean {
  return mediaType.startsWith('text/') || /[/+]xml\b/.test(mediaType) || isForm(mediaType);
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

function formOf({ mediaType }: NormalContent): NonNullable<MethodDefinition['form']> {
  return mediaType.startsWith('multipart/') ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
}

function fieldDraft(
  { name, required, schema }: NormalProperty,
  content: NormalContent,
  body: NormalBody,
  types: DescribedTypes,
): Draft {
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

function named(drafts: readonly Draft[], problems: Problem[]): Input[] {
  // Of two inputs of one name the one that stands earlier keeps it: the path's before the query's.
  const idOf = (draft: Draft): string => `${PLACES.indexOf(draft.definition.in)} ${draft.wireName}`;
  const wishes = drafts.map((draft) => ({
    id: idOf(draft),
    name: draft.wireName,
    rank: PLACES.indexOf(draft.definition.in),
    suffix: draft.definition.in,
  }));
  const names = allocateNames(wishes, RESERVED_FOR_INPUTS);
  return drafts.map((draft) => {
    const { systemName, renamed } = names.get(idOf(draft)) as AllocatedName;
    if (renamed)
      problems.push(nameChanged(draft.pointer, { thing: 'the input', wireName: draft.wireName, systemName }));
    return inputOf(draft, systemName);
  });
}

function inputOf(draft: Draft, systemName: string): Input {
  const { wireName, value, required, description } = draft;
  return {
    systemName,
    displayName: draft.displayName ?? wireName,
    wireName,
    pointer: draft.pointer,
    type: smartObjectTypeOf(draft.definition.type),
    value,
    required,
    ...(draft.default === undefined ? {} : { default: draft.default }),
    ...(description === undefined ? {} : { description }),
    ...(draft.deprecated ? { deprecated: true } : {}),
    ...(draft.sunset === undefined ? {} : { sunset: draft.sunset }),
    definition: {
      ...draft.definition,
      ...(systemName === wireName ? {} : { name: wireName }),
      ...(required ? { required: true } : {}),
    },
  };
}

function headersInput(): Input {
  return {
    systemName: HTTP_HEADERS,
    displayName: HTTP_HEADERS,
    wireName: HTTP_HEADERS,
    type: 'Memo',
    value: HTTP_HEADER_LIST,
    required: false,
    description: 'Headers of this call, made with HTTPHeader › Serialize Add Item To Array',
  };
}

function inOrder(path: string): (left: Draft, right: Draft) => number {
  const place = (draft: Draft): number => PLACES.indexOf(draft.definition.in);
  const position = (draft: Draft): number =>
    draft.definition.in === 'path' ? path.indexOf(`{${draft.wireName}}`) : 0;
  return (left, right) =>
    place(left) - place(right) ||
    position(left) - position(right) ||
    compareText(left.wireName, right.wireName);
}
