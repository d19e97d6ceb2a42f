import { compareText } from '../base/compare-text.js';
import type { Problem } from '../base/problem.js';
import type { Input } from '../model/connector.js';
import type { CellType, InputDefinition, MethodDefinition } from '../model/definition.js';
import { HTTP_HEADERS } from '../model/names.js';
import { isSerialized } from '../model/serialized-cells.js';
import type { ServiceInstanceSettings } from '../model/service-instance.js';
import type { NormalOperation, NormalParameter } from '../normalize/normal-descriptor.js';
import { allocateNames, nameGiven } from './allocate-names.js';
import { smartObjectTypeOf } from './cell-type.js';
import { describeBody, formOf } from './describe-body.js';
import type { DescribedTypes } from './described-types.js';
import type { InputDraft } from './input-draft.js';
import { mediaTypesOf } from './media-types.js';
import { nameChanged } from './problems.js';
import { RESERVED_FOR_INPUTS } from './reserved-names.js';
import { HTTP_HEADER_LIST } from './system-types.js';

/** What the inputs of a Method are, and how they make up the body. */
export interface DescribedInputs {
  readonly inputs: readonly Input[];
  readonly form?: NonNullable<MethodDefinition['form']>;
  /** Of the body, the one sent first, where that is not JSON alone. */
  readonly mediaTypes?: readonly string[];
}

const PLACES: readonly InputDefinition['in'][] = ['path', 'body', 'field', 'query', 'header', 'cookie'];

/** An operation's parameters and body as inputs: path first, then the body, then the rest by name. */
export function describeInputs(
  operation: NormalOperation,
  types: DescribedTypes,
  settings: ServiceInstanceSettings,
  problems: Problem[],
): DescribedInputs {
  const content = operation.body?.contents[0];
  const form = content === undefined ? undefined : formOf(content, types);
  const drafts = [
    ...operation.parameters.map((parameter) => parameterDraft(parameter, types)),
    ...describeBody(operation.body, content, types),
  ].sort(inOrder(operation.path));
  const inputs = named(drafts, problems);
  if (settings.addHttpRequestHeaders) inputs.push(headersInput());
  const mediaTypes = mediaTypesOf(operation.body?.contents ?? []);
  return {
    inputs,
    ...(form === undefined ? {} : { form }),
    ...(mediaTypes === undefined ? {} : { mediaTypes }),
  };
}

function parameterDraft(parameter: NormalParameter, types: DescribedTypes): InputDraft {
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
  const isScalar = !isSerialized(type);
  return {
    ...(style === usual || (isScalar && place !== 'path') ? {} : { style }),
    ...(explode === (style === 'form') || isScalar ? {} : { explode }),
    ...(allowReserved ? { allowReserved: true } : {}),
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

function named(drafts: readonly InputDraft[], problems: Problem[]): Input[] {
  // Of two inputs of one name the one that stands earlier keeps it: the path's before the query's.
  const idOf = (draft: InputDraft): string => `${PLACES.indexOf(draft.definition.in)} ${draft.wireName}`;
  const wishes = drafts.map((draft) => ({
    id: idOf(draft),
    name: draft.wireName,
    rank: PLACES.indexOf(draft.definition.in),
    suffix: draft.definition.in,
  }));
  const names = allocateNames(wishes, RESERVED_FOR_INPUTS);
  return drafts.map((draft) => {
    const { systemName, renamed } = nameGiven(names, idOf(draft));
    if (renamed)
      problems.push(nameChanged(draft.pointer, { thing: 'the input', wireName: draft.wireName, systemName }));
    return inputOf(draft, systemName);
  });
}

function inputOf(draft: InputDraft, systemName: string): Input {
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

function inOrder(path: string): (left: InputDraft, right: InputDraft) => number {
  const place = (draft: InputDraft): number => PLACES.indexOf(draft.definition.in);
  const position = (draft: InputDraft): number =>
    draft.definition.in === 'path' ? path.indexOf(`{${draft.wireName}}`) : 0;
  return (left, right) =>
    place(left) - place(right) ||
    position(left) - position(right) ||
    compareText(left.wireName, right.wireName);
}
