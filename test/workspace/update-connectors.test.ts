import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkConnectors } from '../../src/workspace/check-connectors.js';
import { checkReport } from '../../src/workspace/connectors/check-report.js';
import { carryOut } from '../../src/workspace/folders/carry-out.js';
import { changeOf, rollForward, stage, tidyUp } from '../../src/workspace/folders/change-steps.js';
import { planFiles } from '../../src/workspace/folders/plan-files.js';
import { recoverReplacement } from '../../src/workspace/folders/recover-replacement.js';
import { generateConnectors } from '../../src/workspace/generate-connectors.js';
import { registerServiceInstance } from '../../src/workspace/register-service-instance.js';
import { readServiceInstances } from '../../src/workspace/registry/read-service-instances.js';
import { updateConnectors } from '../../src/workspace/update-connectors.js';
import { BIN } from '../cli/run-bin.js';
import { put, snapshot, temporaryFolder } from './temporary-folder.js';

interface Shape {
  readonly version: string;
  readonly paths: readonly string[];
}

function descriptor({ version, paths }: Shape): string {
  const answer = { 200: { description: 'ok' } };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Things', version },
    servers: [{ url: 'https://api.example.com' }],
    paths: Object.fromEntries(
      paths.map((path) => [`/${path}`, { get: { operationId: path, tags: ['Things'], responses: answer } }]),
    ),
  });
}

const V1 = { version: '1.0.0', paths: ['list', 'old'] };
const V2 = { version: '2.0.0', paths: ['list', 'new'] };

let folder: string;
const isFresh = async (out?: string): Promise<boolean> =>
  checkReport(await checkConnectors(folder, out === undefined ? {} : { out })).passed;

beforeEach(async () => {
  folder = temporaryFolder();
  for (const name of ['a', 'b']) {
    put(folder, { [`${name}.json`]: descriptor(V1) });
    await registerServiceInstance(folder, { name, location: join(folder, `${name}.json`) });
  }
  await generateConnectors(folder);
});

test('nothing changed: nothing is written', async () => {
  const before = snapshot(folder);
  const updated = await updateConnectors(folder);
  expect(updated).toMatchObject([
    { name: 'a', status: 'unchanged', connector: { written: [], removed: [] } },
    { name: 'b', status: 'unchanged', connector: { written: [], removed: [] } },
  ]);
  expect(snapshot(folder)).toEqual(before);
});

test.each([
  { name: 'of everything', selection: undefined },
  { name: 'with a selection to be remembered', selection: { objects: ['Things'], systemTypes: [] } },
])(
  'generating $name while another process takes a new descriptor gives the new connector',
  async ({ selection }) => {
    put(folder, { 'a.json': descriptor(V2) });
    let refreshed = -1;
    await generateConnectors(folder, {
      names: ['a'],
      force: true,
      ...(selection === undefined ? {} : { selection }),
      onProgress: ({ step }) => {
        if (step === 'write')
          refreshed = spawnSync(process.execPath, [BIN, 'refresh', 'a'], { cwd: folder }).status ?? -1;
      },
    });
    expect(refreshed).toBe(0);
    expect(readFileSync(join(folder, 'generated/a/connector.json'), 'utf8')).toContain('"2.0.0"');
    expect(await isFresh()).toBe(true);
  },
);

test('one changed: copy, registry, connector and lock are of the new descriptor, and fresh', async () => {
  put(folder, { 'a.json': descriptor(V2) });
  const [a, b] = await updateConnectors(folder);
  expect(a).toMatchObject({ status: 'changed', version: { before: '1.0.0', after: '2.0.0' } });
  const codes = a?.changes?.map(({ code, severity }) => `${severity} ${code}`) ?? [];
  expect(codes).toContain('breaking method-removed');
  expect(codes).toContain('safe method-added');
  expect(b).toMatchObject({ status: 'unchanged' });
  expect(readFileSync(join(folder, 'descriptors/a.json'), 'utf8')).toBe(descriptor(V2));
  expect(await isFresh()).toBe(true);
  expect(await generateConnectors(folder, { force: true })).toMatchObject([{ written: [] }, { written: [] }]);
});

test('gives what refresh and generate give one after the other', async () => {
  const other = folder;
  await Promise.resolve();
  put(folder, { 'a.json': descriptor(V2) });
  await updateConnectors(folder);
  const { refreshServiceInstances } = await import('../../src/workspace/refresh-service-instances.js');
  folder = temporaryFolder();
  for (const name of ['a', 'b']) {
    put(folder, { [`${name}.json`]: descriptor(V1) });
    await registerServiceInstance(folder, { name, location: join(folder, `${name}.json`) });
  }
  put(folder, { 'a.json': descriptor(V2) });
  await refreshServiceInstances(folder);
  await generateConnectors(folder);
  expect(snapshot(folder)).toEqual(snapshot(other));
});

test('a connector that is not fresh is made, though no descriptor changed', async () => {
  rmSync(join(folder, 'generated/b/index.ts'));
  const [, b] = await updateConnectors(folder);
  expect(b).toMatchObject({ status: 'unchanged', connector: { written: ['index.ts'] } });
  expect(await isFresh()).toBe(true);
});

