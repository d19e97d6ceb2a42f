import type ts from 'typescript';
import type { GeneratedCode, GeneratedPart } from './generated-code.js';
import { symbolAt } from './symbol-at.js';
import type { TypeScript } from './typescript.js';

/** Asks the compiler what of the generated connector a spot in the code means. */
export class TypeParts {
  readonly #ts: TypeScript;
  readonly checker: ts.TypeChecker;
  readonly #generated: GeneratedCode;

  constructor(typescript: TypeScript, checker: ts.TypeChecker, generated: GeneratedCode) {
    this.#ts = typescript;
    this.checker = checker;
    this.#generated = generated;
  }

  /** What a name, or a literal in brackets, stands for. */
  atName(node: ts.Node): GeneratedPart[] {
    return this.ofSymbol(symbolAt(this.#ts, this.checker, node));
  }

  ofSymbol(symbol: ts.Symbol | undefined): GeneratedPart[] {
    if (symbol === undefined) return [];
    const isAlias = (symbol.flags & this.#ts.SymbolFlags.Alias) !== 0;
    const meant = isAlias ? this.checker.getAliasedSymbol(symbol) : symbol;
    return (meant.declarations ?? []).flatMap((declaration) => this.#generated.partOf(declaration) ?? []);
  }

  /** What a property of a type stands for. */
  ofProperty(type: ts.Type, name: string): GeneratedPart[] {
    return constituentsOf(type).flatMap((part) => this.ofSymbol(part.getProperty(name)));
  }

  /** What all properties of a type, or of the elements of an array, stand for. */
  ofAllProperties(type: ts.Type): GeneratedPart[] {
    return constituentsOf(type).flatMap((part) => {
      if (this.checker.isArrayType(part)) {
        const [element] = this.checker.getTypeArguments(part as ts.TypeReference);
        return element === undefined ? [] : this.ofAllProperties(element);
      }
      return this.isUntyped(part) ? [] : part.getProperties().flatMap((symbol) => this.ofSymbol(symbol));
    });
  }

  /** Whoever is handed such a value may do anything with it. */
  isUntyped(type: ts.Type | undefined): boolean {
    const { Any, Unknown } = this.#ts.TypeFlags;
    return type === undefined || (type.flags & (Any | Unknown)) !== 0;
  }

  isModule(literal: ts.Node): boolean {
    const [declaration] = this.checker.getSymbolAtLocation(literal)?.declarations ?? [];
    return declaration !== undefined && this.#generated.has(declaration.getSourceFile());
  }
}

function constituentsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
