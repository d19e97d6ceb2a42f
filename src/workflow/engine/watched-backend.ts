import type { Backend, StepAttempt } from 'openworkflow/internal';
import { signalOf } from './openworkflow-internals.js';
import type { StoreDatabase } from './store-database.js';

/** When a run that the store has failed is executed again. */
const LOST_PAUSE_MS = 1_000;

/** What is told of an execution, and what may be answered in the engine's place. */
export interface BackendWatch {
  /** May answer null without asking the store. */
  claim<T>(ask: () => Promise<T | null>): Promise<T | null>;
  onHistory(runId: string, attempts: readonly StepAttempt[]): void;
  /** A run is executed no more: it has ended, or waits until a time if nothing comes before. */
  onReleased(runId: string, untilMs: number | undefined): void;
  /** Whether the store failed an execution: its run must not fail for that. */
  isLost(runId: string): boolean;
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
    return released(watch, of.workflowRunId, untilMs, backend.sleepWorkflowRun({ ...of, availableAt }));
  };
  const own: Partial<Backend> = {
    claimWorkflowRun: (params) => watch.claim(() => backend.claimWorkflowRun(params)),
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
      released(watch, params.workflowRunId, undefined, backend.completeWorkflowRun(params)),
    failWorkflowRun: ({ workflowRunId, workerId, ...failure }) =>
      watch.isLost(workflowRunId)
        ? sleep({ workflowRunId, workerId }, Date.now() + LOST_PAUSE_MS)
        : released(
            watch,
            workflowRunId,
            undefined,
            backend.failWorkflowRun({ workflowRunId, workerId, ...failure }),
          ),
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

async function released<T>(
  watch: BackendWatch,
  runId: string,
  untilMs: number | undefined,
  change: Promise<T>,
): Promise<T> {
  try {
    return await change;
  } finally {
    watch.onReleased(runId, untilMs);
  }
}
