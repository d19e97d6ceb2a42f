import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, textOf } from './source-tree.js';

interface Door {
  readonly types: string;
  readonly default: string;
}

const { exports, bin } = JSON.parse(textOf('package.json')) as {
  exports: Record<string, string | Door>;
  bin: Record<string, string>;
};

test('the package has these doors, written out, and no others', () => {
  expect(Object.keys(exports)).toEqual([
    '.',
    './runtime',
    './workflow',
    './server',
    './errors',
    './package.json',
  ]);
  expect(JSON.stringify(exports)).not.toContain('*');
});

test('each door leads to a file of src/, with its types beside it', () => {
  const doors = Object.values(exports).filter((door) => typeof door !== 'string');
  const sources = doors.map((door) => door.default.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts'));
  expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
  expect(doors.map(({ types }) => types)).toEqual(
    doors.map((door) => door.default.replace(/\.js$/, '.d.ts')),
  );
});

test('the command is rest-broker', () => {
  expect(bin).toEqual({ 'rest-broker': './dist/cli/main.js' });
});
