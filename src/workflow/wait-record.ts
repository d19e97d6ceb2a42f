import type { DataFields } from './data-fields.js';
import type { RunRecord } from './engine/engine-port.js';
import { runRecordOf } from './engine/openworkflow-rows.js';
import type { Row } from './engine/store-database.js';
import { readEnvelope } from './run-envelope.js';
import { serialNumber } from './serial-number.js';
import { type ShownRun, shownFields, shownRun } from './shown-run.js';
import { fromStoredText } from './stored-text.js';

/** `closed`: canceled, its run has ended, or its invoked Method answered that there is nothing to wait for. */
export type WaitState = 'arming' | 'waiting' | 'finished' | 'timed out' | 'closed';

/** Who finishes it: an outside system, or a person with a task. */
export type WaitKind = 'system' | 'person';

/** What is laid down of a wait when it is armed. */
export interface WaitDescription {
  readonly kind: WaitKind;
  readonly eventName: string;
  readonly description: string;
  /** User name of the person a task is given to. */
  readonly assignee: string | undefined;
  /** What a person may choose. */
  readonly actions: readonly string[];
  /** Names of data fields that are never shown. */
  readonly hidden: readonly string[];
  readonly timeoutMs: number;
}

/** A waiting step, or one that has waited. */
export interface WaitRecord extends Omit<WaitDescription, 'timeoutMs'> {
  readonly serialNumber: string;
  readonly instance: number;
  readonly step: number;
  readonly stepName: string;
  readonly state: WaitState;
  readonly armedMs: number;
  readonly dueMs: number;
  /** User name of who has taken the task on; nobody else may action it then. */
  readonly allocatedTo: string | undefined;
  /** Until when it stays out of the worklist, if that is still to come. */
  readonly sleepUntilMs: number | undefined;
  readonly folio: string;
  readonly priority: number;
  /** Who started the instance. */
  readonly originator: string;
  /** Of the instance, without the hidden ones. */
  readonly dataFields: DataFields;
  readonly run: ShownRun;
}

/** What people do with a task without finishing it; what is absent stays, null takes away. */
export interface TaskChange {
  readonly assignee?: string;
  readonly allocatedTo?: string | null;
  readonly sleepUntilMs?: number | null;
}

/** What is handed to a wait through the engine. */
export interface Delivery {
  /** Present: the step does not wait after all. */
  readonly closed?: boolean;
  readonly dataFields?: Readonly<Record<string, unknown>>;
  readonly xmlFields?: unknown;
  readonly itemReferences?: unknown;
  /** What a person chose. */
  readonly action?: string;
  /** Name of the caller. */
  readonly by?: string;
}

/** A wait from a row with its own columns, `waitColumns` and `runColumns`. */
export function waitRecordOf(row: Row, nowMs: number): WaitRecord {
  const run = runRecordOf(row);
  const instance = Number(row['instance']);
  const step = Number(row['number']);
  const dueMs = Number(row['due']);
  const sleepUntilMs = Number(row['sleepUntil'] ?? 0);
  const hidden = JSON.parse(String(row['hidden'])) as string[];
  return {
    serialNumber: serialNumber(instance, step),
    instance,
    step,
    stepName: String(row['stepName']),
    kind: row['kind'] === 'person' ? 'person' : 'system',
    eventName: String(row['eventName']),
    description: String(row['description']),
    assignee: textOf(row['assignee']),
    allocatedTo: textOf(row['allocatedTo']),
    sleepUntilMs: sleepUntilMs > nowMs ? sleepUntilMs : undefined,
    actions: JSON.parse(String(row['actions'])) as string[],
    hidden,
    armedMs: Number(row['armed']),
    dueMs,
    folio: String(row['folio']),
    priority: Number(row['priority']),
    originator: readEnvelope(run.input).originator,
    dataFields: shownFields(run, hidden),
    run: shownRun(run),
    state: stateOf(row, run, nowMs >= dueMs),
  };
}

function textOf(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

function stateOf(row: Row, run: RunRecord, isDue: boolean): WaitState {
  const delivered = row['delivered'];
  if (delivered !== null && delivered !== undefined) return isClosing(delivered) ? 'closed' : 'finished';
  if (row['attemptId'] === null) return run.endedMs === undefined ? 'arming' : 'closed';
  if (row['attemptStatus'] !== 'running') return 'timed out';
  if (run.endedMs !== undefined) return 'closed';
  return isDue ? 'timed out' : 'waiting';
}

function isClosing(payload: unknown): boolean {
  return (fromStoredText(payload) as Delivery).closed === true;
}
