import { WorkflowError } from '../base/errors.js';
import { visibleText } from '../base/visible-text.js';
import type { Engine, RunRecord } from './engine/engine-port.js';
import { fromStoredText } from './stored-text.js';

const POLL_MS = 500;
const DEFAULT_TIMEOUT_MS = 5 * 60_000;

export interface ResultRequest {
  readonly number: number;
  readonly runId: string;
  readonly timeoutMs: number | undefined;
}

/** What an instance gave; told at once when it ends in this process, else found by asking. */
export async function instanceResult(
  engine: Engine,
  { number, runId, timeoutMs = DEFAULT_TIMEOUT_MS }: ResultRequest,
): Promise<unknown> {
  const who = `Workflow instance ${number}`;
  const untilMs = performance.now() + timeoutMs;
  for (;;) {
    const ended = nextEnd(engine, runId, Math.min(POLL_MS, timeoutMs));
    const run = await engine.run(runId);
    if (run?.endedMs !== undefined) {
      ended.forget();
      return outputOf(run, who);
    }
    if (performance.now() >= untilMs) {
      ended.forget();
      throw new WorkflowError('INSTANCE_STILL_RUNNING', { who, what: `it has not ended in ${timeoutMs} ms` });
    }
    await ended.promise;
  }
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
