/**
 * The engine asks for work once per free slot. Here the first slot asks alone, and each answer that is not «none»
 * lets two more ask: a single finish costs three questions and not one per slot, an idle poll one.
 */
export class ClaimBurst {
  #claims: Promise<unknown>[] = [];

  /** Begins a new round of questions. */
  renew(): void {
    this.#claims = [];
  }

  claim<T>(ask: () => Promise<T | null>): Promise<T | null> {
    const parent = this.#claims[(this.#claims.length - 1) >> 1];
    const claim = parent === undefined ? ask() : parent.then((run) => (run === null ? null : ask()));
    this.#claims.push(claim);
    return claim;
  }
}
