import diagnostics from 'node:diagnostics_channel';
import { afterEach, describe, expect, test } from 'vitest';
import { connect, disconnect } from '../../src/runtime/connect.js';
import { fileText } from '../../src/runtime/file-text.js';
import type { SeenAnswer, SeenRequest } from '../../src/runtime/hooks.js';
import { connected, connectedTo, json, serving } from './connected-tasks.js';
import { connectTasks, type Row } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const bearer = { mode: 'bearer', token: 's3cret' } as const;
const OK = json(200, { tasks: [] }, { 'set-cookie': 'sid=s3cret', 'x-echo': 's3cret' });

describe('hooks', () => {
  test('see requests and answers with secrets masked, and may add headers', async () => {
    const seen: [SeenRequest, SeenAnswer?][] = [];
    const { server, nwc } = await connected(OK, {
      authentication: bearer,
      hooks: {
        beforeSend: (request) => {
          seen.push([request]);
          return { 'X-Signature': 'sig' };
        },
        afterAnswer: (request, answer) => void seen.push([request, answer]),
      },
    });
    await nwc.Tasks.Get_tasks({ api_key: 's3cret' });
    expect(server.received[0]?.headers).toMatchObject({
      authorization: 'Bearer s3cret',
      'x-signature': 'sig',
    });
    expect(seen).toHaveLength(2);
    expect(seen[1]).toMatchObject([
      { method: 'nwc › Tasks › Get_tasks', verb: 'GET', attempt: 1 },
      { HttpResponseCode: 200, durationMs: expect.any(Number) },
    ]);
    expect(JSON.stringify(seen)).not.toContain('s3cret');
  });

  test('see everything where they ask for it', async () => {
    let url = '';
    const { server, nwc } = await connected(OK, {
      authentication: bearer,
      hooks: {
        showSecrets: true,
        beforeSend: (request) => {
          url = `${request.url} ${request.headers['authorization']}`;
          return undefined;
        },
      },
    });
    await nwc.Tasks.Get_tasks({ api_key: 's3cret' });
    expect(url).toBe(`${server.origin}/v2/tasks?api_key=s3cret Bearer s3cret`);
  });

  test('what one throws ends the call', async () => {
    const reason = new Error('not today');
    const beforeSend = (): undefined => {
      throw reason;
    };
    const { server, nwc } = await connected(OK, { hooks: { beforeSend } });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toBe(reason);
    expect(server.received).toEqual([]);
  });
});

describe('diagnostics channels', () => {
  const names = ['start', 'end', 'error'] as const;
  const events: [string, unknown][] = [];
  const listeners = names.map((name) => ({
    name: `rest-broker:call:${name}`,
    listener: (event: unknown) => void events.push([name, event]),
  }));
  afterEach(() => {
    for (const { name, listener } of listeners) diagnostics.unsubscribe(name, listener);
    events.length = 0;
  });

  test('tell of each call, with one object for all that concerns it', async () => {
    for (const { name, listener } of listeners) diagnostics.subscribe(name, listener);
    const { nwc } = await connected(OK, { authentication: bearer });
    await nwc.Tasks.Get_tasks({ api_key: 's3cret' });
    await thrownBy(() => nwc.Tasks.Patch_task({ id: '' }));
    expect(events.map(([name]) => name)).toEqual(['start', 'end', 'start', 'error']);
    expect(events[0]?.[1]).toBe(events[1]?.[1]);
    expect(events[1]?.[1]).toMatchObject({
      method: 'nwc › Tasks › Get_tasks',
      verb: 'GET',
      pathTemplate: '/tasks',
      HttpResponseCode: 200,
    });
    expect(events[3]?.[1]).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    expect(JSON.stringify(events)).not.toContain('s3cret');
  });
});

describe('OpenTelemetry', () => {
  const REGISTERED = Symbol.for('opentelemetry.js.api.1');
  afterEach(() => {
    Reflect.deleteProperty(globalThis, REGISTERED);
  });

  /** What an application that registered version 1 of the API has there. */
  function register(): { name: string; attributes: Row; status?: unknown; ended: boolean }[] {
    const spans: { name: string; attributes: Row; status?: unknown; ended: boolean }[] = [];
    const context = { setValue: () => context };
    Reflect.set(globalThis, REGISTERED, {
      trace: {
        getTracer: () => ({
          startSpan: (name: string, options: { attributes: Row }) => {
            const span = { name, attributes: { ...options.attributes }, ended: false };
            spans.push(span);
            return {
              setAttribute: (key: string, value: unknown) => Object.assign(span.attributes, { [key]: value }),
              setStatus: (status: unknown) => Object.assign(span, { status }),
              end: () => Object.assign(span, { ended: true }),
            };
          },
        }),
      },
      context: { active: () => context },
      propagation: {
        inject: (
          _context: unknown,
          carrier: Row,
          setter: { set(into: Row, name: string, text: string): void },
        ) => setter.set(carrier, 'traceparent', '00-1-2-01'),
      },
    });
    return spans;
  }

  test('a span for each request, by the conventions for HTTP clients', async () => {
    const spans = register();
    const { server, nwc } = await connected(OK, { authentication: bearer });
    await nwc.Tasks.Get_tasks({ api_key: 's3cret' });
    expect(spans).toMatchObject([
      {
        name: 'GET /tasks',
        ended: true,
        attributes: {
          'http.request.method': 'GET',
          'server.address': '127.0.0.1',
          'url.full': `${server.origin}/v2/tasks`,
          'url.template': '/tasks',
          'http.response.status_code': 200,
        },
      },
    ]);
    expect(server.received[0]?.headers['traceparent']).toBe('00-1-2-01');
    expect(JSON.stringify(spans)).not.toContain('s3cret');
  });

  test('a failed one says how', async () => {
    const spans = register();
    const { nwc } = await connected((response) => void response.destroy());
    await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(spans).toMatchObject([
      { ended: true, status: { code: 2 }, attributes: { 'error.type': 'CONNECTION_FAILED' } },
    ]);
  });
});

