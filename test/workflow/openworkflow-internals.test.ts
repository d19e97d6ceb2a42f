import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  addMissingIndexes,
  isSleep,
  isStepFailure,
  sqliteBackend,
} from '../../src/workflow/engine/openworkflow-internals.js';
import { openSqlite } from '../../src/workflow/engine/sqlite-database.js';

/** What `openworkflow-internals.ts` was written against. Another version: read its changes, then this file again. */
const PINNED = /^0\.10\.\d+$/;

const entry = createRequire(import.meta.url).resolve('openworkflow/sqlite');
const folder = dirname(dirname(entry));

test('the engine is the pinned version', () => {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  expect(version).toMatch(PINNED);
});

test('its SQLite backend is built from a connection and a namespace, after migrate', async () => {
  const inside = (await import(pathToFileURL(join(dirname(entry), 'sqlite', 'sqlite.js')).href)) as object;
  expect(inside).toHaveProperty('migrate');
  const database = await openSqlite(':memory:', 'NORMAL');
  const backend = await sqliteBackend(database);
  await addMissingIndexes(database);
  expect(await backend.countWorkflowRuns()).toMatchObject({ running: 0 });
  await database.close();
});

test.each([
  [
    'workflow_runs',
    [
      'namespace_id',
      'id',
      'workflow_name',
      'version',
      'status',
      'input',
      'output',
      'error',
      'created_at',
      'finished_at',
      'deadline_at',
    ],
  ],
  [
    'step_attempts',
    ['namespace_id', 'id', 'workflow_run_id', 'step_name', 'kind', 'status', 'child_workflow_run_id'],
  ],
  ['workflow_signals', ['namespace_id', 'id', 'step_attempt_id', 'workflow_run_id', 'data']],
])('its table %s has the columns we read', async (table, columns) => {
  const database = await openSqlite(':memory:', 'NORMAL');
  await sqliteBackend(database);
  const rows = await database.all(`SELECT name AS "name" FROM pragma_table_info('${table}')`);
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(columns));
  await database.close();
});

test('a waiting step is told from a failed one by what the engine throws', () => {
  const text = readFileSync(join(folder, 'dist', 'worker', 'execution.js'), 'utf8');
  expect(text).toContain('this.name = "SleepSignalError"');
  expect(text).toContain('this.name = "StepError"');
  expect(isSleep(Object.assign(new Error(''), { name: 'SleepSignalError', resumeAt: new Date() }))).toBe(
    true,
  );
  expect(isSleep(new Error('SleepSignalError'))).toBe(false);
  expect(isStepFailure(new Error('StepError'))).toBe(false);
});

test('the claim of a worker finds its rows by indexes, ours among them', async () => {
  const database = await openSqlite(':memory:', 'NORMAL');
  await sqliteBackend(database);
  await addMissingIndexes(database);
  const plan = await database.all(
    `EXPLAIN QUERY PLAN UPDATE "workflow_runs" SET "status" = 'failed' WHERE "namespace_id" = 'default'
     AND "status" IN ('pending', 'running', 'sleeping') AND "deadline_at" IS NOT NULL AND "deadline_at" <= '2026'`,
  );
  expect(JSON.stringify(plan)).toContain('rest_broker_deadline_idx');
  await database.close();
});
