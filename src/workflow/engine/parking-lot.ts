import type { SleepError } from './openworkflow-internals.js';

/**
 * Decides when an execution has nothing left to do but wait. A wait does not throw through the author's code,
 * whose `catch` and `finally` would run each time: its promise never settles. The execution is given up when
 * every strand of it waits and no step is at work.
 */
export class ParkingLot {
  readonly #giveUp: (earliest: SleepError) => void;
  readonly #parked: SleepError[] = [];
  /** Strands of the author's code that may still go on by themselves. */
  #strands = 1;
  #atWork = 0;

  constructor(giveUp: (earliest: SleepError) => void) {
    this.#giveUp = giveUp;
  }

  async work<T>(step: () => Promise<T>): Promise<T> {
    this.#atWork += 1;
    try {
      return await step();
    } finally {
      this.#atWork -= 1;
      this.#look();
    }
  }

  park(sleep: SleepError): Promise<never> {
    this.#parked.push(sleep);
    this.#strands -= 1;
    this.#look();
    return new Promise<never>(() => undefined);
  }

  /** Runs branches as strands of their own; settles when each of them has. */
  async branches<T>(work: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    this.#strands += work.length - 1;
    const settled = await Promise.allSettled(work.map((branch) => this.#strand(branch)));
    this.#strands += 1;
    return settled;
  }

  async #strand<T>(branch: () => Promise<T>): Promise<T> {
    try {
      return await branch();
    } finally {
      this.#strands -= 1;
      this.#look();
    }
  }

  /** Later, so that code waiting for what has just settled can begin its next step first. */
  #look(): void {
    if (this.#isStill()) {
      setImmediate(() => {
        const earliest = this.#isStill() ? earliestOf(this.#parked) : undefined;
        if (earliest !== undefined) this.#giveUp(earliest);
      });
    }
  }

  #isStill(): boolean {
    return this.#strands <= 0 && this.#atWork === 0 && this.#parked.length > 0;
  }
}

function earliestOf(parked: readonly SleepError[]): SleepError | undefined {
  return parked.reduce<SleepError | undefined>(
    (earliest, sleep) => (earliest === undefined || sleep.resumeAt < earliest.resumeAt ? sleep : earliest),
    undefined,
  );
}
