import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CONNECTOR = at('../../generated/nwc/');
// Inside the project, so that generated code finds `rest-broker/runtime` as it does in an author's own.
const COMPILED = at('../.workspace/one-smart-object/');

/** A committed connector, compiled file by file as an author's build does. */
beforeAll(async () => {
  await rm(COMPILED, { recursive: true, force: true });
  for (const path of await readdir(CONNECTOR, { recursive: true })) {
    if (!path.endsWith('.ts')) continue;
    const source = await readFile(join(CONNECTOR, path), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    const file = join(COMPILED, path.replace(/\.ts$/, '.js'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, outputText);
  }
});

/** Files of the connector that a program loads, in the order of their names. */
async function loadedBy(program: string): Promise<string[]> {
  const hooks = pathToFileURL(at('print-loaded-modules.mjs')).href;
  const args = ['--import', hooks, '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: COMPILED });
  const folder = `loaded ${pathToFileURL(COMPILED).href}`;
  const loaded = stdout.split('\n').filter((line) => line.startsWith(folder));
  return loaded.map((line) => line.slice(folder.length)).sort();
}

const CONNECT = "connect({ serviceUrl: 'https://tasks.example' });";

test('importing one SmartObject loads its file and the Service Instance, and nothing else of the connector', async () => {
  const program = `import { Tasks } from './object-types/Tasks.js';
const tasks = Tasks.${CONNECT}
if (typeof tasks.Get_tasks !== 'function') throw new Error('no Method');`;
  expect(await loadedBy(program)).toEqual(['object-types/Tasks.js', 'service-instance.js']);
});

test('importing the index loads all of it', async () => {
  const loaded = await loadedBy(`import { connect } from './index.js'; ${CONNECT}`);
  const files = (await readdir(COMPILED, { recursive: true })).filter((path) => path.endsWith('.js'));
  expect(loaded).toEqual(files.sort());
});
