import { code, joined, literal, plainLiteral, propertyKey, type SafeText } from './safe-text.js';

/** Longest object or array that is written on one line, in characters. */
const MAX_LINE = 100;

/** Plain data as a TypeScript literal, laid out: short objects on one line, others with a line for each member. */
export function printLiteral(value: unknown, indent = code``): SafeText {
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return plainLiteral(value);
  const inner = code`${indent}  `;
  const members = Array.isArray(value)
    ? value.map((part) => printLiteral(part, inner))
    : Object.entries(value as object).flatMap(([name, part]) =>
        part === undefined ? [] : [code`${propertyKey(name)}: ${printLiteral(part, inner)}`],
      );
  return layOut(members, Array.isArray(value), indent);
}

function layOut(members: readonly SafeText[], isArray: boolean, indent: SafeText): SafeText {
  if (members.length === 0) return isArray ? code`[]` : code`{}`;
  const line = joined(members, ', ');
  if (indent.length + line.length <= MAX_LINE && !line.includes('\n'))
    return isArray ? code`[${line}]` : code`{ ${line} }`;
  const lines = joined(
    members.map((member) => code`${indent}  ${member},\n`),
    '',
  );
  return isArray ? code`[\n${lines}${indent}]` : code`{\n${lines}${indent}}`;
}
