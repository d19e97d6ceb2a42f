import type ts from 'typescript';
import { addToList } from '../base/add-to-list.js';
import { symbolAt } from './symbol-at.js';
import type { TypeScript } from './typescript.js';

/** Where the variables of one file are read. */
export class References {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #bySymbol = new Map<ts.Symbol, ts.Identifier[]>();

  constructor(typescript: TypeScript, checker: ts.TypeChecker, file: ts.SourceFile) {
    this.#ts = typescript;
    this.#checker = checker;
    this.#collect(file);
  }

  /** The spots that read a variable; undefined where other files may read it as well. */
  of(name: ts.Identifier): readonly ts.Identifier[] | undefined {
    const symbol = this.#checker.getSymbolAtLocation(name);
    if (symbol === undefined || this.#isExported(name)) return undefined;
    return (this.#bySymbol.get(symbol) ?? []).filter((each) => each !== name);
  }

  #isExported(name: ts.Identifier): boolean {
    let node: ts.Node = name;
    while (!this.#ts.isStatement(node) && !this.#ts.isSourceFile(node)) node = node.parent;
    return (
      this.#ts.isVariableStatement(node) &&
      (node.modifiers?.some(({ kind }) => kind === this.#ts.SyntaxKind.ExportKeyword) ?? false)
    );
  }

  readonly #collect = (node: ts.Node): void => {
    if (this.#ts.isIdentifier(node)) {
      const symbol = symbolAt(this.#ts, this.#checker, node);
      if (symbol !== undefined) addToList(this.#bySymbol, symbol, node);
    }
    this.#ts.forEachChild(node, this.#collect);
  };
}
