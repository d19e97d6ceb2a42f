import { appendFileSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkConnectors } from '../../src/workspace/check-connectors.js';
import { checkReport } from '../../src/workspace/connectors/check-report.js';
import { generateConnectors } from '../../src/workspace/generate-connectors.js';
import { refreshServiceInstances } from '../../src/workspace/refresh-service-instances.js';
import { registerServiceInstance } from '../../src/workspace/register-service-instance.js';
import { findServiceInstance } from '../../src/workspace/registry/find-service-instances.js';
import { removeEntry, saveServiceInstance } from './change-registry.js';
import { put, snapshot, temporaryFolder } from './temporary-folder.js';

const DESCRIPTOR = fileURLToPath(new URL('../../descriptors/business-credit.openapi.yaml', import.meta.url));

let folder: string;
const made = (path: string): string => join(folder, 'generated/credit', path);
const lock = (): string => join(folder, 'generated/connectors.lock.json');
const editLock = (from: string | RegExp, to: string): void =>
  writeFileSync(lock(), readFileSync(lock(), 'utf8').replace(from, to));

/** What `check` says, and that it writes nothing. */
async function checked(names: readonly string[] = []) {
  const before = snapshot(folder);
  const answer = await checkConnectors(folder, { names });
  expect(snapshot(folder)).toEqual(before);
  return { ...answer, report: checkReport(answer) };
}

beforeEach(async () => {
  folder = temporaryFolder();
  put(folder, { 'source.yaml': readFileSync(DESCRIPTOR, 'utf8') });
  for (const name of ['credit', 'other'])
    await registerServiceInstance(folder, { name, location: join(folder, 'source.yaml') });
  await generateConnectors(folder);
});

test('what was just generated is fresh', async () => {
  const { report } = await checked();
  expect(report).toEqual({
    command: 'check',
    summary: '2 connectors fresh',
    passed: true,
    well: ['credit', 'other'],
    findings: [],
  });
});

test("a checkout's new times and somebody else's files change nothing", async () => {
  for (const path of ['index.ts', 'connector.json']) utimesSync(made(path), 2e9, 2e9);
  utimesSync(lock(), 1e9, 1e9);
  put(folder, { 'generated/credit/notes.md': 'mine', 'generated/mine/index.ts': 'mine' });
  expect((await checked()).report.passed).toBe(true);
});

