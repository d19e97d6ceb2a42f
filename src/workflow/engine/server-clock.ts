/** How long a comparison holds: machines that sleep, and servers that are replaced, put clocks out of step. */
const HOLDS_MS = 60_000;

/**
 * The time on a database server, told from here without asking each time: counted on from the last comparison by a
 * clock that nobody can set. So it does not jump with this machine's, and is the same for every process but for the
 * time that the answer took.
 */
export class ServerClock {
  readonly #ask: () => Promise<number>;
  #serverMs = 0;
  #comparedMs = Number.NEGATIVE_INFINITY;
  #isAsking = false;

  private constructor(ask: () => Promise<number>) {
    this.#ask = ask;
  }

  /** @param ask gives the server's time in milliseconds since 1970 */
  static async compare(ask: () => Promise<number>): Promise<ServerClock> {
    const clock = new ServerClock(ask);
    await clock.#compare();
    return clock;
  }

  nowMs(): number {
    const sinceMs = performance.now() - this.#comparedMs;
    // A server that does not answer is told by whoever needs its answer.
    if (sinceMs > HOLDS_MS && !this.#isAsking) void this.#compare().catch(() => undefined);
    return Math.floor(this.#serverMs + sinceMs);
  }

  async #compare(): Promise<void> {
    this.#isAsking = true;
    try {
      this.#serverMs = await this.#ask();
      // As if the answer had taken no time: never ahead of the server, so that what is due is due there too.
      this.#comparedMs = performance.now();
    } finally {
      this.#isAsking = false;
    }
  }
}
