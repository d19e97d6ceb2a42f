import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/base/visible-text.js';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import type { ServiceInstanceSettings } from '../../src/model/service-instance.js';
import type { Tree } from '../describe/describe-tree.js';
import { describeTree } from '../describe/describe-tree.js';
import { emitTree } from '../emit/emit-tree.js';
import { typeCheck } from '../type-check.js';

/**
 * Whole connectors, file by file. `npm run golden:record` writes them anew: read the difference before you commit it.
 */
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const RECORDING = process.env['RECORD'] === '1';

const NAMES = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

function settingsOf(name: string): Partial<ServiceInstanceSettings> {
  const path = join(FOLDER, name, 'settings.json');
  return existsSync(path) ? json(path) : {};
}

const tree = (name: string): Tree => json(join(FOLDER, name, 'descriptor.json'));

/** The connector, and its Problems as a file of their own. */
function madeNow(name: string): EmittedFile[] {
  const problems = describeTree(tree(name), settingsOf(name)).problems;
  const lines = problems.map(({ severity, code, pointer, message }) => `${severity} ${code} ${visibleText(pointer)}: ${message}\n`);
  return [...emitTree(tree(name), settingsOf(name)), { path: 'problems.txt', content: lines.join('') }];
}

function recorded(name: string): string[] {
  const folder = join(FOLDER, name, 'connector');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort();
}

function record(name: string, files: readonly EmittedFile[]): void {
  const folder = join(FOLDER, name, 'connector');
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const made = new Map(NAMES.map((name) => [name, madeNow(name)]));
if (RECORDING) for (const [name, files] of made) record(name, files);

test('there are goldens', () => {
  expect(NAMES).toEqual(['hostile-names', 'orders', 'petstore', 'shapes', 'tasks']);
});

describe.each([...made])('%s', (name, files) => {
  test('has the recorded files, none missing and none left over', () => {
    expect(recorded(name)).toEqual(files.map(({ path }) => path).sort());
  });

  test.each(files)('$path is as recorded', ({ path, content }) => {
    const file = join(FOLDER, name, 'connector', path);
    expect(content).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  });
});

test('all of it type-checks under the strictest settings', () => {
  const files = [...made].flatMap(([name, each]) =>
    each.map(({ path, content }) => ({ path: `${name}/${path}`, content })),
  );
  expect(typeCheck(files)).toEqual([]);
});