describe('tells what is stale, why, and what mends it', () => {
  const rows: readonly {
    name: string;
    change: () => unknown;
    rules: readonly string[];
    files?: Readonly<Record<string, string>>;
    /** What is said of every file there is. */
    all?: string;
    repair: string;
  }[] = [
    {
      name: 'a file was edited to the same length, with the old time',
      change: () => {
        writeFileSync(
          made('index.ts'),
          readFileSync(made('index.ts'), 'utf8').replace('SmartObjects', 'smartobjects'),
        );
        utimesSync(made('index.ts'), 1e9, 1e9);
      },
      rules: ['edited'],
      files: { 'index.ts': 'edited' },
      repair: 'rest-broker generate --force credit',
    },
    {
      name: 'our header was taken away',
      change: () => writeFileSync(made('index.ts'), 'mine'),
      rules: ['edited'],
      files: { 'index.ts': 'foreign' },
      repair: 'rest-broker generate --force credit',
    },
    {
      name: 'a file is gone',
      change: () => rmSync(made('index.ts')),
      rules: ['missing'],
      files: { 'index.ts': 'missing' },
      repair: 'rest-broker generate credit',
    },
    {
      name: 'a file of ours is left over',
      change: () =>
        put(folder, { 'generated/credit/object-types/Old.ts': readFileSync(made('index.ts'), 'utf8') }),
      rules: ['left-over'],
      files: { 'object-types/Old.ts': 'left-over' },
      repair: 'rest-broker generate credit',
    },
    {
      name: 'a setting was changed',
      change: async () => {
        const instance = await findServiceInstance(folder, 'credit');
        await saveServiceInstance(folder, {
          ...instance,
          settings: { ...instance.settings, timeoutMs: 5000 },
        });
      },
      rules: ['settings-changed'],
      files: { 'connector.json': 'changed', 'service-instance.ts': 'changed' },
      repair: 'rest-broker generate credit',
    },
    {
      name: 'another version generated it, and nothing would differ',
      change: () => editLock(/"generator": "[^"]*"/, '"generator": "0.0.1"'),
      rules: ['generator-changed'],
      repair: 'rest-broker generate credit',
    },
    {
      name: 'it was never generated',
      change: async () => {
        rmSync(join(folder, 'generated/credit'), { recursive: true });
        editLock(/ {4}"credit": \{[\s\S]*?\n {4}\},\n/, '');
      },
      rules: ['never-generated'],
      all: 'added',
      repair: 'rest-broker generate credit',
    },
    {
      name: 'the lock forgot it',
      change: () => editLock(/ {4}"credit": \{[\s\S]*?\n {4}\},\n/, ''),
      rules: ['not-locked'],
      repair: 'rest-broker generate credit',
    },
    {
      name: 'the lock has a file otherwise',
      change: () => editLock(/("index.ts": \{"bytes":\d+,"sha256":")[0-9a-f]{4}/, '$10000'),
      rules: ['lock-outdated'],
      repair: 'rest-broker generate --force credit',
    },
    {
      name: 'the copy of the descriptor was edited',
      change: () => appendFileSync(join(folder, 'descriptors/source.yaml'), '# x\n'),
      rules: ['descriptor-unusable', 'descriptor-unusable'],
      repair: 'rest-broker update credit other',
    },
    {
      name: 'there is no lock',
      change: () => rmSync(lock()),
      rules: ['lock-missing', 'not-locked', 'not-locked'],
      repair: 'rest-broker generate',
    },
    {
      name: 'the lock holds a merge conflict',
      change: () => editLock('{', '<<<<<<< ours\n{'),
      rules: ['lock-broken', 'not-locked', 'not-locked'],
      repair: 'rest-broker generate',
    },
    {
      name: 'a connector of nobody stands there',
      change: () => removeEntry(folder, 'credit'),
      rules: ['unregistered'],
      repair: 'rest-broker generate --prune',
    },
    {
      name: 'the lock knows one of nobody',
      change: async () => {
        await removeEntry(folder, 'credit');
        rmSync(join(folder, 'generated/credit'), { recursive: true });
      },
      rules: ['unregistered'],
      repair: 'rest-broker generate --prune',
    },
  ];

  test.each(rows)('$name', async ({ change, rules, files = {}, all, repair }) => {
    await change();
    const { report, connectors } = await checked();
    expect(report.passed).toBe(false);
    expect(report.findings.map(({ rule }) => rule)).toEqual(rules);
    expect(report.repair).toBe(repair);
    const judged = connectors.find(({ name }) => name === 'credit')?.files ?? [];
    if (all === undefined)
      expect(Object.fromEntries(judged.map(({ path, fault }) => [path, fault]))).toEqual(files);
    else expect([...new Set(judged.map(({ fault }) => fault))]).toEqual([all]);
  });

  const mendable = rows.filter(
    ({ name }) => !['our header was taken away', 'the copy of the descriptor was edited'].includes(name),
  );
  test.each(mendable)('and that command does: $name', async ({ change, repair }) => {
    await change();
    const options = { force: repair.includes('--force'), prune: repair.includes('--prune') };
    await generateConnectors(folder, { ...options, names: repair.endsWith('credit') ? ['credit'] : [] });
    expect((await checked()).report).toMatchObject({ passed: true, findings: [] });
  });
});

test('a refreshed descriptor: names the files that would differ, and only those', async () => {
  const text = readFileSync(DESCRIPTOR, 'utf8');
  writeFileSync(join(folder, 'source.yaml'), text.replaceAll('assessedOn', 'assessedAt'));
  await refreshServiceInstances(folder, { names: ['credit'] });
  const { report, connectors } = await checked();
  expect(report.findings).toMatchObject([
    { rule: 'descriptor-changed', subject: 'credit', message: expect.stringMatching(/: \d+ would change$/) },
  ]);
  expect(report.well).toEqual(['other']);
  const files = connectors[0]?.files.map(({ path }) => path) ?? [];
  const before = snapshot(join(folder, 'generated/credit'));
  await generateConnectors(folder);
  const after = snapshot(join(folder, 'generated/credit'));
  expect(files).toEqual(Object.keys(after).filter((path) => after[path] !== before[path]));
});

test('says where git has only changed the line ends', async () => {
  const crlf = (file: string): void =>
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  crlf(made('index.ts'));
  const ofFile = (await checked(['credit'])).report.findings[0];
  expect(ofFile).toMatchObject({
    rule: 'edited',
    message: 'index.ts has other line ends than it was generated with',
    advice: expect.stringContaining('.gitattributes'),
  });
  const { descriptor } = await findServiceInstance(folder, 'credit');
  crlf(join(folder, descriptor.file));
  const ofCopy = (await checked(['credit'])).report.findings[0];
  expect(ofCopy).toMatchObject({
    rule: 'descriptor-unusable',
    message: expect.stringMatching(/has other line ends than it was registered with.*\.gitattributes/),
  });
});

test('says where somebody edited', async () => {
  const text = readFileSync(made('index.ts'), 'utf8').split('\n');
  text[4] = `${text[4]} // mine`;
  writeFileSync(made('index.ts'), text.join('\n'));
  const { report } = await checked();
  expect(report.findings[0]?.place).toMatchObject({
    line: 5,
    column: (text[4]?.length ?? 0) - ' // mine'.length + 1,
  });
});

test('judges all, whatever the first one comes to', async () => {
  rmSync(made('index.ts'));
  appendFileSync(join(folder, 'generated/other/index.ts'), '// mine\n');
  const { report } = await checked();
  expect(report.findings.map(({ subject, rule }) => `${subject} ${rule}`)).toEqual([
    'credit missing',
    'other edited',
  ]);
  expect(report.summary).toBe('2 of 2 connectors stale');
});

test('with names it judges these, and nothing left over', async () => {
  await removeEntry(folder, 'other');
  rmSync(made('index.ts'));
  expect((await checked(['credit'])).report.findings.map(({ rule }) => rule)).toEqual(['missing']);
  await expect(checked(['nobody'])).rejects.toMatchObject({ code: 'SERVICE_INSTANCE_UNKNOWN' });
});

test('a change that was cut off: nothing is judged, and it is said', async () => {
  put(folder, { '.rest-broker-journal.json': '{}' });
  const { report, connectors } = await checked();
  expect(connectors).toEqual([]);
  expect(report).toMatchObject({
    passed: false,
    findings: [{ rule: 'unfinished' }],
    repair: 'rest-broker generate',
  });
});

test('what mends it is told the options that found it', async () => {
  rmSync(made('index.ts'));
  const answer = await checkConnectors(folder);
  expect(checkReport(answer, [], "--workspace 'my files'").repair).toBe(
    "rest-broker generate credit --workspace 'my files'",
  );
});
