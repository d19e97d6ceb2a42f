import { SettingError } from '../base/errors.js';

/** The calls of one Service Instance that are under way, and whether there may be more. */
export class RunningCalls {
  #count = 0;
  #closed = false;
  #admits = false;
  #whenNone: (() => void)[] = [];

  /** @throws SettingError `DISCONNECTED` */
  enter(who: string): void {
    if (this.#closed && !this.#admits) {
      throw new SettingError('DISCONNECTED', {
        who,
        what: 'its Service Instance was disconnected; nothing was sent',
        advice: 'Connect once more, and disconnect after the last call',
      });
    }
    this.#count += 1;
  }

  /** Begins a call that has entered once already: it goes on, though no further one may be let in by now. */
  goOn<T>(begin: () => T): T {
    this.#admits = true;
    try {
      return begin();
    } finally {
      this.#admits = false;
    }
  }

  leave(): void {
    this.#count -= 1;
    if (this.#count === 0) for (const tell of this.#whenNone.splice(0)) tell();
  }

  /** Lets no further call in, and waits for those that are under way: each ends by its own deadline. */
  close(): Promise<void> {
    this.#closed = true;
    if (this.#count === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenNone.push(resolve));
  }
}
