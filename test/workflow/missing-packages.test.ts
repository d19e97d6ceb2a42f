import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
/** Node has SQLite of its own from 22.13 on. */
const HAS_SQLITE = process.getBuiltinModule('node:sqlite') !== undefined;

interface Ran {
  readonly code: number;
  readonly printed: string;
}

interface Place {
  /** Runs Node in the folder. */
  node(...args: string[]): Promise<Ran>;
  /** Runs the command as it is installed there. */
  cli(...args: string[]): Promise<Ran>;
}

/** A folder in which the built package is installed, and of the optional packages only those named. */
function installed(...optional: readonly string[]): Place {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-missing-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const own = join(folder, 'node_modules', 'rest-broker');
  mkdirSync(own, { recursive: true });
  for (const part of ['dist', 'templates', 'package.json']) {
    cpSync(join(ROOT, part), join(own, part), { recursive: true });
  }
  for (const name of [...Object.keys(dependencies), ...optional]) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(
    join(folder, 'workflows.mjs'),
    `import { createWorkflows } from 'rest-broker/workflow';
export const workflows = createWorkflows({ store: process.env.STORE ?? 'file:./workflow.db' });
workflows.define('Any', async () => 1);
`,
  );
  const node: Place['node'] = (...args) =>
    new Promise((resolve) => {
      execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
        resolve({
          code: typeof error?.code === 'number' ? error.code : 0,
          printed: `${stdout}${stderr}`.trim(),
        });
      });
    });
  return { node, cli: (...args) => node(join(own, 'dist', 'cli', 'main.js'), ...args) };
}

test('every door opens without any optional package, and the command says its help', async () => {
  const { node, cli } = installed();
  const doors = ['.', '/runtime', '/errors', '/workflow', '/server'].map(
    (door) => `rest-broker${door.replace('.', '')}`,
  );
  const program = `for (const door of ${JSON.stringify(doors)}) console.log(Object.keys(await import(door)).length > 0);`;
  expect(await node('--input-type=module', '-e', program)).toEqual({
    code: 0,
    printed: doors.map(() => 'true').join('\n'),
  });
  expect((await cli('workflows', '--help')).printed).toMatch(/Usage: rest-broker workflows/);
});

test('a store tells which package to install', async () => {
  const program = `import { workflows } from './workflows.mjs';
await workflows.open().catch((error) => console.log(error.code, error.message));`;
  const open = (place: Place) => place.node('--input-type=module', '-e', program);
  expect(await open(installed('libsql'))).toEqual({
    code: 0,
    printed:
      'PACKAGE_MISSING Package openworkflow: it is not installed. Run npm install openworkflow@~0.10.1.',
  });
  expect((await open(installed('openworkflow'))).printed).toMatch(
    HAS_SQLITE
      ? /^$/
      : /^PACKAGE_MISSING Package libsql: it is not installed. Run npm install libsql, take Node/,
  );
});

test('the command tells which package to install, in one line and without a stack', async () => {
  const bare = installed('libsql');
  expect(await bare.cli('workflows', 'list')).toEqual({
    code: 1,
    printed:
      'error[PACKAGE_MISSING]: Package openworkflow: it is not installed. Run npm install openworkflow@~0.10.1.',
  });
  const serverless = installed('openworkflow', 'libsql');
  expect(await serverless.cli('workflows', 'serve', './workflows.mjs')).toEqual({
    code: 1,
    printed: 'error[PACKAGE_MISSING]: Package fastify: it is not installed. Run npm install fastify.',
  });
  expect(
    await serverless.cli('workflows', 'list', '--store', 'postgres://nobody@127.0.0.1:1/nothing'),
  ).toEqual({
    code: 1,
    printed: 'error[PACKAGE_MISSING]: Package postgres: it is not installed. Run npm install postgres.',
  });
  expect(await serverless.cli('workflows', 'list')).toEqual({ code: 0, printed: 'No instances.' });
});
