/**
 * Everything that rests on the inside of openworkflow and not on its public doors: pinned to `~0.10.1`, and held
 * by `test/workflow/openworkflow-internals.test.ts`, which names the version.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Backend, StepAttempt, WorkflowRun } from 'openworkflow/internal';
import { WorkflowError } from '../workflow-error.js';
import type { RunRecord, RunState } from './engine-port.js';
import type { PostgresDatabase } from './postgres-database.js';
import type { SqliteConnection, SqliteDatabase } from './sqlite-database.js';
import type { Row, StoreDatabase } from './store-database.js';

const NAMESPACE = 'default';
const ADVISORY_LOCK = 5_310_531;

/** The engine on an SQLite connection of ours: its own `connect` knows node:sqlite only, and no time-out when busy. */
export async function sqliteBackend({ connection }: SqliteDatabase): Promise<Backend> {
  const { BackendSqlite } = await import('openworkflow/sqlite').catch(engineMissing);
  const inside = new URL(
    './sqlite/sqlite.js',
    pathToFileURL(createRequire(import.meta.url).resolve('openworkflow/sqlite')),
  );
  const { migrate } = (await import(inside.href)) as { migrate(db: SqliteConnection): void };
  migrate(connection);
  const Constructor = BackendSqlite as unknown as new (db: SqliteConnection, namespaceId: string) => Backend;
  return new Constructor(connection, NAMESPACE);
}

/** The engine on a Postgres pool of ours. Its migrations race when two workers start at once: one at a time. */
export async function postgresBackend(database: PostgresDatabase, url: string): Promise<Backend> {
  const { BackendPostgres } = await import('openworkflow/postgres').catch(engineMissing);
  const { pool, schema } = database;
  const reserved = await pool.reserve();
  try {
    await reserved`SELECT pg_advisory_lock(${ADVISORY_LOCK})`;
    const migrating = await BackendPostgres.connect(url, { schema, namespaceId: NAMESPACE });
    await migrating.stop();
  } finally {
    await reserved`SELECT pg_advisory_unlock(${ADVISORY_LOCK})`;
    reserved.release();
  }
  const shared = pool as unknown as Parameters<typeof BackendPostgres.fromPool>[0];
  return BackendPostgres.fromPool(shared, { schema, namespaceId: NAMESPACE });
}

/** Without it each claim reads all waiting runs: 45 ms at 100,000 of them, 0.2 ms with it. */
export async function addMissingIndexes(database: StoreDatabase): Promise<void> {
  await database.execute(
    `CREATE INDEX IF NOT EXISTS "rest_broker_deadline_idx" ON ${database.table('workflow_runs')}
     ("namespace_id", "deadline_at") WHERE "deadline_at" IS NOT NULL;
     CREATE INDEX IF NOT EXISTS "rest_broker_signals_run_idx" ON ${database.table('workflow_signals')}
     ("workflow_run_id")`,
  );
}

/** What the engine throws to leave an execution until a time. */
export interface SleepError extends Error {
  readonly resumeAt: Date;
}

export function isSleep(error: unknown): error is SleepError {
  return (
    error instanceof Error &&
    error.name === 'SleepSignalError' &&
    'resumeAt' in error &&
    error.resumeAt instanceof Date
  );
}

/** What the engine throws when a step failed, and not when the execution was taken from it. */
export function isStepFailure(error: unknown): error is Error {
  return error instanceof Error && error.name === 'StepError';
}

/** What is told of an execution, and what may be answered in the engine's place. */
export interface BackendWatch {
  /** May answer null without asking the store. */
  claim<T>(ask: () => Promise<T | null>): Promise<T | null>;
  onHistory(runId: string, attempts: readonly StepAttempt[]): void;
  /** A run is executed no more: it has ended, or waits until a time if nothing comes before. */
  onReleased(runId: string, untilMs: number | undefined): void;
}

