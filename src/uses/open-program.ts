import { fileURLToPath } from 'node:url';
import type ts from 'typescript';
import { SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { hostWith, remembering } from './replaced-folder.js';
import type { TypeScript } from './typescript.js';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** Workflow code, read by the compiler. */
export interface OpenProgram {
  readonly program: ts.Program;
  /** The files of the folder itself. */
  readonly files: readonly ts.SourceFile[];
  /** The same code, with other files in the place of everything that lies in a folder. */
  withFolder(folder: string, texts: ReadonlyMap<string, string>): Omit<OpenProgram, 'withFolder'>;
}

/**
 * Reads the code in a folder as its own `tsconfig.json`, in it or above it, says; else as Node would.
 *
 * @throws SettingError USAGE_WRONG when it is no folder, holds no code, or its tsconfig.json cannot be read
 */
export function openProgram(typescript: TypeScript, folder: string): OpenProgram {
  const { sys } = typescript;
  if (!sys.directoryExists(folder))
    throw wrong(folder, 'is not a folder', 'Name the folder of workflow code');
  const paths = sys.readDirectory(sys.resolvePath(folder), EXTENSIONS, ['**/node_modules', '**/.*']);
  const known = new Set(paths);
  // Beside its source, what was compiled says everything twice.
  const sources = paths.filter((path) => !isCompiled(path, known));
  if (sources.length === 0) throw wrong(folder, 'holds no TypeScript or JavaScript', 'Name another one');
  const options = optionsFor(typescript, folder);
  const host = remembering(typescript.createCompilerHost(options, true));
  const read = (from: ts.CompilerHost): Omit<OpenProgram, 'withFolder'> => {
    const program = typescript.createProgram(sources, options, from);
    const files = sources.flatMap((path) => program.getSourceFile(path) ?? []);
    return { program, files: files.filter(({ isDeclarationFile }) => !isDeclarationFile) };
  };
  return {
    ...read(host),
    withFolder: (replaced, texts) => read(hostWith(typescript, host, replaced, texts)),
  };
}

function isCompiled(path: string, paths: ReadonlySet<string>): boolean {
  const source = path.replace(/\.([cm]?)js(x?)$/, '.$1ts$2');
  return source !== path && (paths.has(source) || paths.has(source.replace(/ts$/, 'tsx')));
}

function optionsFor(typescript: TypeScript, folder: string): ts.CompilerOptions {
  const { options, file } = configuredOptions(typescript, folder);
  return {
    ...options,
    // JavaScript is read as well, and nothing is written whatever the file says.
    allowJs: true,
    noEmit: true,
    skipLibCheck: true,
    composite: false,
    incremental: false,
    paths: { ...options.paths, 'rest-broker/runtime': [runtimeDoor(typescript)] },
    ...(file === undefined ? {} : { configFilePath: file }),
  };
}

/** Our own: types are known even where the package is not installed beside the code. */
function runtimeDoor({ sys }: TypeScript): string {
  const path = fileURLToPath(new URL('../runtime/index', import.meta.url)).replaceAll('\\', '/');
  return ['.d.ts', '.ts'].map((extension) => path + extension).find((each) => sys.fileExists(each)) ?? path;
}

function configuredOptions(
  typescript: TypeScript,
  folder: string,
): { readonly options: ts.CompilerOptions; readonly file?: string } {
  const { sys, ModuleKind, ModuleResolutionKind, ScriptTarget } = typescript;
  const file = typescript.findConfigFile(sys.resolvePath(folder), sys.fileExists);
  if (file === undefined) {
    return {
      options: {
        strict: true,
        target: ScriptTarget.ES2022,
        module: ModuleKind.NodeNext,
        moduleResolution: ModuleResolutionKind.NodeNext,
      },
    };
  }
  const read = typescript.readConfigFile(file, sys.readFile);
  if (read.error !== undefined) {
    const what = typescript.flattenDiagnosticMessageText(read.error.messageText, ' ');
    throw wrong(file, `cannot be read: ${quoted(what)}`, 'Mend it');
  }
  const base = file.slice(0, file.replaceAll('\\', '/').lastIndexOf('/'));
  return { options: typescript.parseJsonConfigFileContent(read.config, sys, base, {}, file).options, file };
}

function wrong(path: string, what: string, advice: string): SettingError {
  return new SettingError('USAGE_WRONG', { who: `--uses ${quoted(path)}`, what, advice });
}
