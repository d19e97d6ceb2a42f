import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** Emitted files are checked as if they lay here; nothing is written. */
const VIRTUAL = join(ROOT, 'test', '.type-check').replaceAll('\\', '/');

/** Stricter than what a workflow author will have. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  declaration: true,
  noEmit: true,
  paths: { 'rest-broker/runtime': [join(ROOT, 'src/runtime/index.ts')] },
};

/** One TypeScript file that need not be on disk. */
export interface SourceText {
  /** Relative to a folder of the check's own, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

/**
 * Type-checks TypeScript files in one Program, in memory; what is no TypeScript is passed over. `rest-broker/runtime`
 * is our own source.
 *
 * @returns one line per diagnostic, `path:line: TSnnnn message`; none when all is well
 */
export function typeCheck(files: readonly SourceText[]): string[] {
  const texts = new Map(
    files
      .filter(({ path }) => path.endsWith('.ts'))
      .map(({ path, content }) => [`${VIRTUAL}/${path}`, content]),
  );
  const program = ts.createProgram([...texts.keys()], OPTIONS, hostOf(texts));
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...[...texts.keys()].flatMap((path) => diagnosticsOf(program, path)),
  ];
  return diagnostics.map(lineOf);
}

function diagnosticsOf(program: ts.Program, path: string): readonly ts.Diagnostic[] {
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`TypeScript did not read ${path}`);
  return [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
    ...program.getDeclarationDiagnostics(file),
  ];
}

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS, true);
  const read = (path: string): string | undefined =>
    texts.get(path) ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  const folders = new Set([...texts.keys()].flatMap(foldersAbove));
  return {
    ...host,
    getCurrentDirectory: () => ROOT,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    directoryExists: (path) => folders.has(path) || (host.directoryExists?.(path) ?? true),
    readFile: read,
    getSourceFile: (path, languageVersion) => {
      const text = texts.get(path);
      return text === undefined
        ? host.getSourceFile(path, languageVersion)
        : ts.createSourceFile(path, text, languageVersion, true);
    },
  };
}

function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder.startsWith(VIRTUAL); folder = dirname(folder)) folders.push(folder);
  return folders;
}

function lineOf({ file, start, code, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  if (file === undefined || start === undefined) return `TS${code} ${message}`;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${relative(VIRTUAL, file.fileName)}:${line + 1}: TS${code} ${message}`;
}
