import ts from 'typescript';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import { checkFiles } from '../corpus/check-files.js';
import { Finding } from './finding.js';

const PATH =
  /^(?:(?:object-types|system-types|service-operations)\/)?[\p{L}_-][\p{L}\p{M}\p{N}\p{Pc}-]*\.(?:ts|json)$/u;

/** What no tool, page or terminal should meet in a file. */
const RAW =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;
const DIRECTIVE = /\/[/*]\s*[#@]\s*source|<\/script|<!--|^\s*\/\/\/|#(?:end)?region/im;

const STATEMENTS = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.FunctionDeclaration,
]);

/** Nothing of this kind is in any template: it would come from a descriptor. */
const LIVE = new Set([
  ts.SyntaxKind.BinaryExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.ElementAccessExpression,
  ts.SyntaxKind.Decorator,
  ts.SyntaxKind.AwaitExpression,
]);
const MARK = '__rb_pwned';
const CALLED = new Set(['broker.serviceObject', 'broker.connect', 'broker.connect<SmartObjects>']);

/**
 * Whether the files stay in their folder and are nothing but imports, exports, declarations and data.
 *
 * @throws Finding
 */
export function checkEmitted(files: readonly EmittedFile[]): void {
  const [wrong] = checkFiles(files);
  if (wrong !== undefined) throw new Finding(`file: ${wrong.message}`, String(wrong.at));
  for (const { path, content } of files) {
    if (!PATH.test(path)) throw new Finding('path is no plain name', path);
    const raw = RAW.exec(content);
    if (raw !== null) throw new Finding('raw text in a file', around(path, content, raw.index));
    if (path.endsWith('.ts')) checkSource(path, content);
  }
}

function checkSource(path: string, content: string): void {
  const directive = DIRECTIVE.exec(content);
  if (directive !== null) throw new Finding('live directive', around(path, content, directive.index));
  const tree = ts.createSourceFile(path, content, ts.ScriptTarget.ES2022, false);
  const { parseDiagnostics, commentDirectives, pragmas } = tree as unknown as ParsedFile;
  const [unreadable] = parseDiagnostics;
  if (unreadable !== undefined)
    throw new Finding('does not parse', around(path, content, unreadable.start ?? 0));
  if (tree.statements.some(({ kind }) => !STATEMENTS.has(kind))) throw new Finding('live statement', path);
  if ((commentDirectives?.length ?? 0) > 0 || pragmas.size > 0) throw new Finding('live comment', path);
  const live = liveNode(tree);
  if (live !== undefined) throw new Finding('live code', around(path, content, live.getStart(tree)));
}

/** What the parser keeps without declaring it. */
interface ParsedFile {
  readonly parseDiagnostics: readonly ts.Diagnostic[];
  readonly commentDirectives?: readonly unknown[];
  readonly pragmas: ReadonlyMap<string, unknown>;
}

function liveNode(tree: ts.SourceFile): ts.Node | undefined {
  const nodes: ts.Node[] = [tree];
  const definitions = new Set<ts.Node>();
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (LIVE.has(node.kind)) return node;
    if (ts.isNoSubstitutionTemplateLiteral(node) && !definitions.has(node)) return node;
    if (ts.isCallExpression(node)) {
      if (!CALLED.has(node.expression.getText(tree))) return node;
      for (const definition of definitionsIn(node, tree)) definitions.add(definition);
    }
    if (ts.isComputedPropertyName(node) && !isFixedName(node.expression, tree)) return node;
    if (ts.isPropertyAccessExpression(node) && node.name.text === MARK) return node;
    ts.forEachChild(node, (child) => void nodes.push(child));
  }
  return undefined;
}

/** A Service Object's definition is the JSON text in a template literal of its own call, with nothing filled in. */
function definitionsIn({ expression, arguments: given }: ts.CallExpression, tree: ts.SourceFile): ts.Node[] {
  if (expression.getText(tree) !== 'broker.serviceObject') return [];
  return given.filter((argument) => ts.isNoSubstitutionTemplateLiteral(argument) && isObject(argument.text));
}

function isObject(json: string): boolean {
  try {
    return typeof JSON.parse(json) === 'object';
  } catch {
    return false;
  }
}

/** `['__proto__']` is written so, for it to be a name like any other. */
function isFixedName(expression: ts.Expression, tree: ts.SourceFile): boolean {
  return ts.isStringLiteral(expression) || expression.getText(tree) === 'broker.typeName';
}

function around(path: string, content: string, at: number): string {
  return `${path}: ${JSON.stringify(content.slice(Math.max(0, at - 60), at + 80))}`;
}
