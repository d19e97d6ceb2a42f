/** Longest object or array that is written on one line, in characters. */
const MAX_LINE = 100;

/** Plain data as JSON, laid out: short objects on one line, others with a line for each member. */
export function printJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return layOut(
      '[',
      value.map((part) => printJson(part, inner)),
      ']',
      indent,
    );
  const members: string[] = [];
  for (const [name, part] of Object.entries(value))
    if (part !== undefined) members.push(`${JSON.stringify(name)}: ${printJson(part, inner)}`);
  return layOut('{', members, '}', indent);
}

function layOut(open: string, members: readonly string[], close: string, indent: string): string {
  if (members.length === 0) return open + close;
  let length = indent.length;
  for (const member of members) length += member.length + 2;
  const space = open === '{' ? ' ' : '';
  if (length <= MAX_LINE && !members.some((member) => member.includes('\n')))
    return `${open}${space}${members.join(', ')}${space}${close}`;
  return `${open}\n${indent}  ${members.join(`,\n${indent}  `)}\n${indent}${close}`;
}
