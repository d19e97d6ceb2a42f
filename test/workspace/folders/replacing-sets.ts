import { basename, dirname } from 'node:path';
import { type Replaced, replaceFiles } from '../../../src/workspace/folders/replace-files.js';
import { type WantedFile, wantedFile } from '../../../src/workspace/folders/wanted-file.js';

/** Two sets of files of one connector: some the same, some changed, some only in one of them. */
export function setOf(which: 'old' | 'new'): WantedFile[] {
  const shared = ['index.ts', 'object-types/task.ts', 'object-types/tasks.ts'].map((path) => ({
    path,
    content: `// ours\n${which}\n`,
  }));
  const only = ['a.ts', 'deep/b.ts'].map((path) => ({
    path: `${which}-only/${path}`,
    content: `// ours\n${which}\n`,
  }));
  return [...shared, ...only, { path: 'same.ts', content: '// ours\nsame\n' }].map(wantedFile);
}

export const isOurs = (content: string): boolean => content.startsWith('// ours');

/** Replaces the files of one folder. */
export async function replaceIn(folder: string, files: readonly WantedFile[]): Promise<Replaced> {
  const [replaced] = await replaceFiles(dirname(folder), [{ name: basename(folder), files }], isOurs);
  if (replaced === undefined) throw new Error('nothing was replaced');
  return replaced;
}
