import { SettingError, TimeoutError } from '../base/errors.js';
import type { HttpAnswer } from '../http/http-request.js';
import { send } from '../http/send.js';
import { CALL_CHANNELS } from './call-channels.js';
import type { CallOptions } from './call-options.js';
import { expectManyCalls } from './expect-many-calls.js';
import { maskedError } from './mask-secrets.js';
import type { MethodPlan } from './method-plan.js';
import { positiveNumber } from './number-setting.js';
import type { OpenServiceInstance } from './open-service-instance.js';
import { type PreparedRequest, prepareRequest, takesFiles } from './prepare-request.js';
import { within } from './within.js';

type Row = Record<string, unknown>;

/** One call's answer, whatever its status, and what in it must not be shown. */
export interface CalledMethod {
  readonly answer: HttpAnswer;
  readonly secrets: readonly string[];
  /** Path and query that were asked for, without a credential. */
  readonly asked: string;
}

/** Where the API package of OpenTelemetry, any copy of it, registers what an application has set up. */
const OPEN_TELEMETRY = Symbol.for('opentelemetry.js.api.1');

/**
 * Makes one call: inputs → the answer of the service.
 *
 * @param pagePath path and query of a further page
 */
export async function callMethod(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  inputs: Row | undefined,
  options: CallOptions,
  pagePath?: string,
): Promise<CalledMethod> {
  checkOptions(options, plan.who);
  options.signal?.throwIfAborted();
  instance.running.enter(plan.who);
  try {
    const { start, end, error } = CALL_CHANNELS;
    const act = (): Promise<CalledMethod> => exchange(instance, plan, inputs, options, pagePath);
    if (!start.hasSubscribers && !end.hasSubscribers && !error.hasSubscribers) return await act();
    const { publishCall } = await import('./publish-call.js');
    return await publishCall(instance, plan, act);
  } finally {
    instance.running.leave();
  }
}

async function exchange(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  inputs: Row | undefined,
  options: CallOptions,
  pagePath: string | undefined,
): Promise<CalledMethod> {
  const { timeoutMs = instance.timeoutMs, token } = options;
  const { accessToken } = instance;
  const waits = instance.awaitsCredential || typeof token === 'function' || takesFiles(plan);
  const startedAt = waits ? performance.now() : 0;
  const prepare = (givenUp?: AbortSignal): Promise<PreparedRequest> =>
    prepareRequest(instance, plan, inputs, { pagePath, accessToken, token, givenUp });
  const prepared = waits ? await preparedInTime(plan, prepare, timeoutMs, options.signal) : await prepare();
  const leftMs = waits ? Math.max(1, timeoutMs - (performance.now() - startedAt)) : timeoutMs;
  if (isPlain(instance, options)) return await sendPlainly(instance, plan, prepared, leftMs, options.signal);
  const { sendCarefully } = await import('./careful-send.js');
  return await sendCarefully({ instance, plan, prepared, options, timeoutMs: leftMs });
}

async function preparedInTime(
  plan: MethodPlan,
  prepare: (givenUp: AbortSignal) => Promise<PreparedRequest>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<PreparedRequest> {
  const givenUp = new AbortController();
  try {
    return await within(prepare(givenUp.signal), timeoutMs, signal, () => unprepared(plan, timeoutMs));
  } catch (error) {
    givenUp.abort();
    throw error;
  }
}

/** Whether one request is all there is to a call. */
function isPlain(instance: OpenServiceInstance, options: CallOptions): boolean {
  if (!instance.sendsPlainly || options.headersTimeoutMs !== undefined) return false;
  return options.bodyTimeoutMs === undefined && Reflect.get(globalThis, OPEN_TELEMETRY) === undefined;
}

async function sendPlainly(
  { maxResponseBytes, dispatcher }: OpenServiceInstance,
  { who }: MethodPlan,
  { request, secrets, asked }: PreparedRequest,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<CalledMethod> {
  try {
    const answer = await send(request, {
      who,
      timeoutMs,
      maxBytes: maxResponseBytes,
      ...(signal === undefined ? {} : { signal }),
      ...(dispatcher === undefined ? {} : { dispatcher }),
    });
    return { answer, secrets, asked };
  } catch (error) {
    throw maskedError(error, secrets);
  }
}

function checkOptions(options: CallOptions, who: string): void {
  for (const name of ['timeoutMs', 'headersTimeoutMs', 'bodyTimeoutMs'] as const) {
    const value = options[name];
    if (value !== undefined) positiveNumber(value, who, name);
  }
  if (options.signal === undefined) return;
  if (options.signal instanceof AbortSignal) {
    expectManyCalls(options.signal);
    return;
  }
  throw new SettingError('SETTING_INVALID', {
    who,
    what: 'signal is no AbortSignal',
    advice: 'Pass the signal of an AbortController, or AbortSignal.timeout(…)',
  });
}

function unprepared(plan: MethodPlan, timeoutMs: number): TimeoutError {
  return new TimeoutError('TIMEOUT', {
    who: plan.who,
    what: `the credential or a file was not there within ${timeoutMs} ms; nothing was sent`,
    advice: 'Allow more time, or see what the credential waits for',
  });
}
