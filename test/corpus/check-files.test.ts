import { expect, test } from 'vitest';
import { checkFiles } from '../../bench/corpus/check-files.js';

test.each([
  { name: 'ordinary files', given: ['index.ts', 'object-types/Task.ts'], want: [] },
  { name: 'names that differ by case', given: ['a/Task.ts', 'a/TASK.ts'], want: ['a/TASK.ts'] },
  { name: 'the same name in two folders', given: ['a/Task.ts', 'b/Task.ts'], want: [] },
  { name: 'a device of Windows', given: ['object-types/Con.ts'], want: ['object-types/Con.ts'] },
  { name: 'a way out of the folder', given: ['../Task.ts'], want: ['../Task.ts'] },
  { name: 'an absolute path', given: ['/Task.ts'], want: ['/Task.ts'] },
])('$name', ({ given, want }) => {
  const files = given.map((path) => ({ path, content: '' }));
  expect(checkFiles(files).map(({ at }) => at)).toEqual(want);
});

test.each([
  { name: 'JSON', given: '{}', want: 0 },
  { name: 'no JSON', given: '{', want: 1 },
])('$name', ({ given, want }) => {
  expect(checkFiles([{ path: 'connector.json', content: given }])).toHaveLength(want);
});
