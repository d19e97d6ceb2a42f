import type ts from 'typescript';
import { addToList } from '../base/add-to-list.js';
import type { ConnectorUses } from './connector-uses.js';
import type { GeneratedCode, GeneratedPart } from './generated-code.js';
import { MethodReader } from './method-reader.js';
import { References } from './references.js';
import { TypeParts } from './type-parts.js';
import type { TypeScript } from './typescript.js';
import type { Use } from './use.js';
import { useOf } from './use-of-node.js';
import { writtenNames } from './written-names.js';

/** Reads files of workflow code and notes what of the generated connector they touch. */
export class CodeReader {
  readonly #ts: TypeScript;
  readonly #parts: TypeParts;
  readonly #uses: ConnectorUses;
  #methods: MethodReader | undefined;

  constructor(
    typescript: TypeScript,
    checker: ts.TypeChecker,
    generated: GeneratedCode,
    uses: ConnectorUses,
  ) {
    this.#ts = typescript;
    this.#parts = new TypeParts(typescript, checker, generated);
    this.#uses = uses;
  }

  read(file: ts.SourceFile): void {
    const references = new References(this.#ts, this.#parts.checker, file);
    this.#methods = new MethodReader(this.#ts, this.#parts, this.#uses, references);
    this.#visit(file);
  }

  readonly #visit = (node: ts.Node): void => {
    if (this.#ts.isStringLiteralLike(node)) this.#visitText(node);
    else if (this.#ts.isIdentifier(node)) this.#visitName(node);
    else if (this.#ts.isObjectLiteralExpression(node)) this.#visitLiteral(node);
    else if (this.#ts.isObjectBindingPattern(node)) this.#visitPattern(node);
    else if (this.#ts.isElementAccessExpression(node)) this.#visitBrackets(node);
    else if (this.#ts.isCallExpression(node) || this.#ts.isNewExpression(node)) this.#visitArguments(node);
    else if (this.#ts.isSpreadAssignment(node)) this.#handOn(node.expression);
    this.#ts.forEachChild(node, this.#visit);
  };

  /** The text of an import, or a name in brackets. */
  #visitText(node: ts.StringLiteralLike): void {
    const { parent } = node;
    if (this.#ts.isElementAccessExpression(parent)) this.#visitName(node);
    const isImport =
      this.#ts.isImportDeclaration(parent) ||
      this.#ts.isExportDeclaration(parent) ||
      (this.#ts.isCallExpression(parent) && parent.expression.kind === this.#ts.SyntaxKind.ImportKeyword);
    if (isImport && this.#parts.isModule(node)) this.#uses.imports.push(useOf(parent));
  }

  #visitName(node: ts.Identifier | ts.StringLiteralLike): void {
    // Names in a pattern are looked up together with what is taken apart.
    if (this.#ts.isBindingElement(node.parent)) return;
    for (const part of this.#parts.atName(node)) {
      this.#note(part, useOf(node));
      if (part.kind === 'method') this.#methods?.readMethod(accessOf(this.#ts, node), part);
    }
  }

  /** Inputs of a call, or a value of a type. */
  #visitLiteral(node: ts.ObjectLiteralExpression): void {
    const type = this.#parts.checker.getContextualType(node);
    if (type === undefined || this.#parts.isUntyped(type)) return;
    const written = writtenNames(this.#ts, this.#parts, node);
    for (const { name, node: at, possible } of written.names) {
      const use = possible ? { ...useOf(at), possible: true as const } : useOf(at);
      for (const part of this.#parts.ofProperty(type, name)) this.#note(part, use);
    }
    const owners = new Set<string>();
    for (const part of this.#parts.ofAllProperties(type))
      if (part.kind === 'property') owners.add(part.object);
    const names = new Set(written.names.map(({ name }) => name));
    for (const object of owners)
      addToList(this.#uses.literals, object, { use: useOf(node), names, open: written.open });
  }

  #visitPattern(node: ts.ObjectBindingPattern): void {
    const type = this.#parts.checker.getTypeAtLocation(node);
    const named = new Set<string>();
    for (const element of node.elements) {
      if (element.dotDotDotToken !== undefined) {
        this.#noteAll(type, element, named);
        continue;
      }
      const key = element.propertyName ?? element.name;
      if (!('text' in key)) continue;
      named.add(key.text);
      for (const part of this.#parts.ofProperty(type, key.text)) {
        this.#note(part, useOf(key));
        if (part.kind === 'method') this.#methods?.readBound(element.name, part);
      }
    }
  }

  /** `got[key]`: any of them. */
  #visitBrackets({ expression, argumentExpression }: ts.ElementAccessExpression): void {
    if (!this.#ts.isStringLiteralLike(argumentExpression) && !this.#ts.isNumericLiteral(argumentExpression))
      this.#noteAll(this.#parts.checker.getTypeAtLocation(expression), argumentExpression);
  }

  /** What takes anything may read anything: `JSON.stringify(got)`. */
  #visitArguments({ arguments: given }: ts.CallExpression | ts.NewExpression): void {
    for (const argument of given ?? []) {
      if (this.#ts.isObjectLiteralExpression(argument) || this.#ts.isStringLiteralLike(argument)) continue;
      if (this.#parts.isUntyped(this.#parts.checker.getContextualType(argument))) this.#handOn(argument);
    }
  }

  #handOn(expression: ts.Expression): void {
    this.#noteAll(this.#parts.checker.getTypeAtLocation(expression), expression);
  }

  #noteAll(type: ts.Type, node: ts.Node, but: ReadonlySet<string> = new Set()): void {
    for (const part of this.#parts.ofAllProperties(type)) {
      // Of a SmartObject itself, only what is named is used.
      const isValue = part.kind === 'property' || part.kind === 'output' || part.kind === 'input';
      if (isValue && !but.has(part.name)) this.#note(part, { ...useOf(node), possible: true });
    }
  }

  #note(part: GeneratedPart, use: Use): void {
    if (part.kind === 'connector') this.#uses.imports.push(use);
    else addToList(...this.#knownOf(part), use);
  }

  /** Where uses of a part are kept, and its name there. */
  #knownOf(part: Exclude<GeneratedPart, { kind: 'connector' }>): [Map<string, Use[]>, string] {
    const { objects, methods, inputs, outputs, properties } = this.#uses;
    switch (part.kind) {
      case 'object':
        return [objects, part.object];
      case 'method':
        return [methods, `${part.object}.${part.method}`];
      case 'input':
        return [inputs, `${part.object}.${part.method}.${part.name}`];
      case 'output':
        return [outputs, `${part.object}.${part.method}.${part.name}`];
      case 'property':
        return [properties, `${part.object}.${part.name}`];
    }
  }
}

/** The whole expression that a name ends: `nwc.Tasks.Get_tasks`. */
function accessOf(typescript: TypeScript, node: ts.Node): ts.Node {
  const { parent } = node;
  const isAccess =
    (typescript.isPropertyAccessExpression(parent) && parent.name === node) ||
    (typescript.isElementAccessExpression(parent) && parent.argumentExpression === node);
  return isAccess ? parent : node;
}
