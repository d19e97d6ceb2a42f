import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import type { Finding } from './outcome.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
/** Emitted files are checked as if they lay here; nothing is written. */
const VIRTUAL = `${ROOT.replaceAll('\\', '/')}/bench/corpus/.emitted`;

/** Stricter than what a workflow author will have. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  typeRoots: [join(ROOT, 'node_modules/@types')],
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
  forceConsistentCasingInFileNames: true,
  noEmit: true,
};

/**
 * Type-checks one connector after the other against the built declarations of the runtime. These, with what they
 * import, are checked once, when the checker is made; files that all connectors share are read and bound once.
 */
export class TypeChecker {
  readonly #runtime: string;
  readonly #base = ts.createCompilerHost(OPTIONS);
  /** Files that every connector shares, by path; the compiler binds them once. */
  readonly #shared = new Map<string, ts.SourceFile | undefined>();
  readonly #resolved = new Map<string, ts.ResolvedModuleWithFailedLookupLocations>();

  /**
   * @param dist folder of the built generator
   * @throws Error when the runtime's own declarations do not compile
   */
  constructor(dist: string) {
    this.#runtime = join(dist, 'runtime/index.d.ts');
    if (!existsSync(this.#runtime)) throw new Error(`${this.#runtime}: it is not there. Run npm run build`);
    const program = this.#program(new Map([[`${VIRTUAL}/index.ts`, "import 'rest-broker/runtime';\n"]]));
    const ours = program.getSourceFiles().filter((file) => !isGiven(program, file));
    const [first] = [...program.getOptionsDiagnostics(), ...ours.flatMap(checked(program))];
    if (first !== undefined) {
      throw new Error(`The runtime's declarations do not compile: ${JSON.stringify(findingOf(first))}`);
    }
  }

  /** What the compiler says of a connector's TypeScript files. */
  check(files: readonly EmittedFile[]): Finding[] {
    const texts = new Map<string, string>();
    for (const { path, content } of files) {
      if (path.endsWith('.ts')) texts.set(`${VIRTUAL}/${path}`, content);
    }
    const program = this.#program(texts);
    const emitted = program.getSourceFiles().filter(({ fileName }) => texts.has(fileName));
    return [
      ...program.getOptionsDiagnostics(),
      ...program.getGlobalDiagnostics(),
      ...emitted.flatMap(checked(program)),
    ].map(findingOf);
  }

  #program(texts: ReadonlyMap<string, string>): ts.Program {
    return ts.createProgram([...texts.keys()], OPTIONS, this.#hostOf(texts));
  }

  #hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
    const folders = new Set([...texts.keys()].map((path) => dirname(path)));
    return {
      ...this.#base,
      fileExists: (path) => texts.has(path) || this.#base.fileExists(path),
      directoryExists: (path) => folders.has(path) || (this.#base.directoryExists?.(path) ?? true),
      readFile: (path) => texts.get(path) ?? this.#base.readFile(path),
      getSourceFile: (path, version) => {
        const text = texts.get(path);
        return text === undefined
          ? this.#sharedFile(path, version)
          : ts.createSourceFile(path, text, version);
      },
      resolveModuleNameLiterals: (literals, from, _redirect, _options, source) =>
        literals.map((literal) =>
          from.startsWith(`${VIRTUAL}/`)
            ? this.#resolveEmitted(literal.text, from, texts)
            : this.#resolveShared(literal.text, from, ts.getModeForUsageLocation(source, literal, OPTIONS)),
        ),
    };
  }

  #sharedFile(
    path: string,
    version: ts.ScriptTarget | ts.CreateSourceFileOptions,
  ): ts.SourceFile | undefined {
    if (!this.#shared.has(path)) this.#shared.set(path, this.#base.getSourceFile(path, version));
    return this.#shared.get(path);
  }

  /** Emitted code imports its own files and the runtime, and nothing else is found. */
  #resolveEmitted(
    name: string,
    from: string,
    texts: ReadonlyMap<string, string>,
  ): ts.ResolvedModuleWithFailedLookupLocations {
    if (name === 'rest-broker/runtime') {
      return resolvedTo({ resolvedFileName: this.#runtime, extension: ts.Extension.Dts });
    }
    const path = posix.join(posix.dirname(from), name.replace(/\.js$/, '.ts'));
    if (!texts.has(path)) return { resolvedModule: undefined };
    return resolvedTo({ resolvedFileName: path, extension: ts.Extension.Ts });
  }

  #resolveShared(
    name: string,
    from: string,
    mode: ts.ResolutionMode,
  ): ts.ResolvedModuleWithFailedLookupLocations {
    const key = `${mode} ${dirname(from)} ${name}`;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const found = ts.resolveModuleName(name, from, OPTIONS, this.#base, undefined, undefined, mode);
    this.#resolved.set(key, found);
    return found;
  }
}

function resolvedTo(
  file: Pick<ts.ResolvedModuleFull, 'resolvedFileName' | 'extension'>,
): ts.ResolvedModuleWithFailedLookupLocations {
  return { resolvedModule: { ...file, isExternalLibraryImport: false } };
}

/** Whether it comes with the compiler or with Node, and so tells nothing about us. */
function isGiven(program: ts.Program, file: ts.SourceFile): boolean {
  return program.isSourceFileDefaultLibrary(file) || /\/node_modules\/@types\//.test(file.fileName);
}

function checked(program: ts.Program): (file: ts.SourceFile) => readonly ts.Diagnostic[] {
  return (file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
}

function findingOf({ file, start, code, messageText }: ts.Diagnostic): Finding {
  const message = `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  if (file === undefined || start === undefined) return { message };
  const { line } = file.getLineAndCharacterOfPosition(start);
  const at = `${file.fileName.replace(`${VIRTUAL}/`, '')}:${line + 1}`;
  return { message, at, line: lineAt(file, line).trim().slice(0, MAX_LINE) };
}

/** Longest piece of an emitted line that is kept, in characters. */
const MAX_LINE = 300;

function lineAt(file: ts.SourceFile, line: number): string {
  const starts = file.getLineStarts();
  return file.text.slice(starts[line], starts[line + 1]);
}
