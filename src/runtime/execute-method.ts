import { SerializationError } from '../base/errors.js';
import type { HttpAnswer } from '../http/http-request.js';
import { HTTP_RESPONSE_CONTENT } from '../model/names.js';
import { callMethod } from './call-method.js';
import type { CallOptions } from './call-options.js';
import { type DecodedAnswer, decodeAnswer, isSuccess, responseError, textOfAnswer } from './decode-answer.js';
import type { MethodPlan } from './method-plan.js';
import type { OpenServiceInstance } from './open-service-instance.js';
import { retryAfterOf } from './retry-after.js';
import { httpOutputs, shapeOutputs } from './shape-outputs.js';

export { type PreparedRequest, prepareRequest } from './prepare-request.js';

type Row = Record<string, unknown>;

/**
 * Runs one Method and gives its outputs.
 *
 * @throws InputError, SerializationError before anything is sent
 * @throws SettingError `CREDENTIAL_MISSING`
 * @throws ConnectionError, TimeoutError when no whole answer came
 * @throws ResponseError for an answer without success (unless break-on-error is off) or a malformed one
 */
export async function executeMethod(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  inputs?: Row,
  options: CallOptions = {},
): Promise<Row> {
  const { answer, secrets } = await callMethod(instance, plan, inputs, options);
  const common = httpOutputs(answer.status, answer.headers, instance.httpResponseHeaders);
  if (isSuccess(answer.status)) return { ...outputsOf(plan, answer, secrets), ...common };
  if (options.breakOnError ?? instance.breakOnError) throw notSuccess(plan, answer, secrets);
  return { ...common, [HTTP_RESPONSE_CONTENT]: textOfAnswer(answer) };
}

function outputsOf(plan: MethodPlan, answer: HttpAnswer, secrets: readonly string[]): Row {
  const decoded = decodeAnswer(plan, answer, secrets);
  try {
    return shapeOutputs(plan, decoded);
  } catch (cause) {
    if (!(cause instanceof SerializationError)) throw cause;
    throw responseError(plan, 'RESPONSE_MALFORMED', 'the answer is nested too deep', answer, secrets);
  }
}

/** An answer with its body as typed data. */
export interface DataAnswer<Data> {
  /** The body, as the descriptor describes it; not serialized. */
  readonly data: Data;
  readonly HttpResponseCode: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Runs one Method and gives its answer unserialized.
 *
 * @throws as `executeMethod`; an answer without success always throws
 */
export async function executeForData(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  inputs?: Row,
  options: CallOptions = {},
): Promise<DataAnswer<unknown>> {
  const { answer, secrets } = await callMethod(instance, plan, inputs, options);
  if (!isSuccess(answer.status)) throw notSuccess(plan, answer, secrets);
  const decoded: DecodedAnswer = decodeAnswer(plan, answer, secrets, String);
  return { data: decoded.value, HttpResponseCode: answer.status, headers: answer.headers };
}

/** The error for an answer without success, with what its Retry-After asks for. */
export function notSuccess(plan: MethodPlan, answer: HttpAnswer, secrets: readonly string[]): Error {
  const what = `the service answered ${answer.status}`;
  const error = responseError(plan, 'RESPONSE_NOT_SUCCESS', what, answer, secrets);
  const retryAfter = retryAfterOf(answer.headers);
  return retryAfter === undefined ? error : Object.assign(error, { retryAfter });
}
