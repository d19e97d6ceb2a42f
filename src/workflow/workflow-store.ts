import { randomBytes } from 'node:crypto';
import type { DataFields } from './data-fields.js';
import {
  RUN_IS_OPEN,
  runColumns,
  runJoin,
  runRecordOf,
  waitColumns,
  waitJoins,
} from './engine/openworkflow-rows.js';
import type { Row, StoreDatabase } from './engine/store-database.js';
import { serialNumber } from './serial-number.js';
import { type ShownRun, shownFields, shownRun } from './shown-run.js';
import { type TaskChange, type WaitDescription, type WaitRecord, waitRecordOf } from './wait-record.js';
import { makeTables, TABLES_VERSION } from './workflow-tables.js';

/** One run under its number. */
export interface InstanceRecord {
  readonly number: number;
  readonly folio: string;
  readonly priority: number;
  /** What it was started with, without the hidden ones. */
  readonly dataFields: DataFields;
  readonly run: ShownRun;
}

export interface InstanceFilter {
  readonly workflow?: string;
  /** Only those that have not ended. */
  readonly isOpen?: boolean;
  readonly limit: number;
}

export interface TaskFilter {
  /** Only those of one person. */
  readonly assignee?: string;
  /** Only those of these workflows. */
  readonly workflows?: readonly string[];
  readonly limit: number;
}

const TASK_COLUMNS: Readonly<Record<keyof TaskChange, string>> = {
  assignee: 'assignee',
  allocatedTo: 'allocated_to',
  sleepUntilMs: 'sleep_until_ms',
};

/** What a run is called and started with, for a row that may have to be made. */
export interface InstanceDescription {
  readonly runId: string;
  readonly workflow: string;
  readonly folio: string;
  readonly priority: number;
}

/** Numbers kept at hand: of the runs that were started or executed last. */
const REMEMBERED = 1_000;

/** Our own tables. How runs and waits stand is never written here but read from the engine's: there is one truth. */
export class WorkflowStore {
  readonly #db: StoreDatabase;
  readonly #numbers = new Map<string, number>();

  private constructor(database: StoreDatabase) {
    this.#db = database;
  }

  static async open(database: StoreDatabase): Promise<WorkflowStore> {
    await makeTables(database);
    const store = new WorkflowStore(database);
    const version = await store.#setting('tables', TABLES_VERSION);
    if (version === TABLES_VERSION) return store;
    throw new Error(
      `its tables are of version ${version}, and this rest-broker knows version ${TABLES_VERSION}`,
    );
  }

