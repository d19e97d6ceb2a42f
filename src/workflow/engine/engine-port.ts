/**
 * What we need of a workflow engine, in our words. Everything above this file knows only these; another engine
 * takes the place of the present one by answering to them.
 */

/** How a run stands. `refused`: no worker has what it was started with; `failure` says what is missing. */
export type RunState = 'running' | 'completed' | 'failed' | 'canceled' | 'refused';

/** How the signal of a mere pause begins. */
export const PAUSE = 'pause:';

/** A wait that has a row in the store. */
export type Armed =
  | { readonly state: 'delivered'; readonly payload: string }
  | { readonly state: 'timed out' }
  /** Gives this execution's memory up; the promise never settles. A later execution finds one of the others. */
  | { readonly state: 'waiting'; readonly park: () => Promise<never> };

/** The steps of one execution of one run. Names are unique within the run and the same on every execution. */
export interface StepPort {
  readonly runId: string;
  /** Nothing is recorded of the run yet. */
  readonly isFirst: boolean;
  /** Does the work once and records what it gives; work must not throw. */
  record(name: string, work: () => Promise<string>): Promise<string>;
  /** Asks the store for something that is not recorded. When that fails, the author's code does not get to know. */
  store<T>(ask: () => Promise<T>): Promise<T>;
  /** The signal a wait was armed with, when it was armed before. */
  armedSignal(name: string): string | undefined;
  /** Makes the wait's row, or finds it. Does not wait. A signal that begins with `PAUSE` is sent by nobody. */
  arm(wait: { readonly name: string; readonly signal: string; readonly timeoutMs: number }): Promise<Armed>;
  /** Runs another workflow and gives its output; throws what it failed with. */
  child(name: string, target: Target, input: string): Promise<string>;
  /** Several branches at once; settles when each of them has. */
  branches<T>(work: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]>;
}

export interface Target {
  readonly workflow: string;
  readonly version: string;
}

export interface Registration extends Target {
  run(input: string, steps: StepPort): Promise<string>;
}

export interface RunRecord extends Target {
  readonly id: string;
  readonly state: RunState;
  readonly input: string;
  readonly output: string | undefined;
  /** Message of what it failed with, or is refused for. */
  readonly failure: string | undefined;
  readonly startedMs: number;
  readonly endedMs: number | undefined;
}

/** A workflow engine, opened on a store. */
export interface Engine {
  start(target: Target, input: string): Promise<string>;
  /** False: nothing waits for this signal, or it was delivered before. The first delivery wins. */
  deliver(signal: string, payload: string): Promise<boolean>;
  /** False: it had ended before. Children are canceled too. */
  cancel(runId: string): Promise<boolean>;
  run(runId: string): Promise<RunRecord | undefined>;
  /** Executes runs until `stop`. */
  work(registrations: readonly Registration[], options: WorkOptions): Promise<RunningWorker>;
  /** Forgets runs that ended before the time given; gives their ids. At most `limit`. */
  purge(endedBeforeMs: number, limit: number): Promise<string[]>;
  /** Called when a run of this process has ended. */
  onEnded(listener: (runId: string) => void): () => void;
  close(): Promise<void>;
}

export interface WorkOptions {
  /** Runs that are executed at once. */
  readonly concurrency: number;
  /** How often the store is asked when nothing wakes the worker, in milliseconds. */
  readonly pollMs: number;
}

export interface RunningWorker {
  /** Takes no more runs and waits for those in execution. */
  stop(): Promise<void>;
}
