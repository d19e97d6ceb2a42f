import { ConnectionError, ResponseError, TimeoutError } from '../base/errors.js';
import type { HttpAnswer, HttpRequest } from '../http/http-request.js';
import type { CallState, SendOne } from './careful-send.js';
import { retryAfterOf } from './retry-after.js';
import { pause } from './within.js';

const BASE_MS = 200;
/** The service has said that it is asked too often. */
const BASE_AFTER_429_MS = 1_000;
const CAP_MS = 20_000;
const LEAST_RETRY_AFTER_MS = 100;

/** Answers after which another may come: the request was not served, or not in time. */
const PASSING = new Set([429, 502, 503, 504]);

/** Repeated by themselves (RFC 9110 §9.2.2); PUT and DELETE only where the caller says so. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS']);

/** How many retries a Service Instance may still make: each success earns a tenth of one. */
export class RetryBudget {
  static readonly FULL = 10;
  #left = RetryBudget.FULL;

  earn(): void {
    this.#left = Math.min(RetryBudget.FULL, this.#left + 0.1);
  }

  spend(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

const budgets = new WeakMap<object, RetryBudget>();

function budgetOf(instance: object): RetryBudget {
  const budget = budgets.get(instance) ?? new RetryBudget();
  budgets.set(instance, budget);
  return budget;
}

/** Sends, and tries again what may be tried again, within the call's deadline and the instance's budget. */
export async function sendWithRetries(state: CallState, sendOne: SendOne): Promise<HttpAnswer> {
  const { instance, options, prepared } = state;
  const retries = mayBeRepeated(prepared.request, options.idempotent) ? instance.retries : 0;
  const budget = budgetOf(instance);
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await outcomeOf(sendOne, prepared.request);
    const delayMs = attempt < retries ? delayMsOf(outcome, attempt) : undefined;
    if (!isPassing(outcome)) budget.earn();
    const fits = delayMs !== undefined && performance.now() + delayMs < state.deadline;
    if (!fits || !budget.spend()) return settled(outcome);
    await pause(delayMs, options.signal);
  }
}

function mayBeRepeated(request: HttpRequest, saidSo: boolean | undefined): boolean {
  if (saidSo !== undefined) return saidSo;
  return IDEMPOTENT.has(request.verb.toUpperCase()) || request.headers['idempotency-key'] !== undefined;
}

/** What one request came to. */
export type Outcome = { readonly answer: HttpAnswer } | { readonly error: unknown };

function outcomeOf(sendOne: SendOne, request: HttpRequest): Promise<Outcome> {
  return sendOne(request).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
}

function settled(outcome: Outcome): HttpAnswer {
  if ('answer' in outcome) return outcome.answer;
  throw outcome.error;
}

function isPassing(outcome: Outcome): boolean {
  if ('answer' in outcome) return PASSING.has(outcome.answer.status);
  const { error } = outcome;
  // An answer that was cut has its cause; one that is too large or oddly encoded stays so.
  const isCut =
    error instanceof ResponseError && error.code === 'RESPONSE_MALFORMED' && error.cause !== undefined;
  return error instanceof ConnectionError || error instanceof TimeoutError || isCut;
}

/**
 * How long to wait before the next attempt, in milliseconds; undefined: it is over. Full jitter: callers that failed
 * together do not come back together.
 *
 * @param attempt how many there were before the one that led to this
 * @param chance from 0 to 1
 */
export function delayMsOf(outcome: Outcome, attempt: number, chance = Math.random()): number | undefined {
  if (!isPassing(outcome)) return undefined;
  const answer = 'answer' in outcome ? outcome.answer : undefined;
  const asked = answer && retryAfterOf(answer.headers);
  if (asked !== undefined) {
    const askedMs = Math.max(LEAST_RETRY_AFTER_MS, asked * 1000);
    return askedMs <= CAP_MS ? askedMs : undefined;
  }
  const baseMs = answer?.status === 429 ? BASE_AFTER_429_MS : BASE_MS;
  return chance * Math.min(CAP_MS, baseMs * 2 ** attempt);
}
