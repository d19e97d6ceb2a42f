import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { put, snapshot, temporaryFolder } from '../workspace/temporary-folder.js';
import { descriptorPath, jsonOf, runBin } from './run-bin.js';

const CREDIT = readFileSync(descriptorPath('business-credit.openapi.yaml'), 'utf8');

/** Two Service Instances that share a copy, with comments in the registry; both generated. */
async function workspace(): Promise<string> {
  const cwd = temporaryFolder();
  put(cwd, { 'source.yaml': CREDIT, 'service-instances.yaml': '# mine\n' });
  for (const name of ['credit', 'other']) await runBin(['register', name, 'source.yaml'], { cwd });
  await runBin(['generate'], { cwd });
  return cwd;
}

test('takes away entry and connector, and the copy with the last that has it', async () => {
  const cwd = await workspace();
  put(cwd, { 'generated/other/notes.md': 'mine' });
  const first = await runBin(['unregister', 'other'], { cwd });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(
    /^Unregistered other\n {2}Descriptor {2}descriptors\/source\.yaml +stays\n {2}Connector +generated\/other +\d+ removed\n$/,
  );
  expect(snapshot(join(cwd, 'generated/other'))).toEqual({ 'notes.md': 'mine' });
  expect(await runBin(['check'], { cwd })).toMatchObject({ code: 0 });

  const last = await runBin(['unregister', 'credit', '--json'], { cwd });
  expect(jsonOf(last)).toEqual({
    name: 'credit',
    descriptor: { file: 'descriptors/source.yaml', removed: true },
    connector: { folder: 'generated/credit', removed: expect.arrayContaining(['index.ts']) },
  });
  const files = Object.entries(snapshot(cwd)).filter(([, content]) => content !== '/');
  expect(files.map(([path]) => path)).toEqual([
    'generated/connectors.lock.json',
    'generated/other/notes.md',
    'service-instances.yaml',
    'source.yaml',
  ]);
  expect(readFileSync(join(cwd, 'service-instances.yaml'), 'utf8')).toContain('# mine\n');
});

test('what was never generated, and a copy that was edited', async () => {
  const cwd = temporaryFolder();
  put(cwd, { 'source.yaml': CREDIT });
  await runBin(['register', 'credit', 'source.yaml'], { cwd });
  writeFileSync(join(cwd, 'descriptors/source.yaml'), `${CREDIT}# mine\n`);
  const { code, stdout } = await runBin(['unregister', 'credit'], { cwd });
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/source\.yaml +stays\n.*none was generated/),
  });
  expect(Object.keys(snapshot(cwd)).sort()).toEqual([
    'descriptors',
    'descriptors/source.yaml',
    'service-instances.yaml',
    'source.yaml',
  ]);
});

test('an unknown name: the near ones, and everything stays', async () => {
  const cwd = await workspace();
  const before = snapshot(cwd);
  const { code, stdout, stderr } = await runBin(['unregister', 'credits'], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain("Perhaps you meant 'credit'");
  expect(snapshot(cwd)).toEqual(before);
});
