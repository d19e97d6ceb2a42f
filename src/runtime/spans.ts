/**
 * Spans by OpenTelemetry's conventions for HTTP clients. Nothing is imported: the API package, whichever copy of it
 * an application has, registers itself under one global symbol, and where it did not there is nobody to tell.
 */
import { RestBrokerError } from '../base/errors.js';
import type { HttpAnswer, HttpRequest } from '../http/http-request.js';
import type { CallState, SendOne } from './careful-send.js';
import { isElsewhere } from './is-elsewhere.js';
import { maskSecrets } from './mask-secrets.js';

interface Span {
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { readonly code: number }): unknown;
  end(): void;
}

interface SpanOptions {
  readonly kind: number;
  readonly attributes: Readonly<Record<string, string | number>>;
}

interface Context {
  getValue(key: symbol): unknown;
  setValue(key: symbol, value: unknown): Context;
  deleteValue(key: symbol): Context;
}

/** As much of the API, version 1, as is used here: what its copies of any minor version share. */
interface Registered {
  readonly trace?: {
    getTracer(name: string): { startSpan(name: string, options: SpanOptions, context?: Context): Span };
  };
  readonly context?: { active(): Context; with<T>(context: Context, act: () => T): T };
  readonly propagation?: {
    inject(context: Context, carrier: Record<string, string>, setter: Setter): void;
  };
}

interface Setter {
  set(carrier: Record<string, string>, name: string, value: string): void;
}

const REGISTERED = Symbol.for('opentelemetry.js.api.1');
const SPAN_KEY = Symbol.for('OpenTelemetry Context Key SPAN');
const CLIENT_KIND = 2;
const ERROR_STATUS = 2;

/** What the conventions know; any other verb is `_OTHER`, so that a name costs no series of its own. */
const KNOWN_VERBS = new Set([
  'CONNECT',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'QUERY',
  'TRACE',
]);

/** Sends one request inside a span of its own, where the application has a tracer. */
export async function spannedSend(
  state: CallState,
  request: HttpRequest,
  sendOne: SendOne,
): Promise<HttpAnswer> {
  const registered = Reflect.get(globalThis, REGISTERED) as Registered | undefined;
  const tracer = registered?.trace?.getTracer('rest-broker');
  if (registered === undefined || tracer === undefined) return sendOne(request);
  const { verb, path } = state.plan.definition;
  const parent = registered.context?.active() ?? contextOf(new Map());
  const attributes = attributesOf(state, request);
  const name = `${KNOWN_VERBS.has(verb) ? verb : 'HTTP'} ${path}`;
  const span = tracer.startSpan(name, { kind: CLIENT_KIND, attributes }, parent);
  const context = parent.setValue(SPAN_KEY, span);
  const added = isElsewhere(state, request) ? {} : propagated(registered, context);
  const headers = { ...request.headers, ...added };
  const act = (): Promise<HttpAnswer> => sendOne({ ...request, headers });
  try {
    // Inside it, so that what the application hangs on undici belongs to this span.
    const answer = await (registered.context?.with(context, act) ?? act());
    span.setAttribute('http.response.status_code', answer.status);
    if (answer.status >= 400) failed(span, String(answer.status));
    return answer;
  } catch (error) {
    failed(span, error instanceof RestBrokerError ? error.code : 'ABORTED');
    throw error;
  } finally {
    span.end();
  }
}

/** What the application's propagator adds, such as `traceparent`. */
function propagated({ propagation }: Registered, context: Context): Record<string, string> {
  const carrier: Record<string, string> = {};
  const set: Setter['set'] = (into, name, value) => {
    into[name.toLowerCase()] = value;
  };
  propagation?.inject(context, carrier, { set });
  return carrier;
}

/** Where the application has no context manager, there is no active context to be had. */
function contextOf(values: ReadonlyMap<symbol, unknown>): Context {
  const without = (key: symbol): [symbol, unknown][] => [...values].filter(([each]) => each !== key);
  return {
    getValue: (key) => values.get(key),
    setValue: (key, value) => contextOf(new Map([...values, [key, value]])),
    deleteValue: (key) => contextOf(new Map(without(key))),
  };
}

/** The query stays out: it may hold a key, and what else it says is the caller's. */
function attributesOf(state: CallState, request: HttpRequest): Record<string, string | number> {
  const { hostname, port, protocol } = new URL(request.origin);
  const { verb } = request;
  return {
    'http.request.method': KNOWN_VERBS.has(verb) ? verb : '_OTHER',
    ...(KNOWN_VERBS.has(verb) ? {} : { 'http.request.method_original': verb }),
    'server.address': hostname.replace(/^\[|\]$/g, ''),
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'url.full': maskSecrets(request.origin + request.path.replace(/\?.*$/s, ''), state.secrets),
    'url.template': state.plan.definition.path,
    ...(state.sent === 0 ? {} : { 'http.request.resend_count': state.sent }),
  };
}

function failed(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: ERROR_STATUS });
}
