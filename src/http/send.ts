import type { Dispatcher } from 'undici';
import { AnswerReceiver } from './answer-receiver.js';
import { connectionFailed, timedOut } from './call-failures.js';
import type { HttpAnswer, HttpRequest } from './http-request.js';
import { OwnConnections } from './own-connections.js';
import { StreamedBody } from './streamed-body.js';
import { loadedUndici, loadUndici } from './undici.js';

export interface SendOptions {
  /** Whose call it is, for messages: `nwc › Tasks › Get_tasks`. */
  readonly who: string;
  /** For the whole call, from connecting to the last byte. */
  readonly timeoutMs: number;
  /** Of the body with its content encoding taken off. */
  readonly maxBytes: number;
  /** The caller's own way to end the call. */
  readonly signal?: AbortSignal;
  /** Until the last of the answer's headers; absent: only `timeoutMs` counts. */
  readonly headersTimeoutMs?: number | undefined;
  /** Between two pieces of the answer's body; absent: only `timeoutMs` counts. */
  readonly bodyTimeoutMs?: number | undefined;
  /** Instead of undici's global one. */
  readonly dispatcher?: Dispatcher | OwnConnections;
}

// Node fires a timer with a longer delay at once.
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Sends one request once and gives the whole answer, whatever its status. Follows no redirect and repeats nothing.
 *
 * @throws ConnectionError CONNECTION_FAILED where there was no answer: DNS, refused, reset, TLS, not HTTP
 * @throws TimeoutError TIMEOUT
 * @throws ResponseError RESPONSE_TOO_LARGE, or RESPONSE_MALFORMED for a cut, damaged or unknown encoded body
 * @throws the reason of `options.signal`, as it is; what reading a streamed body throws on purpose
 */
export function send(request: HttpRequest, options: SendOptions): Promise<HttpAnswer> {
  const undici = loadedUndici();
  return undici === undefined
    ? loadUndici().then((justLoaded) => exchange(justLoaded, request, options))
    : exchange(undici, request, options);
}

function exchange(
  undici: typeof import('undici'),
  request: HttpRequest,
  options: SendOptions,
): Promise<HttpAnswer> {
  const { dispatcher: given, signal } = options;
  if (signal?.aborted) return Promise.reject(signal.reason);
  const dispatcher =
    given instanceof OwnConnections ? given.pool(undici) : (given ?? undici.getGlobalDispatcher());
  return new Promise((resolve, reject) => {
    const started = new Exchange(request, options, resolve, reject);
    if (dispatcher instanceof undici.Dispatcher) started.start(dispatcher, started);
    else startWithEither(started, dispatcher);
  });
}

/** A dispatcher of another copy of undici may be an older one. */
async function startWithEither(started: Exchange, dispatcher: Dispatcher): Promise<void> {
  const { handlerForEither } = await import('./older-dispatcher.js');
  started.start(dispatcher, handlerForEither(started));
}

/** One call under way. It settles itself when it is given up: undici only listens once it is connected. */
class Exchange extends AnswerReceiver {
  readonly #options: SendOptions;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort: (() => void) | undefined;

  constructor(
    request: HttpRequest,
    options: SendOptions,
    resolve: (answer: HttpAnswer) => void,
    reject: (reason: unknown) => void,
  ) {
    const { who, timeoutMs, maxBytes, signal } = options;
    super({ who, request }, maxBytes);
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(onTimeout, Math.min(timeoutMs, MAX_TIMER_MS), this);
    if (signal === undefined) return;
    this.#onAbort = (): void => this.#giveUp(signal.reason);
    signal.addEventListener('abort', this.#onAbort);
  }

  start(dispatcher: Dispatcher, handler: Dispatcher.DispatchHandler): void {
    const { headersTimeoutMs = 0, bodyTimeoutMs = 0 } = this.#options;
    const { verb, origin, path, headers, body } = this.call.request;
    try {
      dispatcher.dispatch(
        {
          method: verb as Dispatcher.HttpMethod,
          origin,
          path,
          headers,
          body: body instanceof StreamedBody ? body.readable() : (body ?? null),
          // One timer bounds the whole call; undici's own, reset by each byte, could only cut a longer one short.
          headersTimeout: headersTimeoutMs,
          bodyTimeout: bodyTimeoutMs,
        },
        handler,
      );
    } catch (cause) {
      this.onFailure(connectionFailed(this.call, cause));
    }
  }

  onTimeout(): void {
    this.#giveUp(timedOut(this.call, this.#options.timeoutMs));
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
    if (this.#onAbort !== undefined) this.#options.signal?.removeEventListener('abort', this.#onAbort);
  }
}

function onTimeout(exchange: Exchange): void {
  exchange.onTimeout();
}
