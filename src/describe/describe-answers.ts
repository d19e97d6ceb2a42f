import type { Answer, Output, Property, ValueType } from '../model/connector.js';
import type { AnswerDefinition, CellType } from '../model/definition.js';
import type { MethodType } from '../model/helper-methods.js';
import {
  FILE,
  HTTP_RESPONSE_CODE,
  HTTP_RESPONSE_CONTENT,
  HTTP_RESPONSE_HEADERS,
  SERIALIZED_ARRAY,
  SERIALIZED_ITEM,
  VALUE,
} from '../model/names.js';
import { recordDefinition } from '../model/service-object-definition.js';
import type {
  NormalAnswer,
  NormalContent,
  NormalOperation,
  NormalSchema,
} from '../normalize/normal-descriptor.js';
import { smartObjectTypeOf } from './cell-type.js';
import { isJson, isText } from './describe-inputs.js';
import type { DescribedTypes } from './described-types.js';
import { mediaTypesOf } from './media-types.js';
import { HTTP_HEADER_LIST } from './system-types.js';

/** What a Method gives back. */
export interface DescribedAnswers {
  readonly answers: readonly Answer[];
  readonly outputs: readonly Output[];
  readonly type: MethodType;
  /** Media types to ask for, where that is not JSON alone. */
  readonly accept?: string;
  /** What one row is, where the answer has rows. */
  readonly rows?: ValueType;
}

/** An operation's success answers as outputs. Other answers are errors, and have no outputs of their own. */
export function describeAnswers(
  operation: NormalOperation,
  types: DescribedTypes,
  withHeaders: boolean,
): DescribedAnswers {
  const successes = successesOf(operation.answers);
  const answers = successes.map((answer) => withMediaTypes(describeAnswer(answer, types), answer));
  const outputs = new Map<string, Output>();
  for (const [index, answer] of answers.entries()) {
    for (const output of outputsOf(answer, successes[index]?.contents[0]?.schema, types)) {
      if (!outputs.has(output.systemName)) outputs.set(output.systemName, output);
    }
  }
  const accept = acceptOf(successes);
  return {
    answers: answers.length > 0 ? answers : [{ codes: '2XX', definition: { as: 'text' } }],
    outputs: [...outputs.values(), ...HTTP_OUTPUTS, ...(withHeaders ? [HEADERS_OUTPUT] : [])],
    type: methodTypeOf(answers),
    ...(accept === undefined ? {} : { accept }),
    ...rowsOf(operation, answers, outputs, types),
  };
}

// Names that services give the address of the next page.
const NEXT_LINK = /^(@odata\.)?next_?(link|page|url)?$/i;

/**
 * What one row of a Method that can go through pages is: an element of the answer itself, or of the only array
 * beside a link to the next page.
 */
function rowsOf(
  { nextLinkName }: NormalOperation,
  answers: readonly Answer[],
  outputs: ReadonlyMap<string, Output>,
  types: DescribedTypes,
): { rows?: ValueType } {
  const [answer, ...others] = answers.filter(({ definition }) => definition.as !== 'nothing');
  if (answer === undefined || others.length > 0) return {};
  if (answer.definition.as === 'array') {
    const rows = answer.value === undefined ? undefined : types.elementOf(answer.value);
    return rows === undefined ? {} : { rows };
  }
  const all = [...outputs.values()];
  if (nextLinkName === undefined && !all.some(({ wireName }) => NEXT_LINK.test(wireName))) return {};
  const [list, ...more] = all.flatMap(({ value }) => types.elementOf(value) ?? []);
  return list === undefined || more.length > 0 ? {} : { rows: list };
}

/** `default` stands for success only where no code of success is listed. */
function successesOf(answers: readonly NormalAnswer[]): NormalAnswer[] {
  const successes = answers.filter(({ codes }) => /^2(\d\d|XX)$/.test(codes));
  return successes.length > 0 ? successes : answers.filter(({ codes }) => codes === 'default');
}

function withMediaTypes(answer: Answer, { contents }: NormalAnswer): Answer {
  const mediaTypes = mediaTypesOf(contents);
  return mediaTypes === undefined ? answer : { ...answer, mediaTypes };
}

