import { NAMESPACE, RUN_IS_OPEN } from './openworkflow-rows.js';
import type { StoreDatabase } from './store-database.js';

/**
 * Wakes runs that were sent a signal, once more, after its transaction. Within it the engine looks whether the run
 * rests; a run that is put to rest at that very moment looks for signals and cannot see this one yet: on Postgres
 * neither would see the other, and the run would sleep until its time-out. SQLite has one writer at a time.
 */
export async function wakeRested(database: StoreDatabase, runIds: readonly string[]): Promise<void> {
  if (database.dialect === 'sqlite') return;
  await database.all(
    `${wake(database)} AND r."id" IN (${runIds.map(() => '?').join(', ')}) RETURNING "id"`,
    runIds,
  );
}

/** The same for whatever a process that was killed in between has left behind. */
export async function wakeForgotten(database: StoreDatabase): Promise<void> {
  if (database.dialect === 'sqlite') return;
  await database.all(
    `${wake(database)} AND EXISTS (
       SELECT 1 FROM ${database.table('step_attempts')} a JOIN ${database.table('workflow_signals')} s
         ON s."namespace_id" = a."namespace_id" AND s."step_attempt_id" = a."id"
       WHERE a."namespace_id" = '${NAMESPACE}' AND a."workflow_run_id" = r."id"
         AND a."kind" = 'signal-wait' AND a."status" = 'running') RETURNING "id"`,
  );
}

function wake({ table }: StoreDatabase): string {
  return `UPDATE ${table('workflow_runs')} AS r SET "available_at" = NOW()
    WHERE r."namespace_id" = '${NAMESPACE}' AND ${RUN_IS_OPEN} AND r."worker_id" IS NULL AND r."available_at" > NOW()`;
}
