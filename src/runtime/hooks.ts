import type { HttpAnswer, HttpRequest } from '../http/http-request.js';
import type { StreamedBody } from '../http/streamed-body.js';
import type { CallState, SendOne } from './careful-send.js';
import { readHttpHeaders } from './http-headers.js';
import { isElsewhere } from './is-elsewhere.js';
import { maskHeaders, maskSecrets, secretsIn } from './mask-secrets.js';
import { refuseCredentialHeaders } from './safe-transport.js';

/** A request as a hook sees it. Secrets are masked unless the hooks were given with `showSecrets`. */
export interface SeenRequest {
  /** `nwc › Tasks › Get_tasks`. */
  readonly method: string;
  readonly verb: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of files that are streamed no more than how many bytes they are, and how to read them. */
  readonly body?: string | Uint8Array | StreamedBody;
  /** 1 for the first request of a call; retries, redirects and a renewed token make more. */
  readonly attempt: number;
}

/** An answer as a hook sees it, headers masked like those of the request. */
export interface SeenAnswer {
  readonly HttpResponseCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly durationMs: number;
}

/** Functions around each request. What one of them throws ends the call. */
export interface Hooks {
  /** Headers that are given back are added, such as a signature. */
  readonly beforeSend?: (
    request: SeenRequest,
  ) => undefined | Readonly<Record<string, string>> | Promise<undefined | Readonly<Record<string, string>>>;
  readonly afterAnswer?: (request: SeenRequest, answer: SeenAnswer) => void | Promise<void>;
  /** Shows requests and answers as they are, credentials and all. */
  readonly showSecrets?: true;
}

/** Sends one request between the hooks. */
export async function hookedSend(
  state: CallState,
  request: HttpRequest,
  sendOne: SendOne,
): Promise<HttpAnswer> {
  const { hooks } = state.instance;
  if (hooks === undefined) return sendOne(request);
  const seen = seenRequest(state, request);
  const added = readHttpHeaders(await hooks.beforeSend?.(seen), `${state.plan.who}, hook beforeSend`);
  if (state.instance.isReadableOnTheWay) refuseCredentialHeaders(added, state.plan.who);
  state.secrets.push(...secretsIn(added));
  const startedAt = performance.now();
  const headers = isElsewhere(state, request) ? request.headers : { ...request.headers, ...added };
  const answer = await sendOne({ ...request, headers });
  await hooks.afterAnswer?.(seen, {
    HttpResponseCode: answer.status,
    headers: hooks.showSecrets === true ? answer.headers : maskHeaders(answer.headers, state.secrets),
    durationMs: performance.now() - startedAt,
  });
  return answer;
}

function seenRequest({ instance, plan, secrets, sent }: CallState, request: HttpRequest): SeenRequest {
  const { verb, origin, path, headers, body } = request;
  const plainly = instance.hooks?.showSecrets === true;
  const shownBody = plainly ? body : maskedBody(body, secrets);
  return {
    method: plan.who,
    verb,
    url: plainly ? origin + path : maskSecrets(origin + path, secrets),
    headers: plainly ? headers : maskHeaders(headers, secrets),
    ...(shownBody === undefined ? {} : { body: shownBody }),
    attempt: sent + 1,
  };
}

/** In bytes as well: a form may hold a password. */
function maskedBody(body: HttpRequest['body'], secrets: readonly string[]): HttpRequest['body'] {
  if (typeof body === 'string') return maskSecrets(body, secrets);
  if (!(body instanceof Uint8Array)) return body;
  const bytes = Buffer.from(body).toString('latin1');
  const masked = maskSecrets(bytes, secrets);
  return masked === bytes ? body : Buffer.from(masked, 'latin1');
}
