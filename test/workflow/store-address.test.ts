import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkflows } from '../../src/workflow/index.js';

/** Where relative paths begin, empty. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-address-'));
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

test.each([
  { store: 'mysql://ann:s3cr3t@server/db', why: /kind mysql: is neither file: nor postgres:/ },
  { store: 'sqlite:./workflow.db', why: /kind sqlite:/ },
  { store: 'postgres:workflow', why: /kind postgres:/ },
  { store: '', why: /its address is empty/ },
  { store: 'file:', why: /its address is empty/ },
  {
    store: 'postgres://127.0.0.1:1/db',
    maxConnections: 0,
    why: /maxConnections is not a whole number above 0/,
  },
])('a store $store is refused, and nothing is made', async ({ why, ...options }) => {
  const folder = emptyFolder();
  const failure = await createWorkflows(options)
    .open()
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'STORE_UNUSABLE', message: expect.stringMatching(why) });
  expect(String(failure)).not.toContain('s3cr3t');
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  { store: undefined, file: '.rest-broker' },
  { store: 'file:./a:b.db', file: 'a:b.db' },
  { store: 'plain.db', file: 'plain.db' },
])('a store $store is a file where the process is', async ({ store, file }) => {
  const folder = emptyFolder();
  const workflows = createWorkflows({ store });
  await workflows.open();
  await workflows.close();
  expect(readdirSync(folder)).toContain(file);
  // Hidden data fields are in it.
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
});
