import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emitTree } from '../emit/emit-tree.js';
import { typeCheck } from '../type-check.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const text = (path: string): string => readFileSync(at(path), 'utf8');
const json = (path: string) => JSON.parse(text(path));

// The connector as it is emitted now, where the recorded one lies.
const CONNECTOR = 'golden/tasks/connector';
const files = emitTree(json('../golden/tasks/descriptor.json'), json('../golden/tasks/settings.json')).map(
  ({ path, content }) => ({ path: `${CONNECTOR}/${path}`, content }),
);

// `@ts-expect-error` where there is no error is an error: so every line that must not compile is tested as well.
test('what an author may write compiles, and what may not does not', () => {
  expect(typeCheck([...files, { path: 'types/author.ts', content: text('author.ts') }])).toEqual([]);
});

test('the check sees what is wrong', () => {
  const wrong = `import { connect } from '../${CONNECTOR}/index.js';
const unused = 1;
// @ts-expect-error nothing is wrong here
connect();
export const task: string = connect().Task;
`;
  expect(typeCheck([...files, { path: 'types/wrong.ts', content: wrong }])).toEqual([
    expect.stringMatching(/^types\/wrong\.ts:2: TS6133 /),
    expect.stringMatching(/^types\/wrong\.ts:3: TS2578 /),
    expect.stringMatching(/^types\/wrong\.ts:5: TS2322 /),
  ]);
});
