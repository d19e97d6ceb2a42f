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
import { escapeInvisibleInJson } from './safe-text.js';

/**
 * The whole described model as JSON for a reviewer, sorted: one Property, input or output a line. What follows
 * from something else is left out: a `displayName` or `wireName` that equals the `systemName`, a `cell` that equals
 * the `type`, `required: false`, and outputs that are the Properties of the Object Type an answer names.
 */
export function connectorJson(connector: Connector): string {
  const { serviceObjects, ...head } = connector;
  const objects = serviceObjects.map((object) => printObject(object, '    '));
  const members = [
    ...membersOf({ madeBy: 'rest-broker', ...head }),
    `"serviceObjects": ${list(objects, '  ')}`,
  ];
  return `${escapeInvisibleInJson(block(members, ''))}\n`;
}

function printObject({ properties, methods, ...object }: ServiceObject, indent: string): string {
  const inner = `${indent}  `;
  const members = membersOf(compactNames(object));
  members.push(`"properties": ${list(linesOf(properties.map(compactCell)), inner)}`);
  members.push(
    `"methods": ${list(
      methods.map((method) => printMethod(method, `${inner}  `)),
      inner,
    )}`,
  );
  return block(members, indent);
}

function printMethod({ inputs, outputs, answers, ...method }: Method, indent: string): string {
  const inner = `${indent}  `;
  const answered = answers.some((answer) => answer.object !== undefined);
  const own = answered ? outputs.filter((output) => output.systemName.startsWith('Http')) : outputs;
  const members = membersOf(compactNames(method));
  members.push(`"inputs": ${list(linesOf(inputs.map(compactCell)), inner)}`);
  members.push(`"outputs": ${list(linesOf(own.map(compactCell)), inner)}`);
  members.push(`"answers": ${list(linesOf(answers.map(compactAnswer)), inner)}`);
  return block(members, indent);
}

function compactAnswer({ codes, definition, value, object }: Answer): unknown {
  if (object !== undefined) return { codes, as: definition.as, object };
  return { codes, ...definition, value };
}

type Cell = Names & { type: string; cell?: string; required?: boolean; pointer?: string };

function compactCell(thing: Property | Input | Output): unknown {
  const { cell, required, pointer: _, ...rest }: Cell = thing;
  return {
    ...compactNames(rest),
    cell: cell === rest.type ? undefined : cell,
    required: required === true ? true : undefined,
  };
}

function compactNames<T extends Names>({ systemName, displayName, wireName, ...rest }: T): object {
  return {
    systemName,
    displayName: displayName === systemName ? undefined : displayName,
    wireName: wireName === systemName ? undefined : wireName,
    ...rest,
  };
}

function membersOf(thing: object): string[] {
  return Object.entries(thing).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}: ${onOneLine(value)}`],
  );
}

function linesOf(things: readonly unknown[]): string[] {
  return things.map(onOneLine);
}

/** In JSON text a line break can only stand between tokens: it becomes a space. */
function onOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n */g, ' ');
}

function block(members: readonly string[], indent: string): string {
  return `{\n${indent}  ${members.join(`,\n${indent}  `)}\n${indent}}`;
}

function list(parts: readonly string[], indent: string): string {
  return parts.length === 0 ? '[]' : `[\n${indent}  ${parts.join(`,\n${indent}  `)}\n${indent}]`;
}
