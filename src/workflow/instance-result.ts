import { WorkflowError } from '../base/errors.js';
import { visibleText } from '../base/visible-text.js';
import type { Engine, RunRecord } from './engine/engine-port.js';
import { fromStoredText } from './stored-text.js';

const POLL_MS = 500;
/** How long a store may give no answer. */
const PATIENCE_MS = 60_000;

export interface ResultRequest {
  readonly number: number;
  readonly runId: string;
  readonly timeoutMs: number | undefined;
}

/** What an instance gave; told at once when it ends in this process, else found by asking. */
export async function instanceResult(
  engine: Engine,
  { number, runId, timeoutMs = Number.POSITIVE_INFINITY }: ResultRequest,
): Promise<unknown> {
  const who = `Workflow instance ${number}`;
  const untilMs = performance.now() + timeoutMs;
  const ask = patiently(() => engine.run(runId));
  for (;;) {
    const ended = nextEnd(engine, runId, Math.min(POLL_MS, timeoutMs));
    try {
      const run = await ask();
      if (run === undefined) throw instanceUnknown(number);
      if (run !== NO_ANSWER && run.endedMs !== undefined) return outputOf(run, who);
      if (performance.now() >= untilMs) {
        const why = run !== NO_ANSWER && run.state === 'refused' ? `: ${visibleText(run.failure ?? '')}` : '';
        throw new WorkflowError('INSTANCE_STILL_RUNNING', {
          who,
          what: `it has not ended in ${timeoutMs} ms${why}`,
        });
      }
      await ended.promise;
    } finally {
      ended.forget();
    }
  }
}

const NO_ANSWER = 'no answer';

/** Asks, and takes it for no answer when the store fails: who waits for days waits on, but not on a store that is gone. */
function patiently<T>(ask: () => Promise<T>): () => Promise<T | typeof NO_ANSWER> {
  let answeredMs = performance.now();
  return async () => {
    try {
      const answer = await ask();
      answeredMs = performance.now();
      return answer;
    } catch (error) {
      if (performance.now() - answeredMs > PATIENCE_MS) throw error;
      return NO_ANSWER;
    }
  };
}

export function instanceUnknown(number: number): WorkflowError {
  return new WorkflowError('INSTANCE_UNKNOWN', {
    who: `Workflow instance ${number}`,
    what: 'it is not in this store',
    advice: 'It was never started, or was purged after it had ended',
  });
}

function outputOf({ state, output, failure }: RunRecord, who: string): unknown {
  if (state === 'completed') return fromStoredText(output);
  if (state === 'canceled') throw new WorkflowError('INSTANCE_CANCELED', { who, what: 'it was canceled' });
  const what = `it failed: ${visibleText(failure ?? 'for no reason given').replace(/\.$/, '')}`;
  throw new WorkflowError('INSTANCE_FAILED', { who, what });
}

/** Settles when the run ends in this process, and after `pollMs` in any case. */
function nextEnd(
  engine: Engine,
  runId: string,
  pollMs: number,
): { promise: Promise<void>; forget: () => void } {
  let forget: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    const timer = setTimeout(() => forget(), pollMs);
    const unlisten = engine.onEnded((ended) => {
      if (ended === runId) forget();
    });
    forget = () => {
      clearTimeout(timer);
      unlisten();
      resolve();
    };
  });
  return { promise, forget: () => forget() };
}
