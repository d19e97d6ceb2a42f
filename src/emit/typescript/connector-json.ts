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
import { escapeInvisible } from './safe-text.js';

/** Longest value that is written on one line, in characters. */
const MAX_LINE = 120;

/** What a reviewer compares one by one: each has a line of its own, however long. */
const ONE_LINE_EACH = new Set(['properties', 'inputs', 'outputs', 'answers']);

/**
 * The whole described model as JSON for a reviewer, sorted: one Property, input or output a line. What follows
 * from something else is left out: a `displayName` or `wireName` that equals the `systemName`, a `cell` that equals
 * the `type`, `required: false`, and outputs that are the Properties of the Object Type an answer names.
 */
export function connectorJson(connector: Connector): string {
  const { serviceObjects, ...head } = connector;
  const model = { madeBy: 'rest-broker', ...head, serviceObjects: serviceObjects.map(compactObject) };
  return `${layOut(model, '')}\n`;
}

function compactObject({ properties, methods, ...object }: ServiceObject): unknown {
  return {
    ...compactNames(object),
    properties: properties.map(compactCell),
    methods: methods.map(compactMethod),
  };
}

function compactMethod({ inputs, outputs, answers, ...method }: Method): unknown {
  const answered = answers.some((answer) => answer.object !== undefined);
  const own = answered ? outputs.filter((output) => output.systemName.startsWith('Http')) : outputs;
  return {
    ...compactNames(method),
    inputs: inputs.map(compactCell),
    outputs: own.map(compactCell),
    answers: answers.map(compactAnswer),
  };
}

function compactAnswer({ codes, definition, value, object }: Answer): unknown {
  if (object !== undefined) return { codes, as: definition.as, object };
  return { codes, ...definition, value };
}

function compactCell(thing: Property | Input | Output): unknown {
  const { cell, required, ...rest }: Names & { type: string; cell?: string; required?: boolean } = thing;
  return {
    ...compactNames(rest),
    ...(cell === undefined || cell === rest.type ? {} : { cell }),
    ...(required === true ? { required } : {}),
  };
}

function compactNames<T extends Names>({ systemName, displayName, wireName, ...rest }: T): Partial<T> {
  return {
    systemName,
    ...(displayName === systemName ? {} : { displayName }),
    ...(wireName === systemName ? {} : { wireName }),
    ...rest,
  } as unknown as Partial<T>;
}

/** JSON with what is short on one line, and everything else a member a line. */
function layOut(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return jsonText(value);
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const members = isArray
    ? value.map((part) => layOut(part, inner))
    : membersOf(value).map(([name, part]) => {
        const oneLineEach = Array.isArray(part) && ONE_LINE_EACH.has(name);
        return `${jsonText(name)}: ${oneLineEach ? lines(part, inner) : layOut(part, inner)}`;
      });
  const line = members.join(', ');
  if (indent !== '' && indent.length + line.length <= MAX_LINE && !line.includes('\n'))
    return enclosed(line, isArray);
  return enclosed(`\n${members.map((member) => inner + member).join(',\n')}\n${indent}`, isArray);
}

function lines(parts: readonly unknown[], indent: string): string {
  if (parts.length === 0) return '[]';
  return `[\n${parts.map((part) => `${indent}  ${onOneLine(part)}`).join(',\n')}\n${indent}]`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return jsonText(value);
  if (Array.isArray(value)) return enclosed(value.map(onOneLine).join(', '), true);
  return enclosed(
    membersOf(value)
      .map(([name, part]) => `${jsonText(name)}: ${onOneLine(part)}`)
      .join(', '),
    false,
  );
}

/** JSON of one scalar; what would show other than it is, a change of direction among it, is escaped. */
function jsonText(value: unknown): string {
  return escapeInvisible(JSON.stringify(value));
}

function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}

function enclosed(inside: string, isArray: boolean): string {
  if (inside === '') return isArray ? '[]' : '{}';
  if (isArray) return `[${inside}]`;
  return inside.startsWith('\n') ? `{${inside}}` : `{ ${inside} }`;
}
