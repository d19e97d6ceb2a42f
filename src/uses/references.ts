import type ts from 'typescript';

type TypeScript = typeof ts;

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
      const { parent } = node;
      const isShorthand = this.#ts.isShorthandPropertyAssignment(parent) && parent.name === node;
      const symbol = isShorthand
        ? this.#checker.getShorthandAssignmentValueSymbol(parent)
        : this.#checker.getSymbolAtLocation(node);
      if (symbol !== undefined) {
        const known = this.#bySymbol.get(symbol);
        if (known === undefined) this.#bySymbol.set(symbol, [node]);
        else known.push(node);
      }
    }
    this.#ts.forEachChild(node, this.#collect);
  };
}
