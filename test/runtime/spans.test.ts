import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ServiceObjectDefinition } from '../../src/model/definition.js';
import type { Method } from '../../src/runtime/connect.js';
import { type Answer, boundTo, closing, connected, connectedTo, json, serving } from './connected-tasks.js';
import type { Row } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const SECRET = 's3cret-token';
const authentication = { mode: 'bearer', token: SECRET } as const;
const OK = json(200, { tasks: [] });

const exporter = new InMemorySpanExporter();
const processors = { spanProcessors: [new SimpleSpanProcessor(exporter)] };

afterEach(() => {
  trace.disable();
  context.disable();
  propagation.disable();
  exporter.reset();
});

/** The spans of the calls, the parents of the test's own left out. */
const spans = (): ReadableSpan[] =>
  exporter
    .getFinishedSpans()
    .filter(({ instrumentationScope }) => instrumentationScope.name === 'rest-broker');

const traceparentOf = (span: ReadableSpan | undefined): string =>
  `00-${span?.spanContext().traceId}-${span?.spanContext().spanId}-01`;

describe('where the application has set up OpenTelemetry', () => {
  beforeEach(() => new NodeTracerProvider(processors).register());

  test('each request is a span, by the conventions for HTTP clients', async () => {
    const { server, nwc } = await connected(OK, { authentication });
    await nwc.Tasks.Get_tasks({ api_key: SECRET, workflowInstanceId: 'a' });
    const [span] = spans();
    expect(spans()).toHaveLength(1);
    expect(span).toMatchObject({
      name: 'GET /tasks',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
    });
    expect(span?.attributes).toEqual({
      'http.request.method': 'GET',
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(server.origin).port),
      'url.full': `${server.origin}/v2/tasks`,
      'url.template': '/tasks',
      'http.response.status_code': 200,
    });
    expect(span?.parentSpanContext).toBeUndefined();
    expect(server.received[0]?.headers['traceparent']).toBe(traceparentOf(span));
  });

  test("it belongs to the caller's active span", async () => {
    const { server, nwc } = await connected(OK);
    const own = await trace.getTracer('own').startActiveSpan('complete a task', async (span: Span) => {
      await nwc.Tasks.Get_tasks({});
      span.end();
      return span.spanContext();
    });
    expect(spans()[0]?.parentSpanContext).toMatchObject({ traceId: own.traceId, spanId: own.spanId });
    expect(server.received[0]?.headers['traceparent']).toContain(own.traceId);
  });

  test('and it is the active one while the request is sent', async () => {
    const server = await serving(OK);
    const active: (string | undefined)[] = [];
    const dispatcher = new Agent().compose((dispatch) => (options, handler) => {
      active.push(trace.getActiveSpan()?.spanContext().spanId);
      return dispatch(options, handler);
    });
    closing(() => dispatcher.close());
    await connectedTo(server.origin, { dispatcher }).Tasks.Get_tasks({});
    expect(active).toEqual([spans()[0]?.spanContext().spanId]);
    expect(trace.getActiveSpan()).toBeUndefined();
  });

  const failures: { name: string; answer: Answer; want: Row }[] = [
    {
      name: 'an answer without success',
      answer: json(404, { echo: SECRET }, { 'x-echo': SECRET }),
      want: { 'http.response.status_code': 404, 'error.type': '404' },
    },
    {
      name: 'no answer',
      answer: (response) => void response.destroy(),
      want: { 'error.type': 'CONNECTION_FAILED' },
    },
    { name: 'no answer in time', answer: () => undefined, want: { 'error.type': 'TIMEOUT' } },
  ];
  for (const { name, answer, want } of failures) {
    test(`${name}: the span says so`, async () => {
      const { nwc } = await connected(answer, { authentication });
      await thrownBy(() => nwc.Tasks.Get_tasks({ api_key: SECRET }, { timeoutMs: 200 }));
      expect(spans()).toMatchObject([{ status: { code: SpanStatusCode.ERROR }, attributes: want }]);
      expect(spans()[0]?.attributes['http.response.status_code']).toBe(want['http.response.status_code']);
    });
  }

  test('given up by the caller: ABORTED', async () => {
    const { nwc } = await connected(() => undefined);
    const signal = AbortSignal.timeout(50);
    await nwc.Tasks.Get_tasks({}, { signal }).catch(() => undefined);
    expect(spans()).toMatchObject([
      { status: { code: SpanStatusCode.ERROR }, attributes: { 'error.type': 'ABORTED' } },
    ]);
  });

  test('each retry and each redirect is one of its own, and is counted', async () => {
    let count = 0;
    const { server, nwc } = await connected(
      (response, request) => {
        count += 1;
        if (count === 1) json(503, {}, { 'retry-after': '0' })(response, request);
        else if (count === 2) json(302, {}, { location: '/v2/there' })(response, request);
        else OK(response, request);
      },
      { retries: 1, redirects: 1 },
    );
    await nwc.Tasks.Get_tasks({});
    expect(spans().map(({ attributes }) => attributes['http.request.resend_count'])).toEqual([
      undefined,
      1,
      2,
    ]);
    expect(spans().map(({ attributes }) => attributes['url.full'])).toEqual(
      ['/v2/tasks', '/v2/tasks', '/v2/there'].map((path) => server.origin + path),
    );
    expect(server.received.map(({ headers }) => headers['traceparent'])).toEqual(spans().map(traceparentOf));
  });

  test('a redirect to another origin is a span as well, and nothing is told there', async () => {
    const other = await serving(OK);
    const { nwc } = await connected(json(302, {}, { location: `${other.origin}/there` }), { redirects: 1 });
    await nwc.Tasks.Get_tasks({});
    expect(spans().map(({ attributes }) => attributes['url.full'])[1]).toBe(`${other.origin}/there`);
    expect(other.received[0]?.headers).not.toHaveProperty('traceparent');
  });

  test('no secret stands in any of it, wherever it goes in the request', async () => {
    const inputs = {
      token: { in: 'path', type: 'Text', required: true },
      secret: { in: 'query', type: 'Text' },
    } as const;
    const shared: ServiceObjectDefinition = {
      systemName: 'Shared',
      methods: { Open: { verb: 'GET', path: '/shared/{token}', inputs, answers: { '200': { as: 'text' } } } },
    };
    const server = await serving(json(401, { echo: SECRET }, { location: SECRET }));
    const nwc = boundTo<{ readonly Open: Method<Row, Row, unknown> }>(server.origin, shared, {
      authentication,
    });
    await thrownBy(() => nwc.Open({ token: 'pa55-of-the-path', secret: SECRET }));
    const shown = JSON.stringify(
      spans().map(({ name, attributes, events, status }) => [name, attributes, events, status]),
    );
    expect(shown).toContain('/shared/[hidden]');
    expect(shown).not.toMatch(/s3cret|pa55/);
    expect(server.received[0]?.url).toBe(`/shared/pa55-of-the-path?secret=${SECRET}`);
  });

  test('a verb that the conventions do not know is no name of its own', async () => {
    const copy: ServiceObjectDefinition = {
      systemName: 'Things',
      methods: { Copy: { verb: 'COPY', path: '/things', answers: { '204': { as: 'nothing' } } } },
    };
    const server = await serving();
    await boundTo<{ readonly Copy: Method<Row, Row, unknown> }>(server.origin, copy).Copy({});
    expect(spans()).toMatchObject([
      {
        name: 'HTTP /things',
        attributes: { 'http.request.method': '_OTHER', 'http.request.method_original': 'COPY' },
      },
    ]);
  });
});

test('a provider alone, without a context manager, has spans; a propagator alone writes nothing', async () => {
  trace.setGlobalTracerProvider(new BasicTracerProvider(processors));
  const { server, nwc } = await connected(OK);
  await nwc.Tasks.Get_tasks({});
  expect(spans()).toHaveLength(1);
  expect(server.received[0]?.headers).not.toHaveProperty('traceparent');
});

test('a propagator without a context manager is told of the span', async () => {
  new NodeTracerProvider(processors).register({ contextManager: null });
  const { server, nwc } = await connected(OK);
  await nwc.Tasks.Get_tasks({});
  expect(server.received[0]?.headers['traceparent']).toBe(traceparentOf(spans()[0]));
});

test('where it has not, no header is added', async () => {
  const { server, nwc } = await connected(OK, { retries: 1 });
  await nwc.Tasks.Get_tasks({});
  expect(server.received[0]?.headers).not.toHaveProperty('traceparent');
  expect(exporter.getFinishedSpans()).toEqual([]);
});
