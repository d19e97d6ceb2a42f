/**
 * Work of this process that has not been recorded yet. When a lease runs out while its step is at work — the
 * machine slept, the clock was put forward — the same process may be given the run again: it then waits for the
 * call that is under way and does not make a second one.
 */
export class InFlight {
  readonly #calls = new Map<string, Promise<string>>();

  join(key: string, work: () => Promise<string>): Promise<string> {
    const known = this.#calls.get(key);
    if (known !== undefined) return known;
    const call = work().finally(() => this.#calls.delete(key));
    this.#calls.set(key, call);
    return call;
  }
}
