import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { put, snapshot, temporaryFolder } from '../workspace/temporary-folder.js';
import { descriptorPath, jsonOf, runBin } from './run-bin.js';

const NWC = readFileSync(descriptorPath('nwc-workflow.swagger.json'), 'utf8');

function without(path: string): string {
  const swagger = JSON.parse(NWC) as { info: { version: string }; paths: Record<string, unknown> };
  delete swagger.paths[path];
  swagger.info.version = '2.0.0';
  return JSON.stringify(swagger, null, 2);
}

async function generated(): Promise<string> {
  const cwd = temporaryFolder();
  put(cwd, { 'source.json': NWC });
  await runBin(['register', 'nwc', 'source.json'], { cwd });
  await runBin(['generate'], { cwd });
  return cwd;
}

test('nothing changed: says so and writes nothing', async () => {
  const cwd = await generated();
  const before = snapshot(cwd);
  const { code, stdout, stderr } = await runBin(['update', '--fail-on', 'any'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^nwc {2}unchanged .* 0 written +\d+ unchanged +0 removed$/m);
  expect(snapshot(cwd)).toEqual(before);
});

test('a breaking change: made, told with advice, summed up for a pull request, and by choice exit code 1', async () => {
  const cwd = await generated();
  put(cwd, { 'source.json': without('/tasks/{task_id}') });
  const { code, stdout } = await runBin(['update', '--summary', 'pr.md', '--fail-on', 'breaking'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^nwc {2}changed {2}1\.0\.0 → 2\.0\.0 {2}\d+ written/m);
  expect(stdout).toMatch(
    /^ {4}Tasks\n(?: {6,8}.*\n)* {6}Patch_tasks__task_id_ +the Method is gone +method-removed$/m,
  );
  expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  expect(stdout).not.toMatch(/of 1 descriptor changed/);
  expect(readFileSync(join(cwd, 'pr.md'), 'utf8')).toMatch(/\*\*breaking\*\* \| Tasks\\\.Patch\\_tasks/);
  expect((await runBin(['check', '--remote'], { cwd })).code).toBe(0);
});

test('more than a screen: what came of it stands at the end too', async () => {
  const cwd = await generated();
  put(cwd, { 'source.json': readFileSync(descriptorPath('nwc-workflow-v2.swagger.json'), 'utf8') });
  const { stdout } = await runBin(['update'], { cwd });
  expect(stdout).toMatch(/\n1 of 1 descriptor changed: \d+ breaking, \d+ dangerous, \d+ safe\.\n$/);
});

test('without --fail-on the exit code is 0, whatever changed', async () => {
  const cwd = await generated();
  put(cwd, { 'source.json': without('/tasks/{task_id}') });
  const ran = await runBin(['update', '--json'], { cwd });
  expect(ran.code).toBe(0);
  expect(jsonOf(ran)).toMatchObject({
    serviceInstances: [
      {
        name: 'nwc',
        status: 'changed',
        version: { before: '1.0.0', after: '2.0.0' },
        changes: expect.arrayContaining([expect.objectContaining({ code: 'method-removed' })]),
        connector: { folder: 'generated/nwc', written: expect.arrayContaining(['index.ts']) },
      },
    ],
  });
  expect(ran.stdout).not.toContain(cwd);
});

test('a source that is down: nothing is written, and it is said', async () => {
  const cwd = await generated();
  put(cwd, { 'source.json': '{ oops' });
  const before = snapshot(cwd);
  const { code, stderr } = await runBin(['update', '--summary', 'pr.md'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(/source\.json:1:\d+/);
  expect(snapshot(cwd)).toEqual(before);
});

test('a summary that cannot be written: the update stands', async () => {
  const cwd = await generated();
  put(cwd, { 'source.json': without('/tasks/{task_id}') });
  const { code, stderr } = await runBin(['update', '--summary', 'no/where.md'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('the connectors were updated');
  expect((await runBin(['check', '--remote'], { cwd })).code).toBe(0);
});
