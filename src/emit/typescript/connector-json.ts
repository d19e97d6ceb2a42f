import { escapeInvisibleInJson } from '../../base/invisible-in-json.js';
import type { Answer, Connector, Method, ServiceObject } from '../../model/connector.js';
import { JsonLines } from './json-lines.js';

/**
 * The whole described model as JSON for a reviewer, sorted: one Property, input or output a line. What follows
 * from something else is left out: a `displayName` or `wireName` that equals the `systemName`, a `cell` that equals
 * the `type`, `required: false`, and outputs that are the Properties of the Object Type an answer names.
 */
export function connectorJson(connector: Connector): string {
  const { serviceObjects, ...head } = connector;
  const lines = new JsonLines();
  const objects = serviceObjects.map((object) => printObject(object, lines, '    '));
  const members = [
    ...lines.membersOf({ madeBy: 'rest-broker', ...head }),
    `"serviceObjects": ${list(objects, '  ')}`,
  ];
  return `${escapeInvisibleInJson(block(members, ''))}\n`;
}

function printObject(
  { systemName, displayName, wireName, properties, methods, ...rest }: ServiceObject,
  lines: JsonLines,
  indent: string,
): string {
  const inner = `${indent}  `;
  const printed = methods.map((method) => printMethod(method, lines, `${inner}  `));
  const members = lines.membersOf({ systemName, displayName, wireName, ...rest });
  members.push(`"properties": ${listCells(properties, lines, inner)}`);
  members.push(`"methods": ${list(printed, inner)}`);
  return block(members, indent);
}

function printMethod(
  { inputs, outputs, answers, ...method }: Method,
  lines: JsonLines,
  indent: string,
): string {
  const inner = `${indent}  `;
  // Of a record that has no Object Type, nothing else tells the outputs.
  const answered =
    answers.some(({ object }) => object !== undefined) &&
    answers.every(({ object, definition }) => object !== undefined || definition.as !== 'record');
  const own = answered ? outputs.filter((output) => output.systemName.startsWith('Http')) : outputs;
  const answerLines = answers.map((answer) => lines.of(compactAnswer(answer)));
  const members = lines.membersOf(method);
  members.push(`"inputs": ${listCells(inputs, lines, inner)}`);
  members.push(`"outputs": ${listCells(own, lines, inner)}`);
  members.push(`"answers": ${list(answerLines, inner)}`);
  return block(members, indent);
}

function compactAnswer({ codes, definition, value, object, mediaTypes }: Answer): unknown {
  if (object === undefined) return { codes, ...definition, value, mediaTypes };
  // A value that is more than the name of its type.
  const told = value !== undefined && Object.keys(value).length > 2 ? value : undefined;
  return { codes, as: definition.as, object, value: told, mediaTypes };
}

function block(members: readonly string[], indent: string): string {
  return `{\n${indent}  ${members.join(`,\n${indent}  `)}\n${indent}}`;
}

function listCells(cells: readonly object[], lines: JsonLines, indent: string): string {
  return list(
    cells.map((cell) => lines.ofCell(cell)),
    indent,
  );
}

function list(parts: readonly string[], indent: string): string {
  return parts.length === 0 ? '[]' : `[\n${indent}  ${parts.join(`,\n${indent}  `)}\n${indent}]`;
}
