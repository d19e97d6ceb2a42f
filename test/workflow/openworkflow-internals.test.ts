import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OpenWorkflow } from 'openworkflow';
import { expect, onTestFinished, test } from 'vitest';
import {
  addMissingIndex,
  isSleep,
  isStepFailure,
  postgresBackend,
  sqliteBackend,
} from '../../src/workflow/engine/openworkflow-internals.js';
import { claimStatement } from '../../src/workflow/engine/own-claims.js';
import { openPostgres } from '../../src/workflow/engine/postgres-database.js';
import { openSqlite } from '../../src/workflow/engine/sqlite-database.js';
import { watchedBackend } from '../../src/workflow/engine/watched-backend.js';
import { onEachStore } from './stores.js';

/** What `openworkflow-internals.ts` was written against. Another version: read its changes, then this file again. */
const PINNED = /^0\.10\.\d+$/;

const entry = createRequire(import.meta.url).resolve('openworkflow/sqlite');
const folder = dirname(dirname(entry));

test('the engine is the pinned version', () => {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  expect(version).toMatch(PINNED);
});

test('its Postgres migrations run on a connection that is handed to them', async () => {
  const inside = (await import(pathToFileURL(join(dirname(entry), 'postgres', 'postgres.js')).href)) as {
    migrate: (...given: unknown[]) => Promise<void>;
  };
  expect(inside.migrate).toHaveLength(2);
});

test('its SQLite backend is built from a connection and a namespace, after migrate', async () => {
  const inside = (await import(pathToFileURL(join(dirname(entry), 'sqlite', 'sqlite.js')).href)) as object;
  expect(inside).toHaveProperty('migrate');
  const database = await openSqlite(':memory:', 'NORMAL');
  const backend = await sqliteBackend(database);
  await addMissingIndex(database);
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
      'available_at',
      'worker_id',
      'attempts',
      'started_at',
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

test('the claim of a worker reads what is due and not all that waits', async () => {
  const database = await openSqlite(':memory:', 'NORMAL');
  await sqliteBackend(database);
  const targets = ['a', 'b'].map((workflow) => ({ workflow, version: '1' }));
  const statement = claimStatement(database, targets);
  const values = [...statement.matchAll(/\?/g)].map(() => '2026');
  const plan = await database.all(`EXPLAIN QUERY PLAN ${statement}`, values);
  expect(plan.map(({ detail }) => String(detail)).filter((detail) => /SCAN|SEARCH/.test(detail))).toEqual([
    expect.stringMatching(/SEARCH .* \(namespace_id=\? AND id=\?\)/),
    expect.stringMatching(/SEARCH .* \(namespace_id=\? AND status=\? AND available_at<\?\)/),
    'SCAN candidate',
  ]);
  await database.close();
});

onEachStore((store, name) => {
  test('a wait that is given up just when a signal was taken has got it, then and on every replay', async () => {
    const database =
      name === 'SQLite'
        ? await openSqlite(':memory:', 'NORMAL')
        : await openPostgres(store(), 'rest_broker', 2);
    onTestFinished(() => database.close());
    const bare = 'pool' in database ? await postgresBackend(database) : await sqliteBackend(database);
    const backend = watchedBackend(bare, database, {
      claim: (params) => bare.claimWorkflowRun(params),
      onHistory: () => undefined,
      onReleased: () => undefined,
      givenUp: () => undefined,
      isDeliverable: (signal) => signal !== 'of a pause',
    });
    const run = await new OpenWorkflow({ backend }).runWorkflow({ name: 'any' }, {});
    const claimed = await backend.claimWorkflowRun({ workerId: 'w', leaseDurationMs: 30_000 });
    const workflowRunId = claimed?.id ?? '';
    const wait = async (signal: string): Promise<[unknown, unknown]> => {
      const { id } = await backend.createStepAttempt({
        workflowRunId,
        workerId: 'w',
        stepName: signal,
        kind: 'signal-wait',
        config: {},
        context: { kind: 'signal-wait', signal, timeoutAt: new Date().toISOString() },
      });
      if (signal === 'sent') await backend.sendSignal({ signal, data: 'taken', idempotencyKey: null });
      const given = { workflowRunId, workerId: 'w', stepAttemptId: id, output: null };
      const { output } = await backend.completeStepAttempt(given);
      const { data } = await backend.listStepAttempts({ workflowRunId });
      return [output, data.find((attempt) => attempt.id === id)?.output];
    };
    expect(run).toBeDefined();
    expect(await wait('sent')).toEqual([{ data: 'taken' }, { data: 'taken' }]);
    expect(await wait('not sent')).toEqual([null, null]);
    expect(await backend.sendSignal({ signal: 'not sent', data: 'late', idempotencyKey: null })).toEqual({
      workflowRunIds: [],
    });
  });
});
