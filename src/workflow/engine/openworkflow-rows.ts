/** The engine's own tables, as we read and purge them; what is written to them, it writes, but for claims (`own-claims.ts`). */
import type { WorkflowRun } from 'openworkflow/internal';
import type { RunRecord, RunState } from './engine-port.js';
import type { Row, StoreDatabase } from './store-database.js';

/** The engine's word for a share of its tables; we use one. */
export const NAMESPACE = 'default';

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
  // A claim takes away what was written here before.
  return failure === undefined ? 'running' : 'refused';
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

/**
 * Deletes ended runs with all they recorded; gives their ids. A child stays while its parent may not have taken its
 * result: that would start it again.
 */
export async function deleteEnded(
  database: StoreDatabase,
  endedBeforeMs: number,
  limit: number,
): Promise<string[]> {
  const before = new Date(endedBeforeMs).toISOString();
  const rows = await database.all(
    `DELETE FROM ${database.table('workflow_runs')} WHERE "namespace_id" = '${NAMESPACE}' AND "id" IN (
       SELECT "id" FROM ${database.table('workflow_runs')} e WHERE "namespace_id" = '${NAMESPACE}'
       AND "status" IN ('completed', 'failed', 'canceled') AND "finished_at" < ?
       AND NOT EXISTS (SELECT 1 FROM ${database.table('step_attempts')} a
         JOIN ${database.table('workflow_runs')} r ON r."namespace_id" = a."namespace_id" AND r."id" = a."workflow_run_id"
         WHERE a."namespace_id" = '${NAMESPACE}' AND a."id" = e."parent_step_attempt_id" AND ${RUN_IS_OPEN})
       LIMIT ${limit})
     RETURNING "id" AS "id"`,
    [before],
  );
  const ids = rows.map(({ id }) => String(id));
  for (const id of ids) {
    await database.all(`DELETE FROM ${database.table('workflow_signals')} WHERE "workflow_run_id" = ?`, [id]);
  }
  return ids;
}
