/** Everything that may go around `send`: redirects, retries, a renewed token, hooks, spans. Loaded when first wanted. */
import { ConnectionError, ResponseError, TimeoutError } from '../base/errors.js';
import type { HttpAnswer, HttpRequest } from '../http/http-request.js';
import { type SendOptions, send } from '../http/send.js';
import { authorization } from './authorization-format.js';
import type { CalledMethod } from './call-method.js';
import type { CallOptions } from './call-options.js';
import { followRedirects } from './follow-redirects.js';
import { hookedSend } from './hooks.js';
import { maskedError } from './mask-secrets.js';
import type { MethodPlan } from './method-plan.js';
import type { OpenServiceInstance } from './open-service-instance.js';
import type { PreparedRequest } from './prepare-request.js';
import { sendWithRetries } from './retry.js';
import { spannedSend } from './spans.js';
import { within } from './within.js';

/** One call that is more than one plain request. */
export interface CarefulCall {
  readonly instance: OpenServiceInstance;
  readonly plan: MethodPlan;
  readonly prepared: PreparedRequest;
  readonly options: CallOptions;
  /** What is left for the call as a whole. */
  readonly timeoutMs: number;
}

/** A call under way: what all of its requests share. */
export interface CallState extends CarefulCall {
  /** By `performance.now()`. */
  readonly deadline: number;
  /** Grows when a token is renewed. */
  readonly secrets: string[];
  /** Requests sent so far. */
  sent: number;
  /** The Authorization header of a token that was renewed for this call. */
  renewed: string | undefined;
}

export type SendOne = (request: HttpRequest) => Promise<HttpAnswer>;

/** @throws as `send`; SettingError, ResponseError `CREDENTIAL_REFUSED`, `REDIRECT_REFUSED` */
export async function sendCarefully(call: CarefulCall): Promise<CalledMethod> {
  const state: CallState = {
    ...call,
    deadline: performance.now() + call.timeoutMs,
    secrets: [...call.prepared.secrets],
    sent: 0,
    renewed: undefined,
  };
  const options = sendOptionsOf(state);
  const sendOne: SendOne = (request) =>
    hookedSend(state, request, (hooked) =>
      spannedSend(state, hooked, (spanned) => timed(state, spanned, options)),
    );
  const renewing: SendOne = (request) => sendRenewing(state, request, sendOne);
  const following: SendOne = (request) => followRedirects(state, request, renewing);
  try {
    const work = sendWithRetries(state, following);
    const answer = await within(work, call.timeoutMs, call.options.signal, () => late(state));
    return { answer, secrets: state.secrets, asked: call.prepared.asked };
  } catch (error) {
    throw maskedError(error, state.secrets);
  }
}

type FixedOptions = Omit<SendOptions, 'timeoutMs'>;

function sendOptionsOf({ instance, plan, options }: CallState): FixedOptions {
  const { dispatcher } = instance;
  return {
    who: plan.who,
    maxBytes: instance.maxResponseBytes,
    headersTimeoutMs: options.headersTimeoutMs ?? instance.headersTimeoutMs,
    bodyTimeoutMs: options.bodyTimeoutMs ?? instance.bodyTimeoutMs,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(dispatcher === undefined ? {} : { dispatcher }),
  };
}

async function timed(state: CallState, request: HttpRequest, options: FixedOptions): Promise<HttpAnswer> {
  const leftMs = state.deadline - performance.now();
  // A hook may have taken its time: what was given up is not sent any more.
  if (leftMs <= 0) throw late(state);
  state.sent += 1;
  try {
    return await send(request, { ...options, timeoutMs: leftMs });
  } catch (error) {
    throw overdue(state, error) ?? error;
  }
}

const OVERDUE: ReadonlyMap<unknown, string> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'no connection came about in time (connectTimeoutMs)'],
  ['UND_ERR_HEADERS_TIMEOUT', 'the answer did not begin in time (headersTimeoutMs)'],
  ['UND_ERR_BODY_TIMEOUT', 'the answer stopped on its way (bodyTimeoutMs)'],
]);

/** What undici timed is a TimeoutError as well. */
function overdue(state: CallState, error: unknown): TimeoutError | undefined {
  // What was left for one request says less than the time of the whole call.
  if (error instanceof TimeoutError) return late(state);
  if (!(error instanceof ConnectionError || error instanceof ResponseError)) return undefined;
  const { cause } = error;
  const what = cause instanceof Error && 'code' in cause ? OVERDUE.get(cause.code) : undefined;
  if (what === undefined) return undefined;
  return new TimeoutError('TIMEOUT', { who: state.plan.who, what, advice: 'Allow more time', cause });
}

function late({ plan, timeoutMs }: CallState): TimeoutError {
  return new TimeoutError('TIMEOUT', {
    who: plan.who,
    what: `no whole answer within ${Math.round(timeoutMs)} ms`,
    advice: 'Allow more time, or ask for less at once',
  });
}

/**
 * A 401 says that nothing was executed, so a call may go out once more with a new token: once, and only where the
 * refused token was ours and not one the caller had put in its place. What follows, a retry or a redirect, has the
 * new one.
 */
async function sendRenewing(state: CallState, request: HttpRequest, sendOne: SendOne): Promise<HttpAnswer> {
  const { instance, prepared, renewed } = state;
  const { accessToken } = prepared;
  // Where a redirect led elsewhere, no token is sent.
  const isOurs = request.headers['authorization'] === prepared.request.headers['authorization'];
  if (accessToken === undefined || !isOurs) return sendOne(request);
  if (renewed !== undefined) return sendOne(withAuthorization(request, renewed));
  const answer = await sendOne(request);
  const { authentication, tokens } = instance;
  if (answer.status !== 401 || authentication.mode !== 'oauth' || tokens.held === undefined) return answer;
  const token = await tokens.held.renewed(accessToken);
  state.secrets.push(token);
  state.renewed = authorization(authentication.format ?? 'Bearer {0}', [token]);
  return sendOne(withAuthorization(request, state.renewed));
}

function withAuthorization(request: HttpRequest, value: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: value } };
}