describe('disconnect', () => {
  test('waits for what is under way, then lets nothing in', async () => {
    const { nwc } = await connected((response) => void setTimeout(() => response.writeHead(204).end(), 60));
    const running = nwc.Tasks.Patch_task({ id: '7' });
    await disconnect(nwc);
    expect(await running).toEqual({ HttpResponseCode: 204 });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({
      name: 'SettingError',
      code: 'DISCONNECTED',
    });
    await disconnect(nwc);
  });

  test('closes connections of its own', async () => {
    const server = await serving(OK);
    const nwc = connectTasks({ serviceUrl: server.origin, ownConnections: true });
    await nwc.Tasks.Get_tasks({});
    const sockets = (): number =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
    const before = sockets();
    await disconnect(nwc);
    await expect.poll(sockets).toBeLessThan(before);
  });

  test('is what `await using` calls', async () => {
    const { nwc } = await connected(OK);
    const dispose: unknown = Reflect.get(nwc, Symbol.asyncDispose);
    await (dispose as () => Promise<void>)();
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ code: 'DISCONNECTED' });
    expect(Object.keys(nwc)).toEqual(['Tasks', 'HTTPHeader']);
  });

  test('refuses what is not connected', async () =>
    expect(await thrownBy(() => disconnect({}))).toMatchObject({ code: 'SETTING_INVALID' }));
});

describe('timeouts on the way', () => {
  test('until the answer begins, by call and by connect', async () => {
    const server = await serving(() => undefined);
    const byCall = connectedTo(server.origin);
    const byConnect = connectedTo(server.origin, { headersTimeoutMs: 100 });
    const wanted = { name: 'TimeoutError', code: 'TIMEOUT', cause: { code: 'UND_ERR_HEADERS_TIMEOUT' } };
    expect(await thrownBy(() => byCall.Tasks.Get_tasks({}, { headersTimeoutMs: 100 }))).toMatchObject(wanted);
    expect(await thrownBy(() => byConnect.Tasks.Get_tasks({}))).toMatchObject(wanted);
  });

  test('between two pieces of the answer', async () => {
    const server = await serving((response) => void response.writeHead(200).write('{'));
    const nwc = connectedTo(server.origin, { bodyTimeoutMs: 100 });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({
      name: 'TimeoutError',
      cause: { code: 'UND_ERR_BODY_TIMEOUT' },
    });
  });
});

describe('files', () => {
  const instance = {
    name: 'nwc',
    serviceUrl: 'https://nwc.example.com',
    authentication: { mode: 'none' },
    timeoutMs: 5_000,
    breakOnError: true,
  } as const;
  const definition = {
    systemName: 'Files',
    methods: {
      Put: {
        verb: 'PUT',
        path: '/file',
        inputs: { file: { in: 'body', type: 'File', mediaType: 'application/octet-stream', required: true } },
        answers: { '204': { as: 'nothing' } },
      },
    },
  } as const;

  async function put(file: unknown): Promise<string | undefined> {
    const { serviceObject } = await import('../../src/runtime/connect.js');
    const server = await serving();
    type Files = { readonly Files: { Put(inputs: Row, options?: { timeoutMs: number }): Promise<Row> } };
    const files = serviceObject<Files['Files']>(instance, definition);
    const broker = connect<Files>(
      instance,
      { Files: files },
      { serviceUrl: server.origin, ownConnections: true },
    );
    try {
      await broker.Files.Put({ file }, { timeoutMs: 300 });
    } finally {
      await disconnect(broker);
    }
    return server.received[0]?.body;
  }

  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('he');
    yield Buffer.from('llo');
  }

  const rows: { name: string; given: () => unknown }[] = [
    { name: 'bytes', given: () => Buffer.from('hello') },
    { name: 'a Blob', given: () => new Blob(['hello']) },
    { name: 'a stream', given: () => new Blob(['hello']).stream() },
    { name: 'pieces', given: pieces },
    { name: "K2's text", given: () => '<file><name>a&amp;b.txt</name><content>aGVs\n bG8=</content></file>' },
    {
      name: 'our own text of it',
      given: () => fileText({ name: 'a<b>&.txt', content: Buffer.from('hello') }),
    },
  ];
  for (const { name, given } of rows) test(name, async () => expect(await put(given())).toBe('hello'));

  const refused: { name: string; given: () => unknown; code: string }[] = [
    { name: 'text that is no file', given: () => 'hello', code: 'INPUT_INVALID' },
    {
      name: 'no base64',
      given: () => '<file><name>a</name><content>a*</content></file>',
      code: 'INPUT_INVALID',
    },
    { name: 'half a file', given: () => '<file><name>a</name>', code: 'INPUT_INVALID' },
    {
      name: 'a stream that never ends',
      given: () => new ReadableStream({ pull: () => new Promise(() => undefined) }),
      code: 'TIMEOUT',
    },
  ];
  for (const { name, given, code } of refused)
    test(`refused: ${name}`, async () => expect(await thrownBy(() => put(given()))).toMatchObject({ code }));

  test("a file as K2's text", () =>
    expect(fileText({ name: 'a<b>&.txt', content: Buffer.from('hello') })).toBe(
      '<file><name>a&lt;b&gt;&amp;.txt</name><content>aGVsbG8=</content></file>',
    ));
});
