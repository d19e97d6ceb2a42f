import { outputOfProperty, outputsOfSingle } from '../../describe/method-outputs.js';
import type {
  Answer,
  Connector,
  Input,
  Method,
  Names,
  Output,
  Property,
  ServiceObject,
} from '../../model/connector.js';
import type { AnswerDefinition } from '../../model/definition.js';
import { DEFAULT_SETTINGS } from '../../model/service-instance.js';
import { recordDefinition } from '../../model/service-object-definition.js';
import type {
  CompactAnswer,
  CompactInput,
  CompactMethod,
  CompactObject,
  CompactOutput,
  CompactProperty,
  ConnectorJson,
} from './connector-json.js';

/** Properties by the system name of their Service Object. */
type PropertiesOf = ReadonlyMap<string, readonly Property[]>;

/** The Connector that `connectorJson` printed. The places of Properties and inputs were not printed and are lost. */
export function expandConnector({ madeBy: _, serviceObjects, ...head }: ConnectorJson): Connector {
  const properties: PropertiesOf = new Map(
    serviceObjects.map((object) => [object.systemName, object.properties.map(expandProperty)]),
  );
  // An older generator knew fewer settings.
  const settings = { ...DEFAULT_SETTINGS, ...head.settings };
  return {
    ...head,
    settings,
    serviceObjects: serviceObjects.map((object) => expandObject(object, properties)),
  };
}

function expandObject(object: CompactObject, propertiesOf: PropertiesOf): ServiceObject {
  return {
    ...object,
    ...namesOf(object),
    properties: propertiesOf.get(object.systemName) ?? [],
    methods: object.methods.map((method) => expandMethod(method, propertiesOf)),
  };
}

function namesOf({ systemName, displayName, wireName }: Partial<Names> & Pick<Names, 'systemName'>): Names {
  return { systemName, displayName: displayName ?? systemName, wireName: wireName ?? systemName };
}

function expandProperty(property: CompactProperty): Property {
  const { type, cell, required = false } = property;
  // Only Memo is held as something else than its own name says; and there the cell is printed.
  return { ...property, ...namesOf(property), cell: cell ?? (type as Property['cell']), required };
}

function expandInput(input: CompactInput): Input {
  return { ...input, ...namesOf(input), required: input.required ?? false };
}

function expandOutput(output: CompactOutput): Output {
  return { ...output, ...namesOf(output), cell: output.cell ?? (output.type as Output['cell']) };
}

function expandMethod(method: CompactMethod, propertiesOf: PropertiesOf): Method {
  const answers = method.answers.map((answer) => expandAnswer(answer, propertiesOf));
  const printed = method.outputs.map(expandOutput);
  const isDerived =
    answers.some(({ object }) => object !== undefined) &&
    answers.every(({ object, definition }) => object !== undefined || definition.as !== 'record');
  return {
    ...method,
    ...namesOf(method),
    inputs: method.inputs.map(expandInput),
    answers,
    outputs: isDerived ? withAnswered(printed, answers, propertiesOf) : printed,
  };
}

/** What the Object Types of the answers have, before what every Method has. */
function withAnswered(
  printed: readonly Output[],
  answers: readonly Answer[],
  propertiesOf: PropertiesOf,
): Output[] {
  const answered = answers.flatMap((answer) =>
    answer.object === undefined
      ? outputsOfSingle(answer)
      : (propertiesOf.get(answer.object) ?? []).map(outputOfProperty),
  );
  const byName = new Map<string, Output>();
  for (const output of [...answered, ...printed]) {
    if (!byName.has(output.systemName)) byName.set(output.systemName, output);
  }
  return [...byName.values()];
}

function expandAnswer(compact: CompactAnswer, propertiesOf: PropertiesOf): Answer {
  const { as, type, properties, wireNames, ...answer } = compact;
  const { object } = answer;
  if (object === undefined) return { ...answer, definition: definitionOf(compact) };
  const definition = { as: 'record' as const, ...recordDefinition(propertiesOf.get(object) ?? []) };
  return { ...answer, definition, value: answer.value ?? { kind: 'named', object } };
}

function definitionOf({ as, type, properties, wireNames }: CompactAnswer): AnswerDefinition {
  if (as === 'record')
    return { as, properties: properties ?? {}, ...(wireNames === undefined ? {} : { wireNames }) };
  return as === 'value' ? { as, type: type ?? 'SerializedValue' } : { as };
}
