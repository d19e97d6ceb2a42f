import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const DOOR = fileURLToPath(new URL('../../src/runtime/index.ts', import.meta.url));

interface Closure {
  readonly files: Map<string, ts.SourceFile>;
  readonly packages: Set<string>;
}

/** Everything that importing the door may run: static imports, exports from, and dynamic imports; types are erased. */
function closureOf(door: string, withDynamic = true): Closure {
  const closure: Closure = { files: new Map(), packages: new Set() };
  const waiting = [door];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (closure.files.has(file)) continue;
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    closure.files.set(file, source);
    for (const specifier of specifiersIn(source, withDynamic)) {
      if (specifier.startsWith('.')) waiting.push(resolve(dirname(file), specifier.replace(/\.js$/, '.ts')));
      else if (!specifier.startsWith('node:')) closure.packages.add(specifier);
    }
  }
  return closure;
}

function specifiersIn(source: ts.SourceFile, withDynamic = true): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && node.importClause?.isTypeOnly !== true)
      found.push(textOf(node.moduleSpecifier));
    if (ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier)
      found.push(textOf(node.moduleSpecifier));
    if (withDynamic && ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push(textOf(node.arguments[0]));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(node: ts.Node | undefined): string {
  if (node !== undefined && ts.isStringLiteral(node)) return node.text;
  throw new Error(`an import of something that is worked out: ${node?.getText()}`);
}

/** Calls and news of that name: `eval(…)`, `new Function(…)`, `RegExp(…)`; not of a pattern that is written there. */
function usesOf(source: ts.SourceFile, names: readonly string[]): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.includes(node.text) && !isTypeOrFixedPattern(source, node.parent))
      found.push(`${source.fileName}: ${node.parent.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOrFixedPattern(source: ts.SourceFile, node: ts.Node): boolean {
  if (ts.isTypeReferenceNode(node)) return true;
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'RegExp') return false;
  const [pattern] = node.arguments ?? [];
  if (pattern === undefined || !ts.isTemplateExpression(pattern)) return false;
  const texts = textsWrittenIn(source);
  return pattern.templateSpans.every(({ expression }) => texts.has(expression.getText()));
}

/** Names of the constants of a file that are texts, written out. */
function textsWrittenIn(source: ts.SourceFile): Set<string> {
  const constants = source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => {
    const isConst = (declarationList.flags & ts.NodeFlags.Const) !== 0;
    return isConst ? [...declarationList.declarations] : [];
  });
  const texts = constants.filter(
    ({ initializer }) => initializer !== undefined && ts.isStringLiteral(initializer),
  );
  return new Set(texts.map(({ name }) => name.getText()));
}

describe('the runtime door', () => {
  const { files, packages } = closureOf(DOOR);

  test('holds nothing from third parties but undici', () => expect([...packages]).toEqual(['undici']));

  test('loads no package before the first call, and nothing that makes calls', () => {
    const atOnce = closureOf(DOOR, false);
    expect([...atOnce.packages]).toEqual([]);
    expect([...atOnce.files.keys()].filter((file) => /execute-method|send/.test(file))).toEqual([]);
  });

  test('holds only runtime, http, model and base', () => {
    const folders = new Set([...files.keys()].map((file) => dirname(file).split(/[/\\]src[/\\]/)[1]));
    expect([...folders].sort()).toEqual(['base', 'http', 'model', 'runtime']);
    expect([...files.keys()].filter((file) => !existsSync(file))).toEqual([]);
  });

  test('runs no text as code, and makes no pattern from a value', () => {
    const uses = [...files.values()].flatMap((source) => usesOf(source, ['eval', 'Function', 'RegExp']));
    expect(uses).toEqual([]);
  });

  test('the walk sees what it should', () => {
    const source = ts.createSourceFile(
      'x.ts',
      "import a from 'a'; import type b from 'b'; export * from 'c'; await import('d'); eval('1'); const A = 'x'; new RegExp(a); new RegExp(`${A}${a}`); new RegExp(`[${A}]`);",
      ts.ScriptTarget.Latest,
      true,
    );
    expect(specifiersIn(source)).toEqual(['a', 'c', 'd']);
    expect(usesOf(source, ['eval', 'RegExp'])).toHaveLength(3);
  });
});
