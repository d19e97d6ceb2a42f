import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { put, temporaryFolder } from '../workspace/temporary-folder.js';
import { BIN, runBin } from './run-bin.js';

/** A descriptor of two files; the second says what a Thing is. */
const ROOT = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  servers: [{ url: 'https://api.example.com' }],
  paths: {
    '/things': {
      get: {
        operationId: 'list',
        tags: ['Things'],
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { $ref: 'parts/thing.json#/Thing' } } },
          },
        },
      },
    },
  },
});
const part = (property: string): string =>
  JSON.stringify({ Thing: { type: 'object', properties: { [property]: { type: 'string' } } } });

async function watching(given: readonly string[] = []) {
  const cwd = temporaryFolder();
  put(cwd, { 'api/root.json': ROOT, 'api/parts/thing.json': part('id') });
  await runBin(['register', 'things', 'api/root.json'], { cwd });
  const child = spawn(process.execPath, [BIN, 'watch', ...given], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { text: '' };
  const ended = once(child, 'exit').then(() => 'ended' as const);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said.text += text));
  /** Waits until it has said something new that matches, and gives that. */
  const next = async (wanted: RegExp): Promise<string> => {
    while (!wanted.test(said.text)) {
      const heard = [once(child.stdout, 'data'), once(child.stderr, 'data'), ended];
      if ((await Promise.race(heard)) === 'ended') throw new Error(`it ended: ${said.text}`);
    }
    const { text } = said;
    said.text = '';
    return text;
  };
  const type = (): string => readFileSync(join(cwd, 'generated/things/object-types/Thing.ts'), 'utf8');
  return { cwd, child, next, type };
}

test('generates again after each edit, survives what is broken in between, and ends with 0', async () => {
  const { cwd, child, next, type } = await watching();
  const started = await next(/Watching/);
  expect(started).toMatch(/^things {2}unchanged .* \d+ written/m);
  expect(started).toMatch(/^Watching 2 files of things\. Ctrl-C ends\.$/m);
  expect(type()).toContain('id?:');

  // As an editor does it: a new file takes the old one's place.
  put(cwd, { 'api/parts/.thing.json.swp': part('name') });
  renameSync(join(cwd, 'api/parts/.thing.json.swp'), join(cwd, 'api/parts/thing.json'));
  const edited = await next(/~ generated\/things\/object-types\/Thing\.ts\n/);
  expect(edited).toMatch(/breaking \(1\)\n\n {4}Thing\n {6}id {2}/);
  expect(edited).not.toContain('generated/things/system-types');
  expect(type()).toContain('name?:');

  writeFileSync(join(cwd, 'api/parts/thing.json'), '{ "Thing": ');
  expect(await next(/error/)).toMatch(/^error\[REFERENCE_UNRESOLVED\]|^error\[DESCRIPTOR_MALFORMED\]/m);
  expect(type()).toContain('name?:');

  writeFileSync(join(cwd, 'api/parts/thing.json'), part('title'));
  await next(/~ generated\/things\/object-types\/Thing\.ts\n/);
  expect(type()).toContain('title?:');

  put(cwd, { 'api/root.json': ROOT.replace('"/things"', '"/all"') });
  expect(await next(/~ generated/)).toMatch(/list/);

  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
});

test('--json: a line for each update and each failure, and nothing else', async () => {
  const { cwd, child, next } = await watching(['--json']);
  let said = '';
  child.stdout.on('data', (text: string) => (said += text));
  await next(/"watching"/);
  writeFileSync(join(cwd, 'api/parts/thing.json'), '{ "Thing": ');
  await next(/^error/m);
  writeFileSync(join(cwd, 'api/parts/thing.json'), part('name'));
  await next(/property-removed/);
  const lines = said.trim().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { serviceInstances: [expect.objectContaining({ name: 'things', status: 'unchanged' })] },
    { watching: ['things'], files: 2 },
    { name: 'things', error: expect.objectContaining({ message: expect.any(String) }) },
    { serviceInstances: [expect.objectContaining({ name: 'things', status: 'changed' })] },
  ]);
});

test('what was broken from the start is made once it is mended', async () => {
  const cwd = temporaryFolder();
  put(cwd, { 'root.json': ROOT.replace('parts/thing.json#/Thing', '#/components/schemas/T') });
  const whole = JSON.parse(readFileSync(join(cwd, 'root.json'), 'utf8')) as Record<string, unknown>;
  const text = JSON.stringify({ ...whole, components: { schemas: { T: { type: 'object' } } } });
  put(cwd, { 'root.json': text });
  await runBin(['register', 'things', 'root.json'], { cwd });
  put(cwd, { 'root.json': '{' });
  const child = spawn(process.execPath, [BIN, 'watch', 'things'], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stderr.setEncoding('utf8');
  const [failure] = (await once(child.stderr, 'data')) as [string];
  expect(failure).toMatch(/DESCRIPTOR_MALFORMED/);
  await once(child.stdout.setEncoding('utf8'), 'data');
  put(cwd, { 'root.json': text });
  const [made] = (await once(child.stdout, 'data')) as [string];
  expect(made).toMatch(/^things .* \d+ written/m);
});

test('a descriptor that comes from no file is refused by name', async () => {
  const cwd = temporaryFolder();
  await runBin(['register', 'piped', '-'], {
    cwd,
    stdin: ROOT.replace(/"\$ref":"[^"]*"/, '"type":"string"'),
  });
  for (const given of [['watch', 'piped'], ['watch']]) {
    const { code, stderr } = await runBin(given, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('does not come from a file that could be watched');
  }
});