  /** The run's number; given to it when it has none. */
  async numberOf({ runId, workflow, folio, priority }: InstanceDescription): Promise<number> {
    const known = this.#numbers.get(runId);
    if (known !== undefined) return known;
    const insert = (): Promise<Row[]> =>
      this.#db.all(
        `INSERT INTO ${this.#table('instances')} ("run_id", "workflow", "folio", "priority") VALUES (?, ?, ?, ?)
       ON CONFLICT ("run_id") DO UPDATE SET "run_id" = excluded."run_id" RETURNING "number" AS "number"`,
        [runId, workflow, folio, priority],
      );
    // After the run's own row: with this one on the disk, both are.
    const [row] = await this.#db.durably(insert);
    const number = Number(row?.['number']);
    this.#remember(runId, number);
    return number;
  }

  /** The Serial Number of a step of a run; made when there is none. */
  async serialNumberOf(
    instance: InstanceDescription,
    stepName: string,
    wait: WaitDescription,
  ): Promise<string> {
    const number = await this.numberOf(instance);
    const nowMs = this.#db.nowMs();
    const [row] = await this.#db.all(
      `INSERT INTO ${this.#table('waits')} ("instance", "run_id", "step_name", "kind", "event_name",
         "description", "assignee", "actions", "hidden", "armed_ms", "due_ms")
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT ("run_id", "step_name") DO UPDATE SET "run_id" = excluded."run_id"
       RETURNING "number" AS "number"`,
      [
        number,
        instance.runId,
        stepName,
        wait.kind,
        wait.eventName,
        wait.description,
        wait.assignee ?? null,
        JSON.stringify(wait.actions),
        JSON.stringify(wait.hidden),
        nowMs,
        nowMs + wait.timeoutMs,
      ],
    );
    return serialNumber(number, Number(row?.['number']));
  }

  async wait(instance: number, step: number): Promise<WaitRecord | undefined> {
    const [row] = await this.#waits(`w."number" = ? AND w."instance" = ?`, [step, instance], 1);
    return row;
  }

  waitsOf(instance: number): Promise<WaitRecord[]> {
    return this.#waits(`w."instance" = ?`, [instance], 1_000);
  }

  /** Waits for people that are still open, the oldest first. */
  async openTasks({ assignee, workflows, limit }: TaskFilter): Promise<WaitRecord[]> {
    const conditions = [`w."kind" = 'person'`, RUN_IS_OPEN, `a."status" = 'running'`, `s."id" IS NULL`];
    if (assignee !== undefined) conditions.push(`w."assignee" = ?`);
    if (workflows !== undefined) conditions.push(`i."workflow" IN (${workflows.map(() => '?').join(', ')})`);
    const values = [...(assignee === undefined ? [] : [assignee]), ...(workflows ?? [])];
    if (workflows?.length === 0) return [];
    const waits = await this.#waits(conditions.join(' AND '), values, limit);
    return waits.filter(({ state }) => state === 'waiting');
  }

  /** False: somebody other than `holder` has taken the task on. Without a holder it is changed in any case. */
  async changeTask(step: number, change: TaskChange, holder?: string): Promise<boolean> {
    const changed = Object.entries(change) as [keyof TaskChange, unknown][];
    const isFree = holder === undefined ? '' : ` AND ("allocated_to" IS NULL OR "allocated_to" = ?)`;
    const rows = await this.#db.all(
      `UPDATE ${this.#table('waits')} SET ${changed.map(([name]) => `"${TASK_COLUMNS[name]}" = ?`).join(', ')}
       WHERE "number" = ?${isFree} RETURNING "number" AS "number"`,
      [...changed.map(([, value]) => value), step, ...(holder === undefined ? [] : [holder])],
    );
    return rows.length > 0;
  }

  async instance(number: number): Promise<InstanceRecord | undefined> {
    const [row] = await this.#instances(`i."number" = ?`, [number], 1);
    return row;
  }

  /** The newest first. */
  instances({ workflow, isOpen, limit }: InstanceFilter): Promise<InstanceRecord[]> {
    const conditions = ['1 = 1'];
    if (workflow !== undefined) conditions.push(`i."workflow" = ?`);
    if (isOpen !== undefined) conditions.push(isOpen ? RUN_IS_OPEN : `NOT (${RUN_IS_OPEN})`);
    return this.#instances(conditions.join(' AND '), workflow === undefined ? [] : [workflow], limit);
  }

  /** The number that a workflow has in K2's paths. */
  async workflowNumber(name: string): Promise<number> {
    const [row] = await this.#db.all(
      `INSERT INTO ${this.#table('workflows')} ("name") VALUES (?)
       ON CONFLICT ("name") DO UPDATE SET "name" = excluded."name" RETURNING "number" AS "number"`,
      [name],
    );
    return Number(row?.['number']);
  }

  /** The store's own key, made on first use. */
  key(name: string): Promise<string> {
    return this.#setting(name, randomBytes(32).toString('base64url'));
  }

  /** Takes the id of a signed request; false when it was taken before. */
  async takeCallbackId(id: string, expiresMs: number): Promise<boolean> {
    const table = this.#table('callbacks');
    await this.#db.all(`DELETE FROM ${table} WHERE "expires_ms" < ?`, [this.#db.nowMs()]);
    const rows = await this.#db.all(
      `INSERT INTO ${table} ("id", "expires_ms") VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING "id" AS "id"`,
      [id, expiresMs],
    );
    return rows.length > 0;
  }

  /** Forgets what belongs to runs that the engine has forgotten. */
  async forget(runIds: readonly string[]): Promise<void> {
    for (const runId of runIds) {
      await this.#db.all(`DELETE FROM ${this.#table('waits')} WHERE "run_id" = ?`, [runId]);
      await this.#db.all(`DELETE FROM ${this.#table('instances')} WHERE "run_id" = ?`, [runId]);
      this.#numbers.delete(runId);
    }
  }

  /** What was first given to this store under a name. */
  async #setting(name: string, first: string): Promise<string> {
    const table = this.#table('settings');
    await this.#db.all(`INSERT INTO ${table} ("name", "value") VALUES (?, ?) ON CONFLICT DO NOTHING`, [
      name,
      first,
    ]);
    const [row] = await this.#db.all(`SELECT "value" AS "value" FROM ${table} WHERE "name" = ?`, [name]);
    return String(row?.['value']);
  }

  async #waits(where: string, values: readonly unknown[], limit: number): Promise<WaitRecord[]> {
    const rows = await this.#db.all(
      `SELECT w."number" AS "number", w."instance" AS "instance", w."step_name" AS "stepName",
         w."kind" AS "kind", w."event_name" AS "eventName", w."description" AS "description",
         w."assignee" AS "assignee", w."actions" AS "actions", w."hidden" AS "hidden",
         w."armed_ms" AS "armed", w."due_ms" AS "due", w."allocated_to" AS "allocatedTo",
         w."sleep_until_ms" AS "sleepUntil", i."folio" AS "folio", i."priority" AS "priority",
         ${waitColumns(this.#db)}, ${runColumns(this.#db)}
       FROM ${this.#table('waits')} w ${waitJoins(this.#db)}
       JOIN ${this.#table('instances')} i ON i."run_id" = w."run_id"
       WHERE ${where} ORDER BY w."number" LIMIT ${limit}`,
      values,
    );
    const nowMs = this.#db.nowMs();
    return rows.map((row) => waitRecordOf(row, nowMs));
  }

  async #instances(where: string, values: readonly unknown[], limit: number): Promise<InstanceRecord[]> {
    const rows = await this.#db.all(
      `SELECT i."number" AS "number", i."folio" AS "folio", i."priority" AS "priority", ${runColumns(this.#db)}
       FROM ${this.#table('instances')} i ${runJoin(this.#db, 'i."run_id"')}
       WHERE ${where} ORDER BY i."number" DESC LIMIT ${limit}`,
      values,
    );
    return rows.map(instanceOf);
  }

  #remember(runId: string, number: number): void {
    this.#numbers.set(runId, number);
    const [oldest] = this.#numbers.keys();
    if (this.#numbers.size > REMEMBERED && oldest !== undefined) this.#numbers.delete(oldest);
  }

  #table(name: string): string {
    return this.#db.table(`rest_broker_${name}`);
  }
}

function instanceOf(row: Row): InstanceRecord {
  const run = runRecordOf(row);
  return {
    number: Number(row['number']),
    folio: String(row['folio']),
    priority: Number(row['priority']),
    dataFields: shownFields(run),
    run: shownRun(run),
  };
}
