import { ResponseError, SerializationError, SettingError } from '../base/errors.js';
import type { HttpAnswer, HttpRequest } from '../http/http-request.js';
import { send } from '../http/send.js';
import { HTTP_HEADERS, HTTP_RESPONSE_CONTENT } from '../model/names.js';
import { authenticate, type CredentialParts } from './authenticate.js';
import { type CheckedInputs, checkInputs } from './check-inputs.js';
import { type DecodedAnswer, decodeAnswer, isSuccess, responseError, textOfAnswer } from './decode-answer.js';
import { type EncodedRequest, encodeRequest } from './encode-request.js';
import { readHttpHeaders } from './http-headers.js';
import { isSecretName, maskHeaders, secretsIn } from './mask-secrets.js';
import type { MethodPlan } from './method-plan.js';
import { type CallOptions, type OpenServiceInstance, positiveNumber } from './open-service-instance.js';
import { inputsOf, ownIgnoringCase } from './record.js';
import { httpOutputs, shapeOutputs } from './shape-outputs.js';

type Row = Record<string, unknown>;

/** A request as it goes out, and what in it must not be shown. */
export interface PreparedRequest {
  readonly request: HttpRequest;
  readonly secrets: readonly string[];
}

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
  const { answer, secrets } = await call(instance, plan, inputs, options);
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
  const { answer, secrets } = await call(instance, plan, inputs, options);
  if (!isSuccess(answer.status)) throw notSuccess(plan, answer, secrets);
  const decoded: DecodedAnswer = decodeAnswer(plan, answer, secrets, String);
  return { data: decoded.value, HttpResponseCode: answer.status, headers: answer.headers };
}

/** Inputs → the request with its credential: everything but the sending. */
export async function prepareRequest(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  inputs?: Row,
): Promise<PreparedRequest> {
  const given = inputsOf(inputs, plan.who);
  const checked = checkInputs(plan, given, instance.httpHeaders);
  const encoded = await encodeRequest(plan, checked, instance.addressOf(plan.definition));
  const own = instance.httpHeaders
    ? readHttpHeaders(ownIgnoringCase(given, HTTP_HEADERS), `${plan.who}, input ${HTTP_HEADERS}`)
    : {};
  const defaults = instance.defaultHeaders();
  const credential = await credentialFor(instance, plan);
  const headers = joinHeaders(encoded, [defaults, credential.headers, encoded.inputHeaders, own]);
  const { verb, origin, body } = encoded;
  const path = withQuery(encoded.path, credential.query);
  return {
    request: { verb, origin, path, headers, ...(body === undefined ? {} : { body }) },
    secrets: [
      ...credential.secrets,
      ...instance.secretHeaders.flatMap((name) => defaults[name] ?? []),
      ...secretsIn(headers),
      ...secretInputs(plan, checked),
    ],
  };
}

type Headers = Readonly<Record<string, string>>;

/** Later ones go before earlier ones; cookies are joined (RFC 6265 §4.2.1). */
function joinHeaders(encoded: EncodedRequest, layers: readonly Headers[]): Headers {
  const cookies = [...encoded.cookies, ...layers.flatMap((headers) => headers['cookie'] ?? [])];
  return {
    ...encoded.headers,
    ...Object.assign({}, ...layers),
    ...(encoded.fixedContentType === undefined ? {} : { 'content-type': encoded.fixedContentType }),
    ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }),
  };
}

/** Parameters that by their name are credentials. */
function secretInputs(plan: MethodPlan, checked: CheckedInputs): string[] {
  return plan.inputs.flatMap(({ name, in: place }, index) => {
    const value = checked[index]?.value;
    return typeof value === 'string' && place !== 'path' && isSecretName(name) ? [value] : [];
  });
}

async function call(
  instance: OpenServiceInstance,
  plan: MethodPlan,
  inputs: Row | undefined,
  options: CallOptions,
): Promise<{ answer: HttpAnswer; secrets: readonly string[] }> {
  const { timeoutMs = instance.timeoutMs, signal } = checkOptions(options, plan.who);
  signal?.throwIfAborted();
  const { request, secrets } = await prepareRequest(instance, plan, inputs);
  try {
    const answer = await send(request, {
      who: plan.who,
      timeoutMs,
      maxBytes: instance.maxResponseBytes,
      ...(signal === undefined ? {} : { signal }),
      ...(instance.dispatcher === undefined ? {} : { dispatcher: instance.dispatcher }),
    });
    return { answer, secrets };
  } catch (error) {
    // What an answer's headers echo is known to be secret only here.
    if (error instanceof ResponseError)
      Object.assign(error, { headers: maskHeaders(error.headers, secrets) });
    throw error;
  }
}

function checkOptions(options: CallOptions, who: string): CallOptions {
  if (options.timeoutMs !== undefined) positiveNumber(options.timeoutMs, who, 'timeoutMs');
  if (options.signal === undefined || options.signal instanceof AbortSignal) return options;
  throw new SettingError('SETTING_INVALID', {
    who,
    what: 'signal is no AbortSignal',
    advice: 'Pass the signal of an AbortController, or AbortSignal.timeout(…)',
  });
}

function credentialFor(
  instance: OpenServiceInstance,
  plan: MethodPlan,
): Promise<CredentialParts> | CredentialParts {
  if (plan.definition.anonymous === true) return { headers: {}, secrets: [] };
  return authenticate(instance.authentication, `Service Instance ${instance.name}, authentication`);
}

function withQuery(path: string, pair: string | undefined): string {
  if (pair === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${pair}`;
}

function notSuccess(plan: MethodPlan, answer: HttpAnswer, secrets: readonly string[]): Error {
  return responseError(
    plan,
    'RESPONSE_NOT_SUCCESS',
    `the service answered ${answer.status}`,
    answer,
    secrets,
  );
}
