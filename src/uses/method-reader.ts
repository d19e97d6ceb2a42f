import type ts from 'typescript';
import { addToList } from '../base/add-to-list.js';
import type { ConnectorUses } from './connector-uses.js';
import type { GeneratedPart } from './generated-code.js';
import type { References } from './references.js';
import type { TypeParts } from './type-parts.js';
import type { TypeScript } from './typescript.js';
import { useOf } from './use-of-node.js';
import { writtenNames } from './written-names.js';

type MethodPart = Extract<GeneratedPart, { kind: 'method' }>;

/** Follows a Method through one file: how it is called, and what of its result is read. */
export class MethodReader {
  readonly #ts: TypeScript;
  readonly #parts: TypeParts;
  readonly #uses: ConnectorUses;
  readonly #references: References;

  constructor(typescript: TypeScript, parts: TypeParts, uses: ConnectorUses, references: References) {
    this.#ts = typescript;
    this.#parts = parts;
    this.#uses = uses;
    this.#references = references;
  }

  /** @param method the expression that is the Method */
  readMethod(method: ts.Node, part: MethodPart): void {
    const { parent } = method;
    if (this.#ts.isPropertyAccessExpression(parent) && parent.expression === method) {
      const form = parent.name.text;
      if (form === 'data' || form === 'pages') this.#readForm(parent, part, form);
      else this.#readOpen(method, part);
    } else this.#readForm(method, part, 'outputs');
  }

  /** A Method taken out of its SmartObject by a pattern. */
  readBound(name: ts.BindingName, part: MethodPart): void {
    if (!this.#ts.isIdentifier(name)) return;
    this.#readReferences(name, part, (reference) => this.readMethod(reference, part));
  }

  #readForm(method: ts.Node, part: MethodPart, form: 'outputs' | 'data' | 'pages'): void {
    const { parent } = method;
    if (this.#ts.isCallExpression(parent) && parent.expression === method) {
      this.#readInputs(parent, part);
      if (form !== 'pages') this.#readResult(parent, part);
    } else if (this.#isVariableOf(parent, method)) {
      this.#readReferences(parent.name, part, (reference) => this.#readForm(reference, part, form));
    } else if (!this.#ts.isTypeQueryNode(parent)) this.#readOpen(method, part);
  }

  #readReferences(name: ts.Identifier, part: MethodPart, read: (reference: ts.Identifier) => void): void {
    const references = this.#references.of(name);
    if (references === undefined) this.#readOpen(name, part);
    else references.forEach(read);
  }

  /** Handed on as a value: it may be called with anything, and anything of its result be read. */
  #readOpen(node: ts.Node, part: MethodPart): void {
    addToList(this.#uses.calls, keyOf(part), {
      use: { ...useOf(node), possible: true },
      names: new Set<string>(),
      open: true,
    });
    this.#readWhole(node, part);
  }

  #readInputs(call: ts.CallExpression, part: MethodPart): void {
    const [given] = call.arguments;
    const { names, open } =
      given === undefined ? { names: [], open: false } : writtenNames(this.#ts, this.#parts, given);
    addToList(this.#uses.calls, keyOf(part), {
      use: useOf(call),
      names: new Set(names.map(({ name }) => name)),
      open,
    });
    // Those of a literal are noted where it stands.
    if (given === undefined || this.#ts.isObjectLiteralExpression(given)) return;
    for (const { name } of names) addToList(this.#uses.inputs, `${keyOf(part)}.${name}`, useOf(given));
  }

  #readResult(result: ts.Node, part: MethodPart): void {
    const { parent } = result;
    const output = this.#outputNameOf(parent, result);
    if (this.#isAround(parent)) this.#readResult(parent, part);
    else if (output !== undefined) this.#readOutput(output, part);
    else if (this.#ts.isVariableDeclaration(parent) && parent.initializer === result)
      this.#readVariable(parent.name, part);
    else if (!this.#ts.isExpressionStatement(parent) && !this.#ts.isVoidExpression(parent))
      this.#readWhole(result, part);
  }

  /** The name in `got.tasks` or `got['tasks']`. */
  #outputNameOf(node: ts.Node, result: ts.Node): ts.MemberName | ts.StringLiteralLike | undefined {
    if (this.#ts.isPropertyAccessExpression(node) && node.expression === result) return node.name;
    if (!this.#ts.isElementAccessExpression(node) || node.expression !== result) return undefined;
    return this.#ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression : undefined;
  }

  #readVariable(name: ts.BindingName, part: MethodPart): void {
    if (this.#ts.isObjectBindingPattern(name)) {
      for (const { propertyName, name: local, dotDotDotToken } of name.elements) {
        const key = propertyName ?? local;
        const isNamed = this.#ts.isIdentifier(key) || this.#ts.isStringLiteralLike(key);
        if (dotDotDotToken === undefined && isNamed) this.#readOutput(key, part);
        else this.#readWhole(local, part);
      }
    } else if (this.#ts.isIdentifier(name)) {
      const references = this.#references.of(name);
      if (references === undefined) this.#readWhole(name, part);
      else for (const reference of references) this.#readResult(reference, part);
    } else this.#readWhole(name, part);
  }

  #readOutput(output: ts.MemberName | ts.StringLiteralLike, part: MethodPart): void {
    const { text } = output;
    addToList(this.#uses.outputs, `${keyOf(part)}.${text}`, useOf(output));
    // Of a promise, nothing is known before what `then` is given has been read; `data` holds all.
    if (['then', 'catch', 'finally', 'data'].includes(text)) this.#readWhole(output, part);
  }

  #readWhole(node: ts.Node, part: MethodPart): void {
    addToList(this.#uses.results, keyOf(part), { ...useOf(node), possible: true });
  }

  #isVariableOf(
    node: ts.Node,
    value: ts.Node,
  ): node is ts.VariableDeclaration & { readonly name: ts.Identifier } {
    return (
      this.#ts.isVariableDeclaration(node) && node.initializer === value && this.#ts.isIdentifier(node.name)
    );
  }

  /** What leaves a value as it is. */
  #isAround(node: ts.Node): boolean {
    return (
      this.#ts.isAwaitExpression(node) ||
      this.#ts.isParenthesizedExpression(node) ||
      this.#ts.isNonNullExpression(node) ||
      this.#ts.isSatisfiesExpression(node)
    );
  }
}

function keyOf({ object, method }: MethodPart): string {
  return `${object}.${method}`;
}