test('a copy that was edited: there is nothing to compare with', async () => {
  writeFileSync(join(folder, 'descriptors/a.json'), '{}');
  const [a] = await updateConnectors(folder, { names: ['a'] });
  expect(a).toMatchObject({ status: 'changed', version: { after: '1.0.0' } });
  expect(a?.changes).toBeUndefined();
  expect(await isFresh()).toBe(true);
});

describe('refused, and everything stays as it was', () => {
  const rows: readonly { name: string; arrange: () => void; code: string }[] = [
    {
      name: 'one source cannot be read',
      arrange: () => put(folder, { 'a.json': descriptor(V2), 'b.json': '{ oops' }),
      code: 'DESCRIPTOR_MALFORMED',
    },
    {
      name: 'a foreign file stands in the way',
      arrange: () => {
        put(folder, { 'a.json': descriptor(V2), 'generated/b/index.ts': 'mine' });
      },
      code: 'OUTPUT_REFUSED',
    },
  ];
  test.each(rows)('$name', async ({ arrange, code }) => {
    arrange();
    const before = snapshot(folder);
    await expect(updateConnectors(folder)).rejects.toMatchObject({ code });
    expect(snapshot(folder)).toEqual(before);
  });

  test('what is selected is gone', async () => {
    await generateConnectors(folder, { names: ['a'], selection: { objects: ['Things'], systemTypes: [] } });
    put(folder, { 'a.json': descriptor(V2).replaceAll('Things', 'Others') });
    const before = snapshot(folder);
    await expect(updateConnectors(folder)).rejects.toMatchObject({
      code: 'SERVICE_OBJECT_UNKNOWN',
      message: expect.stringContaining("selected by 'generate' in service-instances.yaml"),
    });
    expect(snapshot(folder)).toEqual(before);
  });
});

test('connectors that lie outside of the workspace are updated with it', async () => {
  const out = temporaryFolder();
  put(folder, { 'a.json': descriptor(V2) });
  await updateConnectors(folder, { out });
  expect(Object.keys(snapshot(out)).filter((path) => !path.includes('/'))).toEqual([
    'a',
    'b',
    'connectors.lock.json',
  ]);
  expect(await isFresh(out)).toBe(true);
});

describe('a change of the workspace and of a folder elsewhere', () => {
  const TEXTS = new Map([['x.txt', 'new']]);
  const changeIn = (elsewhere: string) => {
    const folders = [folder, elsewhere].map((one) => ({ folder: one, plan: planFiles(one, TEXTS) }));
    return changeOf(folder, folders);
  };

  test('is brought to an end wherever it was cut off', async () => {
    for (let steps = 1; ; steps++) {
      const elsewhere = temporaryFolder();
      for (const one of [folder, elsewhere]) put(one, { 'x.txt': 'old' });
      const change = changeIn(elsewhere);
      if (change === undefined) throw new Error('there is nothing to do');
      let left = steps;
      let isDone = true;
      for (const part of [
        stage(change),
        rollForward(folder, change.journal),
        tidyUp(folder, change.journal),
      ]) {
        while (isDone && part.next().done !== true) if (--left === 0) isDone = false;
      }
      await readServiceInstances(folder);
      const texts = [folder, elsewhere].map((one) => readFileSync(join(one, 'x.txt'), 'utf8'));
      expect(['old old', 'new new'], `after ${steps} steps`).toContain(texts.join(' '));
      const rest = [folder, elsewhere].flatMap((one) => Object.keys(snapshot(one)));
      expect(
        rest.filter((path) => path.startsWith('.rest-broker')),
        `after ${steps} steps`,
      ).toEqual([]);
      if (isDone) break;
    }
  });

  test('is refused whole when one of them is not as it was planned', () => {
    const elsewhere = temporaryFolder();
    const change = [folder, elsewhere].map((one) => ({ folder: one, plan: planFiles(one, TEXTS) }));
    put(elsewhere, { 'x.txt': 'mine' });
    expect(() => carryOut(folder, change)).toThrow(/x\.txt/);
    expect([snapshot(elsewhere), Object.keys(snapshot(folder)).includes('x.txt')]).toEqual([
      { 'x.txt': 'mine' },
      false,
    ]);
  });

  test('a journal that speaks of a folder elsewhere without its token moves nothing', async () => {
    const elsewhere = temporaryFolder();
    put(elsewhere, {
      'x.txt': 'mine',
      '.rest-broker-staging/new/0': 'evil',
      '.rest-broker-staging/token': 'other',
    });
    const moves = [{ path: 'x.txt', replaces: null, becomes: 'x' }];
    const folders = [{ folder: elsewhere, folders: [], removals: [], moves }];
    const journal = { version: 2, token: 'mine', state: 'committed', folders };
    put(folder, { '.rest-broker-journal.json': JSON.stringify(journal) });
    await expect(recoverReplacement(folder)).rejects.toMatchObject({ code: 'OUTPUT_REFUSED' });
    expect(readFileSync(join(elsewhere, 'x.txt'), 'utf8')).toBe('mine');
  });
});
