import type { Backend, WorkflowRun } from 'openworkflow/internal';
import type { Target } from './engine-port.js';
import { NAMESPACE, RUN_IS_OPEN } from './openworkflow-rows.js';
import type { Row, StoreDatabase } from './store-database.js';

/** How long a run may lie there before a worker that lacks its definition says so. */
const OVERDUE_MS = 2_000;
const LOOKS_EVERY_MS = 2_000;

type ClaimParams = Parameters<Backend['claimWorkflowRun']>[0];

/**
 * Claims the runs whose definition this process has, and leaves the others to the processes that have theirs. The
 * engine's own claim takes any run; one it cannot execute it puts away for up to five minutes, whoever waits for it.
 */
export class OwnClaims {
  readonly #database: StoreDatabase;
  readonly #backend: Backend;
  readonly #targets: readonly Target[];
  #lookedMs = Number.NEGATIVE_INFINITY;

  constructor(database: StoreDatabase, backend: Backend, targets: readonly Target[]) {
    this.#database = database;
    this.#backend = backend;
    this.#targets = targets;
  }

  async claim({ workerId, leaseDurationMs }: ClaimParams): Promise<WorkflowRun | null> {
    const { values } = clockOf(this.#database.dialect);
    const [row] = await this.#database.all(claimStatement(this.#database, this.#targets), [
      ...values(0),
      ...this.#names(),
      workerId,
      ...values(leaseDurationMs),
      ...values(0),
      ...values(0),
    ]);
    if (row !== undefined) return this.#runOf(row);
    await this.#tellOfOthers();
    return null;
  }

  /** Runs that were refused by another process, or by this one before its code was changed, are looked at at once. */
  async takeUpRefused(): Promise<void> {
    const { dialect, all, table } = this.#database;
    const { now, values } = clockOf(dialect);
    await all(
      `UPDATE ${table('workflow_runs')} AS r SET "available_at" = ${now}
       WHERE "namespace_id" = '${NAMESPACE}' AND "status" = 'pending' AND "error" IS NOT NULL AND ${isOf(this.#targets)}
       RETURNING "id"`,
      [...values(0), ...this.#names()],
    );
  }

  /** Writes down, for whoever asks how they stand, that what lies there has no definition here. */
  async #tellOfOthers(): Promise<void> {
    if (performance.now() - this.#lookedMs < LOOKS_EVERY_MS) return;
    this.#lookedMs = performance.now();
    const { dialect, all, table } = this.#database;
    const { from, values } = clockOf(dialect);
    const makes = dialect === 'postgres' ? 'jsonb_build_object' : 'json_object';
    await all(
      `UPDATE ${table('workflow_runs')} AS r
       SET "error" = ${makes}('message', 'Workflow "' || "workflow_name" || '" (version: ' || "version" || ') is not registered')
       WHERE "namespace_id" = '${NAMESPACE}' AND ${RUN_IS_OPEN} AND "available_at" <= ${from} AND "error" IS NULL
         AND NOT ${isOf(this.#targets)} RETURNING "id"`,
      [...values(-OVERDUE_MS), ...this.#names()],
    );
  }

  #names(): string[] {
    return this.#targets.flatMap(({ workflow, version }) => [workflow, version]);
  }

  /** On Postgres the row is the engine's own form of a run; of SQLite's it makes one. */
  async #runOf(row: Row): Promise<WorkflowRun | null> {
    if (this.#database.dialect === 'postgres') return row as unknown as WorkflowRun;
    return this.#backend.getWorkflowRun({ workflowRunId: String(row['id']) });
  }
}

/** Its values: now, name and version of each target, the worker, the end of its lease, and twice now. */
export function claimStatement({ dialect, table }: StoreDatabase, targets: readonly Target[]): string {
  const runs = table('workflow_runs');
  const { now, from } = clockOf(dialect);
  return `WITH "candidate" AS (
      SELECT "id" FROM ${runs} r WHERE "namespace_id" = '${NAMESPACE}' AND ${RUN_IS_OPEN}
        AND "available_at" <= ${now} AND ${isOf(targets)}
      ORDER BY CASE WHEN "status" = 'pending' THEN 0 ELSE 1 END, "available_at", "created_at"
      LIMIT 1 ${dialect === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : ''})
    UPDATE ${runs} SET "status" = 'running', "attempts" = "attempts" + 1, "worker_id" = ?, "error" = NULL,
      "available_at" = ${from}, "started_at" = COALESCE("started_at", ${now}), "updated_at" = ${now}
    WHERE "namespace_id" = '${NAMESPACE}' AND "id" = (SELECT "id" FROM "candidate") RETURNING *`;
}

/** Condition, on `r`, of a run of one of these. */
function isOf(targets: readonly Target[]): string {
  // Not bare names: an index on them would be taken before the one on the time, and all that waits read.
  const names = targets.map(() => `(r."workflow_name" || '' = ? AND r."version" = ?)`);
  return names.length === 0 ? '(1 = 0)' : `(${names.join(' OR ')})`;
}

interface StoreClock {
  readonly now: string;
  /** So many milliseconds from now. */
  readonly from: string;
  values(ms: number): unknown[];
}

/** The time as the engine writes it: by the server on Postgres, and by this process as text on SQLite. */
function clockOf(dialect: StoreDatabase['dialect']): StoreClock {
  if (dialect === 'sqlite') {
    return { now: '?', from: '?', values: (ms) => [new Date(Date.now() + ms).toISOString()] };
  }
  return {
    now: 'NOW()',
    from: `NOW() + ? * INTERVAL '1 millisecond'`,
    values: (ms) => (ms === 0 ? [] : [ms]),
  };
}
