import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export interface SourceImport {
  /** As written. */
  readonly from: string;
  /** Path in `src/`, where it is one of ours. */
  readonly path?: string;
  /** Package name, where it is somebody else's; `node:…` for the platform's own. */
  readonly package?: string;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** In `src/`, with forward slashes. */
  readonly path: string;
  /** The first folder; `` for a file that lies in `src/` itself. */
  readonly floor: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly SourceImport[];
}

/** Paths of all files below a folder of the repository, sorted, with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(ROOT, folder).length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** All of `src/`, parsed. */
export const SOURCES: readonly SourceFile[] = filesBelow('src')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const tree = ts.createSourceFile(path, textOf(`src/${path}`), ts.ScriptTarget.ES2022, true);
    const floor = path.includes('/') ? (path.split('/')[0] as string) : '';
    return { path, floor, tree, imports: importsOf(path, tree) };
  });

/** Every node of a file. */
export function nodesOf(tree: ts.SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [tree];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as ts.Node;
    ts.forEachChild(node, (child) => void nodes.push(child));
  }
  return nodes;
}

function importsOf(path: string, tree: ts.SourceFile): SourceImport[] {
  return nodesOf(tree).flatMap((node) => {
    const found = importOf(node);
    return found === undefined ? [] : [{ ...found, ...targetOf(path, found.from) }];
  });
}

function importOf(node: ts.Node): { from: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node))
    return { from: literalOf(node.moduleSpecifier), typeOnly: isTypeOnly(node) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    const { exportClause } = node;
    const names =
      exportClause !== undefined && ts.isNamedExports(exportClause) ? exportClause.elements : undefined;
    const typeOnly = node.isTypeOnly || (names?.every((name) => name.isTypeOnly) ?? false);
    return { from: literalOf(node.moduleSpecifier), typeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { from: literalOf(node.argument.literal), typeOnly: true };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { from: literalOf(node.arguments[0]), typeOnly: false };
  return undefined;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.isTypeOnly) return true;
  const { namedBindings } = importClause;
  if (importClause.name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings))
    return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

function literalOf(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : '(worked out at run time)';
}

function targetOf(path: string, from: string): { path?: string; package?: string } {
  if (from.startsWith('.')) return { path: posix.join(dirname(path), from).replace(/\.js$/, '.ts') };
  if (from.startsWith('node:')) return { package: from };
  return { package: from.split('/', from.startsWith('@') ? 2 : 1).join('/') };
}
