import type { DataFields } from './data-fields.js';
import type { TaskChange, WaitRecord } from './wait-record.js';
import type { DefineOptions, WorkflowDefinition, WorkflowFunction } from './workflow-definition.js';
import type { InstanceFilter, InstanceRecord, TaskFilter } from './workflow-store.js';

export interface StartOptions {
  /** What people call this run. Default empty. */
  readonly folio?: string;
  /** 0 high, 1 medium (default), 2 low. Shown; it does not change the order. */
  readonly priority?: number;
  /** User name of who starts it. Default empty. */
  readonly originator?: string;
}

export interface StartedInstance<O> {
  /** The number before the `_` of its Serial Numbers. */
  readonly number: number;
  /** Waits until it has ended, however long that takes; or for `timeoutMs` at most. */
  result(options?: { readonly timeoutMs?: number }): Promise<O>;
}

/** What an outside system, or a person, passes back. */
export interface Finishing {
  readonly dataFields?: DataFields;
  readonly xmlFields?: unknown;
  readonly itemReferences?: unknown;
  /** What a person chose. */
  readonly action?: string;
  /** Name of the caller. */
  readonly by?: string;
}

/** `finished`: by this call. `finished before`: nothing was done. The rest: there is nothing to finish. */
export type FinishOutcome = 'finished' | 'finished before' | 'timed out' | 'closed' | 'unknown';

/**
 * Workflows on one store: their definitions in this process, and every instance of any process. Whatever asks the
 * store throws WorkflowError `STORE_UNUSABLE` where that fails.
 */
export interface Workflows {
  /** @throws WorkflowError `DEFINITION_INVALID` */
  define<I extends object, O>(name: string, run: WorkflowFunction<I, O>): WorkflowDefinition<I, O>;
  define<I extends object, O>(
    name: string,
    options: DefineOptions,
    run: WorkflowFunction<I, O>,
  ): WorkflowDefinition<I, O>;
  /** Every version of each workflow, in the order in which they were defined. */
  readonly definitions: readonly WorkflowDefinition[];
  /** @throws WorkflowError `DEFINITION_UNKNOWN` */
  newest(name: string): WorkflowDefinition;

  /**
   * Starts an instance. It is executed by whichever process works.
   *
   * @throws WorkflowError `DEFINITION_UNKNOWN`, `DATA_FIELD_INVALID`
   */
  start<I extends object, O>(
    definition: WorkflowDefinition<I, O> | string,
    input: I,
    options?: StartOptions,
  ): Promise<StartedInstance<O>>;

  /**
   * Executes instances of the workflows defined so far, until `close`: `concurrency` at once (default 10), time-outs
   * found every `pollMs` (default 1,000).
   *
   * @throws SettingError `SETTING_INVALID`
   */
  work(options?: { readonly concurrency?: number; readonly pollMs?: number }): Promise<void>;

  /**
   * Finishes the wait with this Serial Number, plain or secret; nothing is checked of who asks. The task of a
   * person needs one of its actions.
   *
   * @throws WorkflowError `SERIAL_NUMBER_MALFORMED`, `ACTION_UNKNOWN`
   */
  finish(serialNumber: string, finishing?: Finishing): Promise<FinishOutcome>;
  /** The same, for a wait that was just looked up. */
  finishWait(wait: WaitRecord, finishing: Finishing): Promise<FinishOutcome>;
  /**
   * Looks a Serial Number up. A secret form whose end is not genuine is unknown.
   *
   * @throws WorkflowError `SERIAL_NUMBER_MALFORMED`
   */
  wait(
    serialNumber: string,
  ): Promise<{ readonly wait: WaitRecord; readonly isSecretForm: boolean } | undefined>;
  waitsOf(instance: number): Promise<WaitRecord[]>;
  /** Tasks of people that wait, the oldest first, sleeping ones too. */
  openTasks(filter: TaskFilter): Promise<WaitRecord[]>;
  /**
   * Gives a task to another, to who takes it on, or puts it to sleep. False: somebody other than `holder` has taken
   * it on, and nothing is changed; without a holder it is changed in any case.
   */
  changeTask(wait: WaitRecord, change: TaskChange, holder?: string): Promise<boolean>;
  instance(number: number): Promise<InstanceRecord | undefined>;
  instances(filter: InstanceFilter): Promise<InstanceRecord[]>;
  /** The number of a workflow in K2's paths: stable in this store. */
  workflowNumber(name: string): Promise<number>;
  /** Takes the id of a signed request; false when it was taken before. */
  takeCallbackId(id: string, expiresMs: number): Promise<boolean>;

  /** Cancels an instance and its children; false: it had ended. @throws WorkflowError `INSTANCE_UNKNOWN` */
  cancel(instance: number): Promise<boolean>;
  /**
   * Waits until an instance has ended, however long that takes or for `timeoutMs` at most, and gives what it gave.
   *
   * @throws WorkflowError `INSTANCE_UNKNOWN`, `INSTANCE_FAILED`, `INSTANCE_CANCELED`, `INSTANCE_STILL_RUNNING`
   */
  result(instance: number, options?: { readonly timeoutMs?: number }): Promise<unknown>;
  /** Forgets instances that ended before a time, with all they recorded; gives how many. */
  purge(options: { readonly endedBeforeMs: number; readonly limit?: number }): Promise<number>;
  /** Opens the store now and not on first use. @throws WorkflowError `PACKAGE_MISSING`, `STORE_UNUSABLE` */
  open(): Promise<void>;
  /** Takes no more work, waits for what is being executed, and closes the store. */
  close(): Promise<void>;
}
