import type ts from 'typescript';
import type { TypeScript } from './typescript.js';

/** A host that parses each file once, however many programs are made of it. */
export function remembering(host: ts.CompilerHost): ts.CompilerHost {
  const files = new Map<string, ts.SourceFile | undefined>();
  return {
    ...host,
    getSourceFile: (path, ...more) => {
      if (!files.has(path)) files.set(path, host.getSourceFile(path, ...more));
      return files.get(path);
    },
  };
}

/**
 * A host for which a folder holds other files than on disk, and no others.
 *
 * @param texts by path in the folder, with forward slashes
 */
export function hostWith(
  typescript: TypeScript,
  host: ts.CompilerHost,
  folder: string,
  texts: ReadonlyMap<string, string>,
): ts.CompilerHost {
  const inside = (path: string): string | undefined =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  const readFile = (path: string): string | undefined => {
    const name = inside(path);
    return name === undefined ? host.readFile(path) : texts.get(name);
  };
  return {
    ...host,
    readFile,
    fileExists: (path) => {
      const name = inside(path);
      return name === undefined ? host.fileExists(path) : texts.has(name);
    },
    directoryExists: (path) => {
      const name = inside(path);
      const isThere = name !== undefined && [...texts.keys()].some((each) => each.startsWith(`${name}/`));
      return isThere || (host.directoryExists?.(path) ?? true);
    },
    // Links are followed on disk, where a replaced file may not be.
    realpath: (path) => (inside(path) === undefined ? (host.realpath?.(path) ?? path) : path),
    getSourceFile: (path, language, ...more) => {
      if (inside(path) === undefined) return host.getSourceFile(path, language, ...more);
      const text = readFile(path);
      return text === undefined ? undefined : typescript.createSourceFile(path, text, language, true);
    },
  };
}
