import type { DataFields } from './data-fields.js';
import type { WorkflowDefinition } from './workflow-definition.js';

/**
 * What a workflow is written with. Each name is recorded: on a later execution — after a wait, a crash, a
 * deploy — a recorded step gives its result back and does nothing. A workflow therefore does everything that
 * could differ from one execution to the next (calls, the time, chance) inside a step.
 */
export interface Steps {
  readonly instance: InstanceContext;

  /**
   * Executes a Method once its turn comes, and records what it gives. At least once: a crash during the call
   * repeats it with the same key. Never again once recorded; also an error is recorded.
   *
   * @throws WorkflowError `STEP_FAILED`
   */
  execute<T>(name: string, method: (call: StepCall) => Promise<T> | T, options?: ExecuteOptions): Promise<T>;

  /**
   * Executes a Method that hands the Serial Number to an outside system, and waits until that system finishes
   * the event. The wait exists before the Method is invoked: a callback may come at any moment after that.
   *
   * @throws WorkflowError `STEP_FAILED`: the Method failed; nothing waits
   */
  waitForExternalSystem<R>(name: string, wait: ExternalWait<R>): Promise<Outside<R>>;

  /** Gives a task to a person and waits until it is actioned. */
  waitForPerson(name: string, task: PersonTask): Promise<PersonAnswer>;

  /** Tries until the answer is ready, at most `maxTries` times, durably. Each try costs two recorded steps. */
  until<T>(
    name: string,
    loop: UntilLoop<T>,
    attempt: (tryNumber: number) => Promise<T> | T,
  ): Promise<UntilOutcome<T>>;

  /** Branches at once, waits among them. Settles when every branch has; throws the error of the first that failed. */
  parallel<T extends readonly (() => Promise<unknown>)[]>(
    branches: T,
  ): Promise<{ -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> }>;

  /**
   * Runs another workflow and gives what it gives.
   *
   * @throws WorkflowError `STEP_FAILED`
   */
  child<I extends object, O>(name: string, definition: WorkflowDefinition<I, O>, input: I): Promise<O>;

  /** Waits for a time, durably. */
  sleep(name: string, durationMs: number): Promise<void>;
}

/** What a workflow may know about itself. */
export interface InstanceContext {
  readonly workflow: string;
  readonly version: string;
  readonly folio: string;
  /** 0 high, 1 medium, 2 low, as in K2. */
  readonly priority: number;
  /** User name of who started it; empty when that is not known. */
  readonly originator: string;
}

/** What a Method's call may be marked with. */
export interface StepCall {
  /** The same on every repetition of this call, and of no other: for the header `Idempotency-Key`. */
  readonly idempotencyKey: string;
}

export interface ExecuteOptions {
  /** Tries again when the Method fails: only for Methods that may be called twice. Default: one try. */
  readonly retry?: { readonly maxTries: number; readonly everyMs: number };
}

/** How a step waits for an outside system. */
export interface ExternalWait<R> extends WaitOptions {
  /** Called when the wait exists. What it gives back is `response`; `doNotWait(response)` goes on at once. */
  readonly invoke: (call: InvokeCall) => Promise<R | DoNotWait<R>> | R | DoNotWait<R>;
}

export interface WaitOptions {
  /** Default one year. */
  readonly timeoutMs?: number;
  /** For people. */
  readonly description?: string;
  /** Data fields passed back that are never shown; those hidden in the workflow are hidden here too. */
  readonly hidden?: readonly string[];
}

export interface InvokeCall extends StepCall {
  /** `<instance>_<step>`, as in `5_31`. Whoever finishes the event with it needs a right of its own. */
  readonly serialNumber: string;
  /** The Serial Number with an unguessable end: it alone is enough to finish the event. Treat it as a password. */
  readonly secretSerialNumber: string;
  /** Records the answer and goes on without waiting. */
  doNotWait<R>(response: R): DoNotWait<R>;
}

/** An invoked Method's answer that there is nothing to wait for. */
export class DoNotWait<R> {
  readonly response: R;

  constructor(response: R) {
    this.response = response;
  }
}

/** What came of waiting for an outside system. */
export interface Outside<R> {
  readonly serialNumber: string;
  /** What the invoked Method answered. */
  readonly response: R;
  /** False: `doNotWait` was answered. */
  readonly waited: boolean;
  readonly timedOut: boolean;
  /** What the outside system passed back; empty when it passed nothing, did not finish or was not waited for. */
  readonly dataFields: DataFields;
  readonly itemReferences?: unknown;
  readonly xmlFields?: unknown;
}

/** A task as K2's worklist shows it. */
export interface PersonTask extends WaitOptions {
  /** User name. */
  readonly assignee: string;
  /** What may be chosen. */
  readonly actions: readonly string[];
}

export interface PersonAnswer {
  readonly serialNumber: string;
  /** Undefined when it timed out. */
  readonly action: string | undefined;
  readonly timedOut: boolean;
  readonly dataFields: DataFields;
  readonly itemReferences?: unknown;
  readonly xmlFields?: unknown;
}

export interface UntilLoop<T> {
  readonly maxTries: number;
  readonly everyMs: number;
  /** Default: the value is there — not undefined, null, false or empty. */
  readonly isReady?: (value: T) => boolean;
  /** A person to ask when the tries are used up. */
  readonly whenUsedUp?: PersonTask;
}

export type UntilOutcome<T> =
  | { readonly ready: true; readonly value: T; readonly tries: number }
  | {
      readonly ready: false;
      readonly tries: number;
      /** What the person of `whenUsedUp` has answered. */
      readonly person?: PersonAnswer;
    };
