import { ResponseError, RestBrokerError } from '../../base/errors.js';
import { percentDecoded } from '../../base/percent-decoded.js';
import { quoted, visibleText } from '../../base/visible-text.js';
import { KNOWN_CODINGS } from '../../http/decode-content.js';
import type { HttpAnswer } from '../../http/http-request.js';
import { send } from '../../http/send.js';
import type { Validators } from '../descriptor.js';
import type { LoadLimits } from '../load-limits.js';
import { shownUrl } from '../shown-location.js';
import { SourceFailure } from '../source-failure.js';
import { tooLarge } from '../too-large.js';

/** How a file is fetched. */
export interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly limits: LoadLimits;
  /** The text that is at hand: only another one is wanted. */
  readonly known?: Validators;
}

/** A redirect that leads to another origin. */
export class RedirectRefused extends SourceFailure {}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The bytes at a URL. Redirects are followed within the URL's own origin only, so headers and credentials go
 * nowhere else.
 *
 * @throws SourceFailure DESCRIPTOR_NOT_FETCHED, DESCRIPTOR_TOO_LARGE
 */
export async function fetchBytes(url: URL, options: FetchOptions): Promise<Uint8Array> {
  return (await fetchAnswer(url, options)).body;
}

/**
 * The answer of a URL, its bytes with what came with them: of status 200 or, where one text is known already and is
 * still the one there, 304. Redirects are followed within the URL's own origin only.
 *
 * @throws SourceFailure DESCRIPTOR_NOT_FETCHED, DESCRIPTOR_TOO_LARGE
 */
export async function fetchAnswer(url: URL, options: FetchOptions): Promise<HttpAnswer> {
  let address = url;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const answer = await fetchOnce(address, withCredentials(url, options));
    if (answer.status === 200 || (answer.status === 304 && options.known !== undefined)) return answer;
    if (!REDIRECTS.has(answer.status)) throw wrongStatus(answer.status);
    address = redirectTarget(address, answer);
  }
  throw notFetched(`answers with more than ${MAX_REDIRECTS} redirects`, 'Name the address they end at');
}

async function fetchOnce(url: URL, { headers, timeoutMs, limits }: FetchOptions): Promise<HttpAnswer> {
  const request = { verb: 'GET', origin: url.origin, path: url.pathname + url.search, headers };
  try {
    return await send(request, { who: shownUrl(url), timeoutMs, maxBytes: limits.maxBytes });
  } catch (cause) {
    throw fetchFailure(cause, timeoutMs, limits);
  }
}

function fetchFailure(cause: unknown, timeoutMs: number, limits: LoadLimits): unknown {
  if (!(cause instanceof RestBrokerError)) return cause;
  if (cause.code === 'RESPONSE_TOO_LARGE') return tooLarge('maxBytes', limits);
  if (cause.code === 'TIMEOUT') {
    const advice =
      'Try again, or raise fetchTimeoutMs; for a command with REST_BROKER_LIMITS=fetchTimeoutMs=number';
    return notFetched(`did not arrive within ${timeoutMs} ms`, advice, cause);
  }
  if (cause instanceof ResponseError) return notFetched('arrived cut off or damaged', 'Try again', cause);
  const advice =
    'Check the address and the network; NODE_EXTRA_CA_CERTS names certificates that Node does not know';
  return notFetched(`could not be reached${reasonIn(cause)}`, advice, cause);
}

/** ` (ECONNREFUSED)`: a code alone, as messages of lower layers may quote what was sent. */
function reasonIn({ cause }: RestBrokerError): string {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? ` (${visibleText(code)})` : '';
}

function wrongStatus(status: number): SourceFailure {
  const needsRights = status === 401 || status === 403;
  if (needsRights) {
    const advice = 'Save the file and name its path; in code, give the headers that it asks for';
    return notFetched(`answers with status ${status}`, advice);
  }
  return notFetched(`answers with status ${status}`, status >= 500 ? 'Try again later' : 'Check the address');
}

function redirectTarget(from: URL, answer: HttpAnswer): URL {
  const location = answer.headers['location'] ?? '';
  if (location === '' || !URL.canParse(location, from.href)) {
    throw notFetched(
      `answers with a redirect to ${quoted(location)}, which is no address`,
      'Check the address',
    );
  }
  const target = new URL(location, from);
  if (target.origin === from.origin) return target;
  throw new RedirectRefused(
    'DESCRIPTOR_NOT_FETCHED',
    `${shownUrl(from)} redirects to another origin, ${shownUrl(target)}, which is not followed`,
    'If that is where the descriptor is, name that address',
  );
}

/** The headers to send: credentials in the URL become basic authentication where no other is given. */
function withCredentials({ username, password }: URL, options: FetchOptions): FetchOptions {
  const headers: Record<string, string> = {
    accept: 'application/json, application/yaml;q=0.9, */*;q=0.5',
    'accept-encoding': KNOWN_CODINGS,
    ...conditionsOf(options.known),
  };
  if (username !== '' || password !== '') {
    const credentials = `${percentDecoded(username)}:${percentDecoded(password)}`;
    headers['authorization'] = `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}`;
  }
  for (const [name, value] of Object.entries(options.headers)) headers[name.toLowerCase()] = value;
  return { ...options, headers };
}

/** RFC 9110 §13.1: the entity tag alone where there is one. */
function conditionsOf({ etag, lastModified }: Validators = {}): Record<string, string> {
  if (etag !== undefined) return { 'if-none-match': etag };
  return lastModified === undefined ? {} : { 'if-modified-since': lastModified };
}

/** What a server said its text can be known by, as far as it can be kept and sent again. */
export function validatorsOf({ headers }: HttpAnswer): Validators {
  const { etag = '', 'last-modified': lastModified = '' } = headers;
  return {
    ...(isKeepable(etag) ? { etag } : {}),
    ...(isKeepable(lastModified) ? { lastModified } : {}),
  };
}

function isKeepable(value: string): boolean {
  return /^[\x20-\x7e]{1,200}$/.test(value);
}

function notFetched(what: string, advice: string, cause?: unknown): SourceFailure {
  return new SourceFailure('DESCRIPTOR_NOT_FETCHED', what, advice, cause);
}