function describeAnswer({ codes, contents }: NormalAnswer, types: DescribedTypes): Answer {
  const content = contents[0];
  if (content === undefined) return { codes, definition: { as: 'nothing' } };
  const { mediaType, schema } = content;
  if (schema.kind === 'file') return { codes, definition: { as: 'file' }, value: { kind: 'file' } };
  if (isJson(mediaType)) return describeJson(codes, content, types);
  if (isText(mediaType)) return { codes, definition: { as: 'text' }, value: { kind: 'text' } };
  return { codes, definition: { as: 'file' }, value: { kind: 'file' } };
}

function describeJson(codes: string, { schema }: NormalContent, types: DescribedTypes): Answer {
  const value = types.valueOf(schema);
  const object = value.kind === 'named' ? { object: value.object } : {};
  if (types.fieldsOf(schema) !== undefined) {
    return {
      codes,
      value,
      ...object,
      definition: { as: 'record', ...recordDefinition(types.propertiesOf(schema)) },
    };
  }
  return { codes, value, definition: singleOf(types.cellOf(value)) };
}

function singleOf(cell: CellType): AnswerDefinition {
  switch (cell) {
    case 'SerializedArray':
      return { as: 'array' };
    case 'SerializedItem':
    case 'SerializedValue':
      return { as: 'item' };
    default:
      return { as: 'value', type: cell };
  }
}

function outputsOf(answer: Answer, schema: NormalSchema | undefined, types: DescribedTypes): Output[] {
  if (answer.definition.as !== 'record') return outputsOfSingle(answer);
  return schema === undefined ? [] : types.propertiesOf(schema).map(outputOfProperty);
}

/** The outputs of an answer that is no record: one or none. */
export function outputsOfSingle({ definition, value = { kind: 'any' } }: Answer): Output[] {
  switch (definition.as) {
    case 'array':
      return [output(SERIALIZED_ARRAY, 'Serialized Array', 'SerializedArray', value)];
    case 'item':
      return [output(SERIALIZED_ITEM, 'Serialized Item (String)', 'SerializedValue', value)];
    case 'value':
      return [output(VALUE, VALUE, definition.type, value)];
    case 'file':
      return [output(FILE, FILE, 'File', value)];
    default:
      return [];
  }
}

/** A Property of the answered Object Type, as the Method's output. */
export function outputOfProperty({
  systemName,
  displayName,
  wireName,
  type,
  cell,
  value,
  description,
}: Property): Output {
  return {
    systemName,
    displayName,
    wireName,
    type,
    cell,
    value,
    ...(description === undefined ? {} : { description }),
  };
}

// The same for each Method, and so made once.
const HTTP_OUTPUTS: readonly Output[] = [
  {
    ...output(HTTP_RESPONSE_CODE, HTTP_RESPONSE_CODE, 'Number', { kind: 'number', whole: true }),
    description: "The answer's status code",
  },
  {
    ...output(HTTP_RESPONSE_CONTENT, HTTP_RESPONSE_CONTENT, 'Text', { kind: 'text' }),
    type: 'Memo',
    description: "The answer's text, where it was not taken apart",
  },
];
const HEADERS_OUTPUT: Output = {
  ...output(HTTP_RESPONSE_HEADERS, HTTP_RESPONSE_HEADERS, 'SerializedArray', HTTP_HEADER_LIST),
  description: "The answer's headers, for HTTPHeader › Deserialize Typed Array",
};

function output(systemName: string, displayName: string, cell: CellType, value: ValueType): Output {
  return { systemName, displayName, wireName: systemName, type: smartObjectTypeOf(cell), cell, value };
}

/** Arrays are listed, everything else that is answered is read; without an answer a Method is executed. */
function methodTypeOf(answers: readonly Answer[]): MethodType {
  const forms = answers.map((answer) => answer.definition.as);
  if (forms.includes('array')) return 'list';
  return forms.some((form) => form !== 'nothing') ? 'read' : 'execute';
}

function acceptOf(successes: readonly NormalAnswer[]): string | undefined {
  const asked = successes.flatMap(({ contents }) =>
    contents[0] === undefined ? [] : [contents[0].mediaType],
  );
  const accept = [
    ...new Set(asked.map((mediaType) => (mediaType === '*/*' ? 'application/json' : mediaType))),
  ].join(', ');
  return accept === '' || accept === 'application/json' ? undefined : accept;
}
