import { type Dispatcher, getGlobalDispatcher } from 'undici';
import { AnswerReceiver } from './answer-receiver.js';
import { connectionFailed, timedOut } from './call-failures.js';
import type { HttpAnswer, HttpRequest } from './http-request.js';

export interface SendOptions {
  /** Whose call it is, for messages: `nwc › Tasks › Get_tasks`. */
  readonly who: string;
  /** For the whole call, from connecting to the last byte. */
  readonly timeoutMs: number;
  /** Of the body with its content encoding taken off. */
  readonly maxBytes: number;
  /** The caller's own way to end the call. */
  readonly signal?: AbortSignal;
  /** Instead of undici's global one. */
  readonly dispatcher?: Dispatcher;
}

// Node fires a timer with a longer delay at once.
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Sends one request once and gives the whole answer, whatever its status. Follows no redirect and repeats nothing.
 *
 * @throws ConnectionError CONNECTION_FAILED where there was no answer: DNS, refused, reset, TLS, not HTTP
 * @throws TimeoutError TIMEOUT
 * @throws ResponseError RESPONSE_TOO_LARGE, or RESPONSE_MALFORMED for a cut, damaged or unknown encoded body
 * @throws the reason of `options.signal`, as it is
 */
export function send(request: HttpRequest, options: SendOptions): Promise<HttpAnswer> {
  if (options.signal?.aborted) return Promise.reject(options.signal.reason);
  return new Promise((resolve, reject) => {
    new Exchange(request, options, resolve, reject).start(options.dispatcher ?? getGlobalDispatcher());
  });
}

/** One call under way. It settles itself when it is given up: undici only listens once it is connected. */
class Exchange extends AnswerReceiver {
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal | undefined;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort: (() => void) | undefined;

  constructor(
    request: HttpRequest,
    { who, timeoutMs, maxBytes, signal }: SendOptions,
    resolve: (answer: HttpAnswer) => void,
    reject: (reason: unknown) => void,
  ) {
    super({ who, request }, maxBytes);
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(onTimeout, Math.min(timeoutMs, MAX_TIMER_MS), this);
    if (signal === undefined) return;
    this.#onAbort = (): void => this.#giveUp(signal.reason);
    signal.addEventListener('abort', this.#onAbort);
  }

  start(dispatcher: Dispatcher): void {
    const { verb, origin, path, headers, body } = this.call.request;
    try {
      dispatcher.dispatch(
        {
          method: verb as Dispatcher.HttpMethod,
          origin,
          path,
          headers,
          body: body ?? null,
          // One timer bounds the whole call; undici's own, reset by each byte, could only cut a longer one short.
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        this,
      );
    } catch (cause) {
      this.onFailure(connectionFailed(this.call, cause));
    }
  }

  onTimeout(): void {
    this.#giveUp(timedOut(this.call, this.#timeoutMs));
  }

  protected override onAnswer(answer: HttpAnswer): void {
    this.#settle();
    this.#resolve(answer);
  }

  protected override onFailure(error: unknown): void {
    this.#settle();
    this.#reject(error);
  }

  #giveUp(reason: unknown): void {
    this.onFailure(reason);
    this.stop(reason);
  }

  #settle(): void {
    clearTimeout(this.#timer);
    if (this.#onAbort !== undefined) this.#signal?.removeEventListener('abort', this.#onAbort);
  }
}

function onTimeout(exchange: Exchange): void {
  exchange.onTimeout();
}
