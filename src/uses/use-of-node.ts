import { isAbsolute, relative } from 'node:path';
import type ts from 'typescript';
import type { Use } from './use.js';

/** A use that begins where a node does, its file as it is found from where the command runs. */
export function useOf(node: ts.Node): Use {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  const path = relative(process.cwd(), file.fileName);
  const document = (isAbsolute(path) || path === '' ? file.fileName : path).replaceAll('\\', '/');
  return { place: { document, pointer: '', line: line + 1, column: character + 1 } };
}
