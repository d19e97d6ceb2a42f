import type { EmittedFile } from '../../src/emit/emitted-file.js';

/** Two sets of files of one connector: some the same, some changed, some only in one of them. */
export function setOf(which: 'old' | 'new'): EmittedFile[] {
  const shared = ['index.ts', 'object-types/task.ts', 'object-types/tasks.ts'].map((path) => ({
    path,
    content: `// ours\n${which}\n`,
  }));
  const only = ['a.ts', 'deep/b.ts'].map((path) => ({
    path: `${which}-only/${path}`,
    content: `// ours\n${which}\n`,
  }));
  return [...shared, ...only, { path: 'same.ts', content: '// ours\nsame\n' }];
}

export const isOurs = (content: string): boolean => content.startsWith('// ours');
