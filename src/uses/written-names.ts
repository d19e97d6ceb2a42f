import type ts from 'typescript';
import type { TypeParts } from './type-parts.js';
import type { TypeScript } from './typescript.js';

/** A name that a literal gives a value to. */
export interface WrittenName {
  readonly name: string;
  readonly node: ts.Node;
  /** It comes from what is spread, which may leave it out. */
  readonly possible: boolean;
}

/** The names that an expression gives values to. */
export interface WrittenNames {
  readonly names: readonly WrittenName[];
  /** There may be others: a computed name, or something untyped is spread. */
  readonly open: boolean;
}

/** The names that an expression for inputs or a value gives. */
export function writtenNames(typescript: TypeScript, parts: TypeParts, given: ts.Expression): WrittenNames {
  if (!typescript.isObjectLiteralExpression(given)) return namesOfType(parts, given);
  const names: WrittenName[] = [];
  let open = false;
  for (const property of given.properties) {
    if (typescript.isSpreadAssignment(property)) {
      const spread = writtenNames(typescript, parts, property.expression);
      names.push(...spread.names.map((each) => ({ ...each, node: property })));
      open ||= spread.open;
    } else if ('text' in property.name) {
      names.push({ name: property.name.text, node: property.name, possible: false });
    } else open = true;
  }
  return { names, open };
}

function namesOfType(parts: TypeParts, given: ts.Expression): WrittenNames {
  const type = parts.checker.getTypeAtLocation(given);
  const isOpen = parts.isUntyped(type) || parts.checker.getIndexInfosOfType(type).length > 0;
  const names = type.getProperties().map(({ name }) => ({ name, node: given, possible: true }));
  return { names: isOpen ? [] : names, open: isOpen };
}
