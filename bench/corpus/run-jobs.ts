import type { Candidate } from './candidate.js';
import type { Outcome } from './outcome.js';
import type { Job, WorkerSettings } from './worker-messages.js';
import { type WorkerLimits, WorkerProcess } from './worker-process.js';

export interface RunOptions {
  readonly settings: WorkerSettings;
  readonly limits: WorkerLimits;
  /** How many worker processes there are at a time. */
  readonly processes: number;
  readonly keepIn?: (candidate: Candidate) => string;
  readonly onOutcome: (candidate: Candidate, outcome: Outcome) => Promise<void>;
}

/**
 * What becomes of each descriptor, the largest first, so that no process is left alone with one at the end.
 *
 * @throws Error when a worker process cannot begin
 */
export async function runJobs(candidates: readonly Candidate[], options: RunOptions): Promise<void> {
  const waiting = [...candidates].sort((left, right) => left.bytes - right.bytes);
  const processes = Math.min(options.processes, waiting.length);
  await Promise.all(Array.from({ length: processes }, () => workThrough(waiting, options)));
}

async function workThrough(waiting: Candidate[], options: RunOptions): Promise<void> {
  const { settings, limits, keepIn, onOutcome } = options;
  let worker: WorkerProcess | undefined;
  const stop = (): void => worker?.stop();
  process.on('exit', stop);
  try {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (worker?.alive !== true) worker = await WorkerProcess.start(settings, limits);
      const job: Job = { path: next.path, ...(keepIn !== undefined && { keepIn: keepIn(next) }) };
      await onOutcome(next, await worker.run(job));
    }
  } finally {
    stop();
    process.off('exit', stop);
  }
}
