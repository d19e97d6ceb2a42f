import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { put, snapshot, temporaryFolder } from '../workspace/temporary-folder.js';
import { descriptorPath, jsonOf, runBin } from './run-bin.js';

interface Swagger {
  paths: Record<string, unknown>;
  definitions: Record<string, unknown>;
}

function edited(edit: (swagger: Swagger) => void): string {
  const swagger = JSON.parse(readFileSync(descriptorPath('nwc-workflow.swagger.json'), 'utf8')) as Swagger;
  edit(swagger);
  return JSON.stringify(swagger, null, 2);
}

const asIs = edited(() => undefined);
const changed = edited(({ paths, definitions }) => {
  delete paths['/tasks/{task_id}'];
  paths['/pings'] = { get: { tags: ['Pings'], responses: { 204: { description: 'ok' } } } };
  definitions['TaskUrls'] = { type: 'object', properties: { other: { type: 'integer' } } };
});

async function registered(): Promise<string> {
  const cwd = temporaryFolder();
  put(cwd, { 'source.json': asIs });
  await runBin(['register', 'nwc', 'source.json', '--include-internal', '--timeout', '7'], { cwd });
  return cwd;
}

test('an unchanged source changes nothing', async () => {
  const cwd = await registered();
  const before = snapshot(cwd);
  expect(await runBin(['refresh'], { cwd })).toMatchObject({ code: 0, stdout: 'nwc  unchanged\n' });
  expect(snapshot(cwd)).toEqual(before);
});

test('a changed source: tells what it means to callers, and keeps the settings', async () => {
  const cwd = await registered();
  writeFileSync(join(cwd, 'source.json'), changed);
  const { code, stdout } = await runBin(['refresh', 'nwc'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^nwc {2}changed {2}[0-9a-f]{12} → [0-9a-f]{12}$/m);
  expect(stdout).toMatch(
    /^ {2}breaking \(\d+\)\n\n {4}TaskUrls\n {6}formUrl {2}the Property is gone {2}property-removed$/m,
  );
  expect(stdout).toMatch(
    /^ {4}Tasks\n(?: {6,8}.*\n)* {6}Patch_tasks__task_id_ {2}the Method is gone {2}method-removed\n {8}Stop calling it$/m,
  );
  expect(stdout).toMatch(/^ {2}safe {2}.*\d method-added/m);
  const registry = readFileSync(join(cwd, 'service-instances.yaml'), 'utf8');
  expect(registry).toMatch(/timeoutSeconds: 7[\s\S]*includeInternal: true/);
  expect(readFileSync(join(cwd, 'descriptors/source.json'), 'utf8')).toBe(changed);
});

test('--json: hashes and changes', async () => {
  const cwd = await registered();
  writeFileSync(join(cwd, 'source.json'), changed);
  expect(jsonOf(await runBin(['refresh', '--json'], { cwd }))).toEqual({
    serviceInstances: [
      {
        name: 'nwc',
        status: 'changed',
        before: expect.stringMatching(/^[0-9a-f]{64}$/),
        after: expect.stringMatching(/^[0-9a-f]{64}$/),
        changes: expect.arrayContaining([
          {
            code: 'method-removed',
            severity: 'breaking',
            before: {
              subject: { part: 'method', object: 'Tasks', method: 'Patch_tasks__task_id_' },
              pointer: '/paths/~1tasks~1{task_id}/patch',
            },
            message: 'the Method is gone',
            advice: 'Stop calling it',
          },
          expect.objectContaining({ code: 'method-added' }),
        ]),
        problems: expect.any(Array),
      },
    ],
  });
});

test('one source that cannot be read: none is refreshed', async () => {
  const cwd = await registered();
  put(cwd, { 'other.json': asIs });
  await runBin(['register', 'other', 'other.json'], { cwd });
  put(cwd, { 'source.json': changed, 'other.json': '{ oops' });
  const before = snapshot(cwd);
  const { code, stdout, stderr } = await runBin(['refresh'], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/other\.json:1:\d+: /);
  expect(snapshot(cwd)).toEqual(before);
});

test('a copy that was edited by hand is taken from its source again', async () => {
  const cwd = await registered();
  put(cwd, { 'descriptors/source.json': changed });
  expect((await runBin(['refresh', 'nwc'], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'descriptors/source.json'), 'utf8')).toBe(asIs);
  expect((await runBin(['inspect', 'nwc'], { cwd })).code).toBe(0);
});

test('a workspace elsewhere: its sources are found from there', async () => {
  const cwd = await registered();
  const { code, stdout } = await runBin(['refresh', '--workspace', cwd], { cwd: temporaryFolder() });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'nwc  unchanged\n' });
});

test('from standard input there is nothing to take again', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'nwc', '-'], { cwd, stdin: asIs });
  const { code, stderr } = await runBin(['refresh', 'nwc'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(/standard input.*--replace/);
});

test('a descriptor that is used in place: once it is edited, refresh accepts it as it is', async () => {
  const cwd = temporaryFolder();
  put(cwd, { 'descriptors/nwc.json': asIs });
  await runBin(['register', 'nwc', 'descriptors/nwc.json'], { cwd });
  put(cwd, { 'descriptors/nwc.json': changed });
  const stale = await runBin(['generate'], { cwd });
  expect(stale).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Accept it as it is now with: rest-broker refresh nwc'),
  });
  const { code, stdout } = await runBin(['refresh'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/nothing to compare with/);
  expect(readFileSync(join(cwd, 'descriptors/nwc.json'), 'utf8')).toBe(changed);
  expect((await runBin(['generate'], { cwd })).code).toBe(0);
});
