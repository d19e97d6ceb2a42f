import type { ClaimBurst } from './claim-burst.js';

/** What of openworkflow's Worker is used. Its own loop is not: it sleeps up to a second while work waits. */
export interface Ticking {
  tick(): Promise<number>;
  stop(): Promise<void>;
}

/** Asks for work when woken, and every `pollMs` for what nobody wakes it for: time-outs, other machines' runs. */
export class WorkerLoop {
  readonly #worker: Ticking;
  readonly #burst: ClaimBurst;
  readonly #pollMs: number;
  readonly #ended: Promise<void>;
  #stopped = false;
  #woken = false;
  #rouse: () => void = () => undefined;

  constructor(worker: Ticking, burst: ClaimBurst, pollMs: number) {
    this.#worker = worker;
    this.#burst = burst;
    this.#pollMs = pollMs;
    this.#ended = this.#loop();
  }

  /** There may be work. Many calls during one question are one more question. */
  wake(): void {
    this.#woken = true;
    this.#rouse();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#rouse();
    await this.#ended;
    await this.#worker.stop();
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false;
      const claimed = await this.#ask();
      if (claimed === 0 && !this.#woken && !this.#stopped) await this.#rest();
    }
  }

  async #ask(): Promise<number> {
    this.#burst.renew();
    try {
      return await this.#worker.tick();
    } catch (error) {
      // The store cannot be reached: asked again at the next poll.
      warnOfStore(error);
      return 0;
    }
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#pollMs);
      this.#rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Tells the owner of the process that the store fails; what was to be done with it is tried again. */
export function warnOfStore(error: unknown): void {
  process.emitWarning(error instanceof Error ? error.message : String(error), 'WorkflowStoreWarning');
}
