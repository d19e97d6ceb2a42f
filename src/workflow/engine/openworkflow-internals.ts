/**
 * Everything that rests on the inside of openworkflow and not on its public doors: pinned to `~0.10.1`, and held
 * by `test/workflow/openworkflow-internals.test.ts`, which names the version.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Backend, StepAttempt } from 'openworkflow/internal';
import type { Sql } from 'postgres';
import { packageMissing } from '../package-missing.js';
import { NAMESPACE } from './openworkflow-rows.js';
import type { PostgresDatabase } from './postgres-database.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { SqliteDatabase } from './sqlite-database.js';
import type { StoreDatabase } from './store-database.js';

const ADVISORY_LOCK = 5_310_531;

/** For the `catch` of the engine's import. */
export const engineMissing = packageMissing('openworkflow', 'Run npm install openworkflow@~0.10.1');

/** The engine on an SQLite connection of ours: its own `connect` knows node:sqlite only, and no time-out when busy. */
export async function sqliteBackend({ connection }: SqliteDatabase): Promise<Backend> {
  const { BackendSqlite } = await import('openworkflow/sqlite').catch(engineMissing);
  const { migrate } = await inside<{ migrate(db: SqliteConnection): void }>('sqlite');
  migrate(connection);
  const Constructor = BackendSqlite as unknown as new (db: SqliteConnection, namespaceId: string) => Backend;
  return new Constructor(connection, NAMESPACE);
}

/**
 * The engine on a Postgres pool of ours. Its migrations race when two workers start at once: one at a time. Its own
 * `connect` would print notices, and leave a connection open where it fails; here the caller closes the pool, and
 * with it goes the lock.
 */
export async function postgresBackend({ pool, schema }: PostgresDatabase): Promise<Backend> {
  const { BackendPostgres } = await import('openworkflow/postgres').catch(engineMissing);
  const { migrate } = await inside<{ migrate(pg: Sql, schema: string): Promise<void> }>('postgres');
  const reserved = await pool.reserve();
  try {
    await reserved`SELECT pg_advisory_lock(${ADVISORY_LOCK})`;
    await migrate(reserved, schema);
    await reserved`SELECT pg_advisory_unlock(${ADVISORY_LOCK})`;
  } finally {
    reserved.release();
  }
  const shared = pool as unknown as Parameters<typeof BackendPostgres.fromPool>[0];
  return BackendPostgres.fromPool(shared, { schema, namespaceId: NAMESPACE });
}

/** A file that the engine's package does not export: the one beside its backend for a store. */
async function inside<T>(store: 'sqlite' | 'postgres'): Promise<T> {
  const door = createRequire(import.meta.url).resolve(`openworkflow/${store}`);
  return (await import(new URL(`./${store}/${store}.js`, pathToFileURL(door)).href)) as T;
}

/** Without it a purge reads all signals for each run. */
export async function addMissingIndex(database: StoreDatabase): Promise<void> {
  await database.execute(
    `CREATE INDEX IF NOT EXISTS "rest_broker_signals_run_idx" ON ${database.table('workflow_signals')}
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

/** What the engine throws on purpose when it has taken an execution back, or a run has too many steps. */
export function isDecision(error: unknown): boolean {
  return (
    error instanceof Error && ['StaleExecutionBranchError', 'StepLimitExceededError'].includes(error.name)
  );
}

/** The signal that a recorded wait was armed with. */
export function signalOf({ context }: StepAttempt): string | undefined {
  return context?.kind === 'signal-wait' ? context.signal : undefined;
}