/** The backend, watched. Everything not named here is the backend's own. */
export function watchedBackend(backend: Backend, database: StoreDatabase, watch: BackendWatch): Backend {
  const own: Partial<Backend> = {
    claimWorkflowRun: (params) => watch.claim(() => backend.claimWorkflowRun(params)),
    listStepAttempts: async (params) => {
      const page = await backend.listStepAttempts(params);
      watch.onHistory(params.workflowRunId, page.data);
      return page;
    },
    // A wait is on the disk before anybody outside is told its Serial Number, a finish before it is answered.
    createStepAttempt: (params) => {
      const create = (): ReturnType<Backend['createStepAttempt']> => backend.createStepAttempt(params);
      return params.kind === 'signal-wait' ? database.durably(create) : create();
    },
    sendSignal: (params) => database.durably(() => backend.sendSignal(params)),
    sleepWorkflowRun: (params) =>
      released(watch, params.workflowRunId, params.availableAt.getTime(), backend.sleepWorkflowRun(params)),
    completeWorkflowRun: (params) =>
      released(watch, params.workflowRunId, undefined, backend.completeWorkflowRun(params)),
    failWorkflowRun: (params) =>
      released(watch, params.workflowRunId, undefined, backend.failWorkflowRun(params)),
  };
  return new Proxy(backend, {
    get: (target, key) => {
      const found: unknown = Reflect.get(Object.hasOwn(own, key) ? own : target, key);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
}

async function released<T>(
  watch: BackendWatch,
  runId: string,
  untilMs: number | undefined,
  change: Promise<T>,
): Promise<T> {
  try {
    return await change;
  } finally {
    watch.onReleased(runId, untilMs);
  }
}

/** The signal that a recorded wait was armed with. */
export function signalOf({ context }: StepAttempt): string | undefined {
  return context?.kind === 'signal-wait' ? context.signal : undefined;
}

// --- The engine's tables ------------------------------------------------------------------------------------

/** Columns of a run, for a statement in which its table is called `r`. */
export function runColumns({ dialect }: StoreDatabase): string {
  const input = textIn(dialect, 'r."input"');
  const output = textIn(dialect, 'r."output"');
  return `r."id" AS "runId", r."workflow_name" AS "workflow", r."version" AS "version",
    r."status" AS "status", ${input} AS "input", ${output} AS "output",
    ${dialect === 'sqlite' ? `json_extract(r."error", '$.message')` : `r."error"->>'message'`} AS "failure",
    r."created_at" AS "created", r."finished_at" AS "ended"`;
}

/** Columns that say how a wait stands, for a statement with `waitJoins`. */
export function waitColumns({ dialect }: StoreDatabase): string {
  return `a."id" AS "attemptId", a."status" AS "attemptStatus", ${textIn(dialect, 's."data"')} AS "delivered"`;
}

/** What we store is always one JSON string: this is the text in it. */
function textIn(dialect: StoreDatabase['dialect'], column: string): string {
  return dialect === 'sqlite' ? `json_extract(${column}, '$')` : `${column} #>> '{}'`;
}

export function waitJoins(database: StoreDatabase): string {
  return `${runJoin(database, 'w."run_id"')}
    LEFT JOIN ${database.table('step_attempts')} a ON a."namespace_id" = '${NAMESPACE}'
      AND a."workflow_run_id" = w."run_id" AND a."step_name" = w."step_name" AND a."kind" = 'signal-wait'
    LEFT JOIN ${database.table('workflow_signals')} s ON s."namespace_id" = '${NAMESPACE}'
      AND s."step_attempt_id" = a."id"`;
}

/** Names the run of an id `r`. */
export function runJoin(database: StoreDatabase, runId: string): string {
  return `JOIN ${database.table('workflow_runs')} r ON r."namespace_id" = '${NAMESPACE}' AND r."id" = ${runId}`;
}

/** Condition, on `r`, of a run that has not ended. */
export const RUN_IS_OPEN = `r."status" IN ('pending', 'running', 'sleeping')`;

/** A run from a row with `runColumns`. */
export function runRecordOf(row: Row): RunRecord {
  const failure = row['failure'] === null ? undefined : String(row['failure']);
  return {
    id: String(row['runId']),
    workflow: String(row['workflow']),
    version: String(row['version']),
    state: stateOf(String(row['status']), failure),
    input: String(row['input']),
    output: row['output'] === null ? undefined : String(row['output']),
    failure,
    startedMs: millisecondsOf(row['created']) ?? 0,
    endedMs: millisecondsOf(row['ended']),
  };
}

/** A run as the backend gives it. */
export function runRecordFrom(run: WorkflowRun): RunRecord {
  const { error } = run;
  return runRecordOf({
    runId: run.id,
    workflow: run.workflowName,
    version: run.version,
    status: run.status,
    input: run.input,
    output: run.output,
    failure: typeof error === 'object' && error !== null && 'message' in error ? error['message'] : null,
    created: run.createdAt,
    ended: run.finishedAt,
  });
}

function stateOf(status: string, failure: string | undefined): RunState {
  if (status === 'completed' || status === 'failed' || status === 'canceled') return status;
  return failure?.endsWith(' is not registered') === true ? 'refused' : 'running';
}

function millisecondsOf(stored: unknown): number | undefined {
  if (stored instanceof Date) return stored.getTime();
  return typeof stored === 'string' ? Date.parse(stored) : undefined;
}

/** Ids of runs that a run has started and that have not ended. */
export async function openChildren(database: StoreDatabase, runId: string): Promise<string[]> {
  const rows = await database.all(
    `SELECT r."id" AS "id" FROM ${database.table('step_attempts')} a
     ${runJoin(database, 'a."child_workflow_run_id"')}
     WHERE a."namespace_id" = '${NAMESPACE}' AND a."workflow_run_id" = ? AND ${RUN_IS_OPEN}`,
    [runId],
  );
  return rows.map(({ id }) => String(id));
}

/** Deletes ended runs with all they recorded; gives their ids. */
export async function deleteEnded(
  database: StoreDatabase,
  endedBeforeMs: number,
  limit: number,
): Promise<string[]> {
  const before = new Date(endedBeforeMs).toISOString();
  const rows = await database.all(
    `DELETE FROM ${database.table('workflow_runs')} WHERE "namespace_id" = '${NAMESPACE}' AND "id" IN (
       SELECT "id" FROM ${database.table('workflow_runs')} WHERE "namespace_id" = '${NAMESPACE}'
       AND "status" IN ('completed', 'failed', 'canceled') AND "finished_at" < ? LIMIT ${limit})
     RETURNING "id" AS "id"`,
    [before],
  );
  const ids = rows.map(({ id }) => String(id));
  for (const id of ids) {
    await database.all(`DELETE FROM ${database.table('workflow_signals')} WHERE "workflow_run_id" = ?`, [id]);
  }
  return ids;
}

/** For the catch of an import. */
export function engineMissing(cause: unknown): never {
  throw new WorkflowError('ENGINE_MISSING', {
    who: 'Workflow engine',
    what: 'the package openworkflow is not there, or not as it was when this was written (0.10)',
    advice: 'Run npm install openworkflow@~0.10.1',
    cause,
  });
}
