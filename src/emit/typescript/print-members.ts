import { code, joined, type SafeText } from './safe-text.js';

/** What stands before a member of an interface, and before an input in a Method's type. */
export const IN_INTERFACE = code`  `;
export const IN_METHOD = code`      `;

/** A member on its line, below its documentation. One that is not required may also be undefined. */
export function printMember(
  doc: SafeText,
  key: SafeText,
  type: SafeText,
  required: boolean,
  indent = IN_INTERFACE,
): SafeText {
  return required
    ? code`${doc}${indent}${key}: ${type};\n`
    : code`${doc}${indent}${key}?: ${type} | undefined;\n`;
}

/**
 * Members in their braces.
 *
 * @param indent what stands before the last of them
 */
export function inBraces(members: readonly SafeText[], indent = code``): SafeText {
  return code`{\n${joined(members, '')}${indent}}`;
}
