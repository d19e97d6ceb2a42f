import type { Backend, StepAttempt } from 'openworkflow/internal';
import { despiteLostConnection } from './despite-lost-connection.js';
import { signalOf } from './openworkflow-internals.js';
import type { StoreDatabase } from './store-database.js';

/** When a run that the store has failed is executed again. */
const LOST_PAUSE_MS = 1_000;

/** When a run that was recorded by another workflow of its name and version is looked at again. */
const REFUSED_AGAIN = {
  initialInterval: '30s',
  backoffCoefficient: 1,
  maximumInterval: '30s',
  maximumAttempts: 0,
} as const;

/** `lost`: the store failed it. `refused`: what is recorded of the run is not of this workflow. */
export type GivenUp = 'lost' | 'refused';

/** What is told of an execution, and what may be answered in the engine's place. */
export interface BackendWatch {
  /** In the place of the engine's own claim. */
  claim: Backend['claimWorkflowRun'];
  onHistory(runId: string, attempts: readonly StepAttempt[]): void;
  /** A run is executed no more: it has ended, or waits until a time if nothing comes before. */
  onReleased(runId: string, untilMs: number | undefined): void;
  /** Why an execution was given up that its run must not fail for. */
  givenUp(runId: string): GivenUp | undefined;
  /** Whether somebody may deliver this signal: pauses wait for one that nobody sends. */
  isDeliverable(signal: string): boolean;
}

/** The backend, watched. Everything not named here is the backend's own. */
export function watchedBackend(backend: Backend, database: StoreDatabase, watch: BackendWatch): Backend {
  const delivered = (attempt: StepAttempt): Promise<StepAttempt> => withDelivery(backend, watch, attempt);
  // The engine counts by this process' clock, and the store wakes by its own.
  const sleep = (
    of: { readonly workflowRunId: string; readonly workerId: string },
    untilMs: number,
  ): ReturnType<Backend['sleepWorkflowRun']> => {
    const availableAt = new Date(database.nowMs() + untilMs - Date.now());
    return released(watch, of.workflowRunId, untilMs, () => backend.sleepWorkflowRun({ ...of, availableAt }));
  };
  const own: Partial<Backend> = {
    claimWorkflowRun: (params) => watch.claim(params),
    listStepAttempts: async (params) => {
      const page = await backend.listStepAttempts(params);
      const data = await Promise.all(page.data.map(delivered));
      watch.onHistory(params.workflowRunId, data);
      return { ...page, data };
    },
    // A wait is on the disk before anybody outside is told its Serial Number, a finish before it is answered.
    createStepAttempt: (params) => {
      const create = (): ReturnType<Backend['createStepAttempt']> => backend.createStepAttempt(params);
      return params.kind === 'signal-wait' ? database.durably(create) : create();
    },
    completeStepAttempt: async (params) => delivered(await backend.completeStepAttempt(params)),
    sendSignal: (params) => database.durably(() => backend.sendSignal(params)),
    sleepWorkflowRun: (params) => sleep(params, params.availableAt.getTime()),
    completeWorkflowRun: (params) =>
      released(watch, params.workflowRunId, undefined, () => backend.completeWorkflowRun(params)),
    failWorkflowRun: (params) => {
      const { workflowRunId, workerId } = params;
      const givenUp = watch.givenUp(workflowRunId);
      if (givenUp === 'lost') return sleep({ workflowRunId, workerId }, Date.now() + LOST_PAUSE_MS);
      const failed = givenUp === 'refused' ? { ...params, retryPolicy: REFUSED_AGAIN } : params;
      const untilMs = givenUp === undefined ? undefined : Number.POSITIVE_INFINITY;
      return released(watch, workflowRunId, untilMs, () => backend.failWorkflowRun(failed));
    },
  };
  return new Proxy(backend, {
    get: (target, key) => {
      const found: unknown = Reflect.get(Object.hasOwn(own, key) ? own : target, key);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
}

/**
 * A wait that the engine gave up in the moment in which a signal came: whoever sent it was told that it was taken,
 * so it was. The engine looks for a signal first and gives up after it; in the store one of the two comes first.
 */
async function withDelivery(
  backend: Backend,
  { isDeliverable }: BackendWatch,
  attempt: StepAttempt,
): Promise<StepAttempt> {
  const signal = signalOf(attempt);
  if (attempt.status !== 'completed' || attempt.output !== null) return attempt;
  if (signal === undefined || !isDeliverable(signal)) return attempt;
  const data = await backend.getSignalDelivery({ stepAttemptId: attempt.id });
  return data === undefined ? attempt : { ...attempt, output: { data } };
}

/** A run that is not let go for want of a connection would be nobody's until its lease has run out. */
async function released<T>(
  watch: BackendWatch,
  runId: string,
  untilMs: number | undefined,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await despiteLostConnection(change);
  } finally {
    watch.onReleased(runId, untilMs);
  }
}
