import { selectServiceObjects } from '../../src/describe/select-service-objects.js';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import { emitTypeScript } from '../../src/emit/typescript/emit-typescript.js';
import type { ServiceInstanceSettings } from '../../src/model/service-instance.js';
import { describeTree, type Tree } from '../describe/describe-tree.js';

/** Descriptor tree → the files of its connector. */
export function emitTree(tree: Tree, settings: Partial<ServiceInstanceSettings> = {}): EmittedFile[] {
  const { connector } = describeTree(tree, settings);
  return emitTypeScript(selectServiceObjects(connector, settings.selection), {
    descriptorFile: 'descriptors/test.json',
    whole: connector,
  });
}

/** The content of one emitted file. */
export function fileIn(files: readonly EmittedFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`no ${path} among ${files.map((file) => file.path).join(', ')}`);
  return found.content;
}
