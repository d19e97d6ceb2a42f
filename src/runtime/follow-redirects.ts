import { ResponseError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import type { HttpAnswer, HttpRequest } from '../http/http-request.js';
import type { CallState, SendOne } from './careful-send.js';
import { maskHeaders, maskSecrets } from './mask-secrets.js';
import { withQuery } from './prepare-request.js';
import { isInside } from './same-place.js';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Off its origin a request keeps only these: whatever else it has may be a credential. */
const KEPT_ELSEWHERE = new Set(['accept', 'accept-encoding', 'accept-language']);

/** Describes a body, and goes with it. */
const OF_THE_BODY = /^content-/;

/**
 * Sends, and follows as many redirects as the instance allows (RFC 9110 §15.4).
 *
 * @throws ResponseError `REDIRECT_REFUSED`
 */
export async function followRedirects(
  state: CallState,
  first: HttpRequest,
  sendOne: SendOne,
): Promise<HttpAnswer> {
  let request = first;
  for (let followed = 0; ; followed += 1) {
    const answer = await sendOne(request);
    const location = answer.headers['location'];
    if (state.instance.redirects === 0 || !REDIRECTS.has(answer.status) || location === undefined)
      return answer;
    if (followed === state.instance.redirects)
      throw refused(state, answer, `the service redirected more than ${followed} times`);
    request = redirected(state, request, answer, location);
  }
}

function redirected(state: CallState, from: HttpRequest, answer: HttpAnswer, location: string): HttpRequest {
  const target = targetOf(state, from, answer, location);
  const { verb, body, headers } = from;
  const dropsBody = isTurnedIntoGet(verb, answer.status);
  const { origin, basePath } = state.instance.addressOf(state.plan.definition);
  const path = target.pathname + target.search;
  if (from.origin === origin && isInside(target, origin, basePath)) {
    return {
      verb: dropsBody ? 'GET' : verb,
      origin,
      path: withQuery(path, state.prepared.credentialQuery),
      headers: dropsBody ? headersWithout(headers, (name) => OF_THE_BODY.test(name)) : headers,
      ...(dropsBody || body === undefined ? {} : { body }),
    };
  }
  if (!dropsBody && body !== undefined)
    throw refused(
      state,
      answer,
      `the service redirected a body to ${quoted(target.origin)}, which is not its own`,
    );
  return {
    verb: dropsBody ? 'GET' : verb,
    origin: target.origin,
    path,
    headers: headersWithout(headers, (name) => !KEPT_ELSEWHERE.has(name)),
  };
}

/** RFC 9110 §15.4.2 to 15.4.4: 303 always asks for the answer; after 301 and 302, as every client does, POST too. */
function isTurnedIntoGet(verb: string, status: number): boolean {
  if (status === 303) return verb !== 'GET' && verb !== 'HEAD';
  return (status === 301 || status === 302) && verb === 'POST';
}

function targetOf(state: CallState, from: HttpRequest, answer: HttpAnswer, location: string): URL {
  const base = from.origin + from.path;
  const address = asUtf8(location);
  if (!URL.canParse(address, base)) throw refused(state, answer, 'the service redirected to no address');
  const target = new URL(address, base);
  if (target.username !== '' || target.password !== '')
    throw refused(state, answer, 'the service redirected to an address with a user name in it');
  const isReadable = target.protocol === 'http:' && from.origin.startsWith('https:');
  if (isReadable || !/^https?:$/.test(target.protocol))
    throw refused(
      state,
      answer,
      `the service redirected from ${schemeOf(from)} to ${quoted(target.protocol)}`,
    );
  return target;
}

function schemeOf({ origin }: HttpRequest): string {
  return origin.startsWith('https:') ? 'https' : 'http';
}

/** Headers arrive byte for byte; an address that is no ASCII is UTF-8 nearly always. */
function asUtf8(location: string): string {
  const text = Buffer.from(location, 'latin1').toString();
  return text.includes('\ufffd') ? location : text;
}

function headersWithout(
  headers: Readonly<Record<string, string>>,
  isDropped: (name: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isDropped(name)));
}

function refused({ plan, secrets }: CallState, answer: HttpAnswer, what: string): ResponseError {
  return new ResponseError('REDIRECT_REFUSED', {
    who: plan.who,
    what: maskSecrets(what, secrets),
    advice: 'Set the service URL to the address that answers; a redirect is not followed there',
    HttpResponseCode: answer.status,
    headers: maskHeaders(answer.headers, secrets),
    body: '',
  });
}
