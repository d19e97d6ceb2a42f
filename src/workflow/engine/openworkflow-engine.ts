import type { OpenWorkflow } from 'openworkflow';
import type { Backend, StepAttempt, WorkflowRun } from 'openworkflow/internal';
import { ClaimBurst } from './claim-burst.js';
import {
  type Engine,
  PAUSE,
  type Registration,
  type RunningWorker,
  type RunRecord,
  type StepPort,
  type Target,
  type WorkOptions,
} from './engine-port.js';
import { type EngineSteps, executionSteps } from './execution-steps.js';
import { InFlight } from './in-flight.js';
import { addMissingIndex, engineMissing } from './openworkflow-internals.js';
import { deleteEnded, openChildren, runRecordFrom } from './openworkflow-rows.js';
import { OwnClaims } from './own-claims.js';
import type { StoreDatabase } from './store-database.js';
import { wakeForgotten, wakeRested } from './wake-rested.js';
import { type GivenUp, watchedBackend } from './watched-backend.js';
import { WorkerLoop, warnOfStore } from './worker-loop.js';

/** Wakes the workers of other processes, where the store can. */
export interface Bell {
  ring(): Promise<void>;
  listen(onRing: () => void): Promise<() => Promise<void>>;
}

const SHORT_PAUSE_MS = 2_000;

/** openworkflow on a store, behind the engine port. */
export async function openWorkflowEngine(
  database: StoreDatabase,
  backend: Backend,
  bell: Bell,
): Promise<Engine> {
  const openworkflow = await import('openworkflow').catch(engineMissing);
  await addMissingIndex(database);
  return new OpenWorkflowEngine({ database, backend, bell, Client: openworkflow.OpenWorkflow });
}

interface Parts {
  readonly database: StoreDatabase;
  readonly backend: Backend;
  readonly bell: Bell;
  readonly Client: typeof OpenWorkflow;
}

class OpenWorkflowEngine implements Engine {
  readonly #database: StoreDatabase;
  readonly #backend: Backend;
  readonly #bell: Bell;
  readonly #Client: typeof OpenWorkflow;
  readonly #client: OpenWorkflow;
  readonly #burst = new ClaimBurst();
  readonly #inFlight = new InFlight();
  readonly #histories = new Map<string, ReadonlyMap<string, StepAttempt>>();
  readonly #givenUp = new Map<string, GivenUp>();
  readonly #listeners = new Set<(runId: string) => void>();
  #claims: OwnClaims | undefined;
  #loop: WorkerLoop | undefined;
  #freeSlots = 0;
  /** This process has made work, and has not looked yet whether it can do it itself. */
  #hasMadeWork = false;

