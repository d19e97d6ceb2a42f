import type { Dispatcher } from 'undici';

/** A pool of connections that is nobody else's, so that it can be closed; made at the first request. */
export class OwnConnections {
  readonly #connectTimeoutMs: number | undefined;
  #pool: Dispatcher | undefined;

  /** @param connectTimeoutMs until a connection stands, TLS included; undici's own default is 10 s */
  constructor(connectTimeoutMs: number | undefined) {
    this.#connectTimeoutMs = connectTimeoutMs;
  }

  pool({ Agent }: typeof import('undici')): Dispatcher {
    const timeout = this.#connectTimeoutMs;
    this.#pool ??= new Agent(timeout === undefined ? {} : { connect: { timeout } });
    return this.#pool;
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}
