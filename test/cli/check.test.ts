import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { put, snapshot, temporaryFolder } from '../workspace/temporary-folder.js';
import { descriptorPath, jsonOf, runBin } from './run-bin.js';

const CREDIT = readFileSync(descriptorPath('business-credit.openapi.yaml'), 'utf8');

async function generated(): Promise<string> {
  const cwd = temporaryFolder();
  put(cwd, { 'source.yaml': CREDIT });
  for (const name of ['credit', 'other']) await runBin(['register', name, 'source.yaml'], { cwd });
  await runBin(['generate'], { cwd });
  return cwd;
}

test('fresh: exit code 0, one line each, nothing on stderr', async () => {
  const cwd = await generated();
  const before = snapshot(cwd);
  expect(await runBin(['check'], { cwd })).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      'credit  generated/credit  fresh',
      'other   generated/other   fresh',
      '2 connectors fresh.',
      '',
    ].join('\n'),
  });
  expect(snapshot(cwd)).toEqual(before);
});

test('stale: exit code 1, each with its files, and one command that mends it', async () => {
  const cwd = await generated();
  rmSync(join(cwd, 'generated/credit/index.ts'));
  appendFileSync(join(cwd, 'generated/other/object-types/Scores.ts'), '// mine\n');
  const before = snapshot(cwd);
  const { code, stdout, stderr } = await runBin(['check'], { cwd });
  const line =
    readFileSync(join(cwd, 'generated/other/object-types/Scores.ts'), 'utf8').split('\n').length - 1;
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toBe(
    [
      'credit  generated/credit  stale  1 missing',
      '  +  generated/credit/index.ts  missing',
      'other   generated/other   stale  1 edited by hand',
      `  ~  generated/other/object-types/Scores.ts:${line}:1  edited by hand`,
      '2 of 2 connectors stale.',
      'Repair it with: rest-broker generate --force',
      '',
    ].join('\n'),
  );
  expect(snapshot(cwd)).toEqual(before);
  await runBin(['generate', '--force'], { cwd });
  expect((await runBin(['check'], { cwd })).code).toBe(0);
});

test('a changed descriptor: says so, and which files would differ', async () => {
  const cwd = await generated();
  writeFileSync(join(cwd, 'source.yaml'), CREDIT.replaceAll('assessedOn', 'assessedAt'));
  await runBin(['refresh', 'credit'], { cwd });
  const { code, stdout } = await runBin(['check', 'credit'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^credit {2}generated\/credit {2}stale {2}\d+ would change$/m);
  expect(stdout).toMatch(/^ {2}descriptor-changed {2}its descriptor changed after it was generated: /m);
  expect(stdout).toMatch(/^ {2}~ {2}generated\/credit\/object-types\/CreditScore\.ts$/m);
  expect(stdout).toMatch(/^Repair it with: rest-broker generate credit$/m);
});

describe('every format', () => {
  const rows = [
    { format: 'json', want: /"rule": "missing"/ },
    { format: 'github', want: /^::error file=generated\/credit\/index\.ts/m },
    { format: 'markdown', want: /### ❌ rest\\?-broker check/ },
    { format: 'junit', want: /<testsuite/ },
    { format: 'sarif', want: /"version": ?"2\.1\.0"/ },
  ];
  test('names what is stale, with exit code 1', async () => {
    const cwd = await generated();
    rmSync(join(cwd, 'generated/credit/index.ts'));
    for (const { format, want } of rows) {
      const { code, stdout, stderr } = await runBin(['check', '--format', format], { cwd });
      expect({ format, code, stderr }).toEqual({ format, code: 1, stderr: '' });
      expect(stdout).toMatch(want);
    }
    const { code, ...ran } = await runBin(['check', '--json'], { cwd });
    expect(code).toBe(1);
    expect(jsonOf({ code, ...ran })).toMatchObject({ command: 'check', passed: false, well: ['other'] });
  });
});

test('wrong usage ends with 2, an unknown name with 1', async () => {
  const cwd = await generated();
  expect((await runBin(['check', '--format', 'xml'], { cwd })).code).toBe(2);
  expect((await runBin(['check', '--remote', '--timeout', 'soon'], { cwd })).code).toBe(2);
  expect((await runBin(['check', '--json', '--format', 'sarif'], { cwd })).code).toBe(2);
  const unknown = await runBin(['check', 'crdit'], { cwd });
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining("Perhaps you meant 'credit'") });
});

