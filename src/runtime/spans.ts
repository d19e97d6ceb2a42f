/**
 * Spans by OpenTelemetry's conventions for HTTP clients. Nothing is imported: the API package, whichever copy of it
 * an application has, registers itself under one global symbol, and where it did not there is nobody to tell.
 */
import { RestBrokerError } from '../base/errors.js';
import type { HttpAnswer, HttpRequest } from '../http/http-request.js';
import type { CallState, SendOne } from './careful-send.js';

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
  setValue(key: symbol, value: unknown): Context;
}

/** As much of the API, version 1, as is used here. */
interface Registered {
  readonly trace?: {
    getTracer(name: string): { startSpan(name: string, options: SpanOptions, context?: Context): Span };
  };
  readonly context?: { active(): Context };
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

/** Sends one request inside a span of its own, where the application has a tracer. */
export async function spannedSend(
  state: CallState,
  request: HttpRequest,
  sendOne: SendOne,
): Promise<HttpAnswer> {
  const registered = Reflect.get(globalThis, REGISTERED) as Registered | undefined;
  const tracer = registered?.trace?.getTracer('rest-broker');
  if (registered === undefined || tracer === undefined) return sendOne(request);
  const context = registered.context?.active();
  const { verb, path } = state.plan.definition;
  const attributes = attributesOf(state, request);
  const span = tracer.startSpan(`${verb} ${path}`, { kind: CLIENT_KIND, attributes }, context);
  const carrier: Record<string, string> = {};
  const set = (into: Record<string, string>, name: string, value: string): void => {
    into[name.toLowerCase()] = value;
  };
  if (context !== undefined)
    registered.propagation?.inject(context.setValue(SPAN_KEY, span), carrier, { set });
  try {
    const answer = await sendOne({ ...request, headers: { ...request.headers, ...carrier } });
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

/** The query stays out: it may hold a key, and what else it says is the caller's. */
function attributesOf(state: CallState, request: HttpRequest): Record<string, string | number> {
  const { hostname, port, protocol } = new URL(request.origin);
  return {
    'http.request.method': request.verb,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'url.full': request.origin + request.path.replace(/\?.*$/s, ''),
    'url.template': state.plan.definition.path,
    ...(state.sent === 0 ? {} : { 'http.request.resend_count': state.sent }),
  };
}

function failed(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: ERROR_STATUS });
}
