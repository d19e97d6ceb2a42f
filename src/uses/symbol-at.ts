import type ts from 'typescript';
import type { TypeScript } from './typescript.js';

/** What a name stands for; in `{ status }`, the variable and not the property of the literal. */
export function symbolAt(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  name: ts.Node,
): ts.Symbol | undefined {
  const { parent } = name;
  return typescript.isShorthandPropertyAssignment(parent) && parent.name === name
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(name);
}
