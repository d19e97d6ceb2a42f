import type { Answer, MethodType, Output, ValueType } from '../model/connector.js';
import type { AnswerDefinition, CellType } from '../model/definition.js';
import { isNextLinkName } from '../model/next-link-name.js';
import type { ServiceInstanceSettings } from '../model/service-instance.js';
import { recordDefinition } from '../model/service-object-definition.js';
import type { NormalAnswer, NormalContent, NormalOperation } from '../normalize/normal-descriptor.js';
import type { NormalSchema } from '../normalize/normal-schema.js';
import type { DescribedTypes } from './described-types.js';
import { isJson, isText, mediaTypesOf } from './media-types.js';
import { COMMON_OUTPUTS, HEADERS_OUTPUT, outputOfProperty, outputsOfSingle } from './method-outputs.js';
import { successesAmong } from './success-answers.js';

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
  settings: ServiceInstanceSettings,
): DescribedAnswers {
  const successes = successesAmong(operation.answers);
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
    outputs: [
      ...outputs.values(),
      ...COMMON_OUTPUTS,
      ...(settings.addHttpResponseHeaders ? [HEADERS_OUTPUT] : []),
    ],
    type: methodTypeOf(answers),
    ...(accept === undefined ? {} : { accept }),
    ...rowsOf(operation, answers, outputs, types),
  };
}

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
  if (nextLinkName === undefined && !all.some(({ wireName }) => isNextLinkName(wireName))) return {};
  const [list, ...more] = all.flatMap(({ value }) => types.elementOf(value) ?? []);
  return list === undefined || more.length > 0 ? {} : { rows: list };
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