  constructor({ database, backend, bell, Client }: Parts) {
    this.#database = database;
    this.#bell = bell;
    this.#Client = Client;
    this.#backend = watchedBackend(backend, database, {
      claim: (params) => this.#burst.claim(() => this.#claim(params)),
      onHistory: (runId, attempts) => this.#remember(runId, attempts),
      onReleased: (runId, untilMs) => this.#released(runId, untilMs),
      givenUp: (runId) => this.#givenUp.get(runId),
      isDeliverable: (signal) => !signal.startsWith(PAUSE),
    });
    this.#client = new Client({ backend: this.#backend });
  }

  async start({ workflow, version }: Target, input: string): Promise<string> {
    const run = await this.#backend.createWorkflowRun({
      workflowName: workflow,
      version,
      idempotencyKey: null,
      config: {},
      context: null,
      input,
      parentStepAttemptNamespaceId: null,
      parentStepAttemptId: null,
      availableAt: null,
      deadlineAt: null,
    });
    await this.#wake();
    return run.id;
  }

  async deliver(signal: string, payload: string): Promise<boolean> {
    const { workflowRunIds } = await this.#client.sendSignal({ signal, data: payload });
    if (workflowRunIds.length === 0) return false;
    // The signal is taken, whatever becomes of this.
    await wakeRested(this.#database, workflowRunIds).catch(warnOfStore);
    await this.#wake();
    return true;
  }

  async cancel(runId: string): Promise<boolean> {
    const before = await this.run(runId);
    if (before === undefined || before.endedMs !== undefined) return false;
    if (!(await this.#isCanceledInTime(runId))) return false;
    for (const child of await openChildren(this.#database, runId)) await this.cancel(child);
    this.#tellEnded(runId);
    await this.#wake();
    return true;
  }

  /** False: the run has ended by itself since it was looked at. */
  async #isCanceledInTime(runId: string): Promise<boolean> {
    try {
      await this.#client.cancelWorkflowRun(runId);
      return true;
    } catch (error) {
      const run = await this.run(runId);
      if (run?.endedMs === undefined) throw error;
      return false;
    }
  }

  async run(runId: string): Promise<RunRecord | undefined> {
    const run = await this.#backend.getWorkflowRun({ workflowRunId: runId });
    return run === null ? undefined : runRecordFrom(run);
  }

  async work(
    registrations: readonly Registration[],
    { concurrency, pollMs }: WorkOptions,
  ): Promise<RunningWorker> {
    // A client of its own: its registry is closed when the worker is made.
    const client = new this.#Client({ backend: this.#backend });
    for (const registration of registrations) {
      const { workflow: name, version } = registration;
      client.implementWorkflow<string, string, string>({ name, version }, ({ input, step, run }) =>
        this.#execute(registration, input, { runId: run.id, steps: step as unknown as EngineSteps }),
      );
    }
    this.#claims = new OwnClaims(this.#database, this.#backend, registrations);
    await this.#claims.takeUpRefused();
    await wakeForgotten(this.#database);
    const loop = new WorkerLoop(client.newWorker({ concurrency }), this.#burst, pollMs);
    this.#freeSlots = concurrency;
    this.#loop = loop;
    const deafen = await this.#bell.listen(() => loop.wake());
    return {
      stop: async () => {
        this.#loop = undefined;
        await deafen();
        await loop.stop();
      },
    };
  }

  async purge(endedBeforeMs: number, limit: number): Promise<string[]> {
    return deleteEnded(this.#database, endedBeforeMs, limit);
  }

  onEnded(listener: (runId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async #execute(
    registration: Registration,
    input: string,
    { runId, steps }: { readonly runId: string; readonly steps: EngineSteps },
  ): Promise<string> {
    this.#freeSlots -= 1;
    this.#givenUp.delete(runId);
    const history = this.#histories.get(runId) ?? new Map<string, StepAttempt>();
    this.#histories.delete(runId);
    try {
      return await new Promise<string>((resolve, reject) => {
        const port: StepPort = executionSteps({
          runId,
          steps,
          history,
          inFlight: this.#inFlight,
          giveUp: reject,
          onGivenUp: (why, error) => {
            this.#givenUp.set(runId, why);
            if (why === 'lost') warnOfStore(error);
          },
        });
        registration.run(input, port).then(resolve, reject);
      });
    } finally {
      this.#freeSlots += 1;
    }
  }

  #remember(runId: string, attempts: readonly StepAttempt[]): void {
    const history = new Map(this.#histories.get(runId));
    for (const attempt of attempts) history.set(attempt.stepName, attempt);
    this.#histories.set(runId, history);
  }

  #released(runId: string, untilMs: number | undefined): void {
    this.#histories.delete(runId);
    this.#givenUp.delete(runId);
    if (untilMs === undefined) this.#tellEnded(runId);
    // Later: the engine frees the slot only when this has returned to it.
    setImmediate(() => this.#loop?.wake());
    const restMs = (untilMs ?? Number.POSITIVE_INFINITY) - Date.now();
    // A short pause would otherwise last until the next poll. A long one costs no memory.
    if (restMs < SHORT_PAUSE_MS) setTimeout(() => this.#loop?.wake(), Math.max(1, restMs + 1)).unref();
  }

  #tellEnded(runId: string): void {
    for (const listener of [...this.#listeners]) listener(runId);
  }

  /** This process' worker when it has a slot free, else whoever listens. */
  async #wake(): Promise<void> {
    if (this.#loop === undefined || this.#freeSlots <= 0) return this.#ring();
    this.#hasMadeWork = true;
    this.#loop.wake();
  }

  async #claim(params: Parameters<Backend['claimWorkflowRun']>[0]): Promise<WorkflowRun | null> {
    const run = (await this.#claims?.claim(params)) ?? null;
    // Nothing for this process: it may be for one that has other definitions.
    if (run === null && this.#hasMadeWork) await this.#ring();
    this.#hasMadeWork = false;
    return run;
  }

  /** What was written stands: a bell that does not ring costs a poll's time and nothing else. */
  async #ring(): Promise<void> {
    await this.#bell.ring().catch(() => undefined);
  }
}