test('--out and --workspace: what mends it is told them too', async () => {
  const cwd = await generated();
  await runBin(['generate', '--out', 'made here'], { cwd });
  rmSync(join(cwd, 'made here/credit/index.ts'));
  const elsewhere = temporaryFolder();
  const { code, stdout } = await runBin(['check', '--workspace', cwd, '--out', 'made here'], {
    cwd: elsewhere,
  });
  expect(code).toBe(1);
  expect(stdout).toContain(
    `Repair it with: rest-broker generate credit --workspace ${cwd} --out 'made here'\n`,
  );
});

test('nothing generated yet: one line for each, no list of all its files', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'credit', '-'], { cwd, stdin: CREDIT });
  const { code, stdout } = await runBin(['check', '--remote'], { cwd });
  expect(code).toBe(1);
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^credit {2}generated\/credit {2}stale {2}origin not asked {2}\d+ would be added$/),
    expect.stringMatching(/^ {2}never-generated {2}nothing was generated yet: \d+ would be added$/),
    expect.stringMatching(/^ {2}not-asked {2}.*came from standard input\. Register it from a file or a URL/),
    '1 of 1 connector stale, 1 could not be asked.',
    'Repair it with: rest-broker generate',
    '',
  ]);
});

test('--remote: the same, drifted, and down, each in its own words', async () => {
  const cwd = await generated();
  let status = 200;
  const server = createServer((_request, response) => response.writeHead(status).end(CREDIT));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/credit.yaml`;
  await runBin(['register', 'remote', url], { cwd });
  await runBin(['generate'], { cwd });
  expect(await runBin(['check', '--remote'], { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^remote +generated\/remote +fresh +as its origin$/m),
  });

  status = 503;
  writeFileSync(join(cwd, 'source.yaml'), CREDIT.replace('1.2.0', '1.3.0'));
  const { code, stdout } = await runBin(['check', '--remote'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^credit +generated\/credit +fresh +drifted from its origin$/m);
  expect(stdout).toMatch(/^remote +generated\/remote +fresh +origin not asked$/m);
  expect(stdout).toMatch(/its origin could not be asked: .*status 503/);
  expect(stdout).toMatch(/^0 of 3 connectors stale, 2 drifted from the origin, 1 could not be asked\.$/m);
  expect(stdout).toMatch(/^Repair it with: rest-broker update credit other$/m);
});

test('left over: told, and taken away with --prune, but for what is not ours', async () => {
  const cwd = await generated();
  const registry = readFileSync(join(cwd, 'service-instances.yaml'), 'utf8');
  put(cwd, {
    'service-instances.yaml': registry.slice(0, registry.indexOf('\nother:')),
    'generated/other/notes.md': 'mine',
  });
  const { code, stdout } = await runBin(['check'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^other +left over$/m);
  expect(stdout).toMatch(/^Repair it with: rest-broker generate --prune$/m);
  const pruned = await runBin(['generate', '--prune'], { cwd });
  expect(pruned).toMatchObject({ code: 0, stderr: '' });
  expect(pruned.stdout).toMatch(/^other +generated\/other +0 written +0 unchanged +\d+ removed$/m);
  expect(snapshot(join(cwd, 'generated/other'))).toEqual({ 'notes.md': 'mine' });
  expect((await runBin(['check'], { cwd })).code).toBe(0);

  put(cwd, { 'service-instances.yaml': '' });
  const last = await runBin(['generate', '--prune'], { cwd });
  expect(last).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^credit .* \d+ removed$/m),
    stderr: '',
  });
  expect(Object.keys(snapshot(join(cwd, 'generated'))).filter((path) => path.startsWith('credit/'))).toEqual(
    [],
  );
});
