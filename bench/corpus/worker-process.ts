import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Outcome, outcomeOf } from './outcome.js';
import type { Job, Phase, WorkerMessage, WorkerSettings } from './worker-messages.js';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
/** How much of what a dying process wrote is looked at, in characters. */
const MAX_STDERR = 20_000;

/** Bounds of one descriptor. */
export interface WorkerLimits {
  readonly timeoutMs: number;
  /** Of the process's heap. */
  readonly maxHeapMiB: number;
}

/** One worker process, at work on one descriptor at a time. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #limits: WorkerLimits;
  #stderr = '';
  #phase: Phase = 'generating';

  private constructor(settings: WorkerSettings, limits: WorkerLimits) {
    this.#limits = limits;
    this.#child = fork(WORKER, [JSON.stringify(settings)], {
      execArgv: [...process.execArgv, `--max-old-space-size=${limits.maxHeapMiB}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-MAX_STDERR);
    });
  }

  /** @throws Error when the process cannot begin: no build, or declarations that do not compile */
  static async start(settings: WorkerSettings, limits: WorkerLimits): Promise<WorkerProcess> {
    const worker = new WorkerProcess(settings, limits);
    await worker.#until((message) => (message.kind === 'ready' ? true : undefined));
    return worker;
  }

  /** Whether it can take another descriptor. */
  get alive(): boolean {
    return this.#child.connected;
  }

  /** What becomes of a descriptor. Past its bounds it counts as crashed, and the process is gone. */
  async run(job: Job): Promise<Outcome> {
    let outOfTime = false;
    const timer = setTimeout(() => {
      outOfTime = true;
      this.stop();
    }, this.#limits.timeoutMs);
    this.#phase = 'generating';
    try {
      const outcome = this.#until((message) => (message.kind === 'outcome' ? message.outcome : undefined));
      this.#child.send(job);
      return await outcome;
    } catch (error) {
      const message = outOfTime
        ? `Not done after ${this.#limits.timeoutMs / 1000} s`
        : (error as Error).message;
      return outcomeOf('crashed', [{ message: `${message}, ${this.#phase}` }]);
    } finally {
      clearTimeout(timer);
    }
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }

  #until<T>(pick: (message: WorkerMessage) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: WorkerMessage): void => {
        if (message.kind === 'phase') this.#phase = message.phase;
        const picked = pick(message);
        if (picked !== undefined) settle(() => resolve(picked));
      };
      const onClose = (): void => settle(() => reject(new Error(this.#causeOfDeath())));
      const settle = (act: () => void): void => {
        this.#child.off('message', onMessage).off('close', onClose);
        act();
      };
      this.#child.on('message', onMessage).on('close', onClose);
    });
  }

  #causeOfDeath(): string {
    if (/heap out of memory|heap limit/i.test(this.#stderr)) {
      return `More memory wanted than ${this.#limits.maxHeapMiB} MiB`;
    }
    const end = this.#child.signalCode ?? `code ${this.#child.exitCode}`;
    const lastWords = /^\w*Error\b.*$/m.exec(this.#stderr)?.[0];
    return lastWords === undefined
      ? `The process ended with ${end}`
      : `The process ended with ${end}: ${lastWords}`;
  }
}
