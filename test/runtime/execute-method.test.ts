import type { ServerResponse } from 'node:http';
import { Agent, getGlobalDispatcher } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import type { ServiceInstanceDefinition } from '../../src/model/definition.js';
import type { ConnectOptions } from '../../src/runtime/connect-options.js';
import { type EchoServer, type Received, startEchoServer } from './echo-server.js';
import { connectTasks, type TasksConnector } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Answer = (response: ServerResponse, request: Received) => void;

async function serving(answer?: Answer): Promise<EchoServer> {
  const server = await startEchoServer(answer);
  closers.push(() => server.close());
  return server;
}

async function connected(
  answer?: Answer,
  options: ConnectOptions = {},
  registered: Partial<ServiceInstanceDefinition> = {},
): Promise<{ server: EchoServer; nwc: TasksConnector }> {
  const server = await serving(answer);
  const dispatcher = new Agent();
  closers.unshift(() => dispatcher.destroy());
  return { server, nwc: connectTasks({ serviceUrl: server.origin, dispatcher, ...options }, registered) };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

describe('a call', () => {
  test('gives outputs, nested values as Serialized text', async () => {
    const { server, nwc } = await connected(json(200, { tasks: [{ id: '7' }], more: 1 }));
    const outputs = await nwc.Tasks.Get_tasks({ workflowInstanceId: 'a b' });
    expect(outputs).toEqual({ tasks: '[{"id":"7"}]', HttpResponseCode: 200 });
    expect(server.received).toMatchObject([{ verb: 'GET', url: '/v2/tasks?workflowInstanceId=a%20b' }]);
  });

  test('takes the header that HTTPHeader builds, names without case', async () => {
    const { server, nwc } = await connected();
    const header = nwc.HTTPHeader.SerializeAddItemToArray({ Name: 'Authorization', Value: 'Bearer abc' });
    const done = await nwc.Tasks.Patch_task({
      ID: '7',
      outcome: '{"outcome": "Completed", "n": 9007199254740993}',
      httpHeaders: header.Serialized_Array,
    });
    expect(done).toEqual({ HttpResponseCode: 204 });
    expect(server.received[0]).toMatchObject({
      verb: 'PATCH',
      url: '/v2/tasks/7',
      body: '{"outcome": "Completed", "n": 9007199254740993}',
      headers: {
        authorization: 'Bearer abc',
        'content-type': 'application/json',
        accept: 'application/json',
      },
    });
  });

  test('data is the answer unserialized', async () => {
    const { nwc } = await connected(json(200, { tasks: [{ id: '7', n: 1 }] }, { 'x-page': '1' }));
    const answer = await nwc.Tasks.Get_tasks.data({});
    expect(answer).toMatchObject({
      data: { tasks: [{ id: '7', n: 1 }] },
      HttpResponseCode: 200,
      headers: { 'x-page': '1' },
    });
  });

  test('without inputs at all', async () => {
    const { nwc } = await connected(json(200, {}));
    expect(await nwc.Tasks.Get_tasks(undefined)).toEqual({ HttpResponseCode: 200 });
  });

  test('gives the headers of the answer where they are asked for', async () => {
    const answer: Answer = (response) =>
      void response
        .writeHead(200, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] })
        .end('{}');
    const { nwc } = await connected(answer, {}, { httpResponseHeaders: true });
    const { HttpResponseHeaders } = await nwc.Tasks.Get_tasks({});
    const headers = nwc.HTTPHeader.DeserializeTypedArray({ Serialized_Array: HttpResponseHeaders as never });
    expect(headers).toEqual(
      expect.arrayContaining([
        { Name: 'content-type', Value: 'application/json' },
        { Name: 'set-cookie', Value: 'a=1\nb=2' },
      ]),
    );
  });

  test('nothing is sent when an input is wrong', async () => {
    const { server, nwc } = await connected();
    for (const inputs of [
      {},
      { id: '..' },
      { id: '7', Outcome: 'x' },
      { id: '7', HttpHeaders: 'Bearer x' },
    ]) {
      await thrownBy(() => nwc.Tasks.Patch_task(inputs));
    }
    expect(server.received).toEqual([]);
  });

  test('the dispatcher of the platform does by default', async () => {
    const server = await serving(json(200, {}));
    const nwc = connectTasks({ serviceUrl: server.origin });
    expect(await nwc.Tasks.Get_tasks({})).toEqual({ HttpResponseCode: 200 });
    await getGlobalDispatcher().close();
  });
});

describe('an answer without success', () => {
  const html: Answer = (response) =>
    void response.writeHead(500, { 'content-type': 'text/html', 'x-id': '9' }).end('<h1>no</h1>');

  test('throws by default, with code, headers and body', async () => {
    const { nwc } = await connected(html);
    const error = await thrownBy(() => nwc.Tasks.Patch_task({ id: '7' }));
    expect(error).toMatchObject({
      name: 'ResponseError',
      code: 'RESPONSE_NOT_SUCCESS',
      HttpResponseCode: 500,
      headers: { 'x-id': '9' },
      body: '<h1>no</h1>',
    });
    expect(error.message).toBe(
      'nwc › Tasks › Patch_task: the service answered 500 (PATCH /tasks/{id}). Its HttpResponseCode, headers and body are on this error.',
    );
  });

  const off: { name: string; options: ConnectOptions; call: boolean | undefined; registered: boolean }[] = [
    { name: 'by registration', options: {}, call: undefined, registered: false },
    { name: 'by connect', options: { breakOnError: false }, call: undefined, registered: true },
    { name: 'by call', options: {}, call: false, registered: true },
  ];
  for (const { name, options, call, registered } of off) {
    test(`is outputs with break-on-error off ${name}`, async () => {
      const { nwc } = await connected(html, options, { breakOnError: registered });
      const outputs = await nwc.Tasks.Patch_task(
        { id: '7' },
        call === undefined ? {} : { breakOnError: call },
      );
      expect(outputs).toEqual({ HttpResponseCode: 500, HttpResponseContent: '<h1>no</h1>' });
    });
  }

  test('data always throws', async () => {
    const { nwc } = await connected(html, { breakOnError: false });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks.data({}))).toMatchObject({ HttpResponseCode: 500 });
  });

  test('a redirect is not followed, its credential goes nowhere', async () => {
    const elsewhere = await serving();
    const { server, nwc } = await connected(
      (response) => void response.writeHead(302, { location: `${elsewhere.origin}/v2/tasks` }).end(),
      { authentication: { mode: 'bearer', token: 'abc' } },
    );
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(error).toMatchObject({ code: 'RESPONSE_NOT_SUCCESS', HttpResponseCode: 302 });
    expect(server.received).toHaveLength(1);
    expect(elsewhere.received).toEqual([]);
  });
});

describe('an answer that is not what was promised', () => {
  const rows: { name: string; answer: Answer; want: string }[] = [
    { name: 'invalid JSON with 200', answer: json(200, '{"tasks":'), want: 'is not JSON' },
    { name: 'HTML with 200', answer: (response) => void response.end('<html>'), want: 'is not JSON' },
    { name: 'empty 200', answer: json(200, ''), want: 'is empty' },
    { name: 'an array', answer: json(200, []), want: 'should be one item, but is an array' },
    {
      name: 'of another form',
      answer: json(200, { tasks: 'none' }),
      want: "'tasks' should be an array, but is a string",
    },
    {
      name: '100,000 deep',
      answer: json(200, `{"tasks":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      want: 'nested too deep',
    },
    {
      name: 'cut off',
      answer: (response) =>
        void response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy()),
      want: 'is cut off',
    },
  ];
  for (const { name, answer, want } of rows) {
    test(`${name}: RESPONSE_MALFORMED`, async () => {
      const { nwc } = await connected(answer);
      const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
      expect(error).toMatchObject({
        name: 'ResponseError',
        code: 'RESPONSE_MALFORMED',
        HttpResponseCode: 200,
      });
      expect(error.message).toMatch(/^nwc › Tasks › Get_tasks: /);
      expect(error.message).toContain(want);
    });
  }

  test('204 where a record is promised has no more than its code', async () => {
    const { nwc } = await connected();
    expect(await nwc.Tasks.Get_tasks({})).toEqual({ HttpResponseCode: 204 });
    expect((await nwc.Tasks.Get_tasks.data({})).data).toBeUndefined();
  });

  test('a success code that is not listed gives the text', async () => {
    const { nwc } = await connected(json(202, { later: true }));
    expect(await nwc.Tasks.Get_tasks({})).toEqual({
      HttpResponseCode: 202,
      HttpResponseContent: '{"later":true}',
    });
  });

  test('larger than allowed', async () => {
    const { nwc } = await connected(json(200, { tasks: ['x'.repeat(100)] }), { maxResponseBytes: 50 });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ code: 'RESPONSE_TOO_LARGE' });
  });
});

describe('no answer', () => {
  test('refused: a ConnectionError', async () => {
    const { server, nwc } = await connected();
    await server.close();
    closers.pop();
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({ workflowInstanceId: 's3cret' }));
    expect(error).toMatchObject({ name: 'ConnectionError', code: 'CONNECTION_FAILED' });
    expect(error).not.toHaveProperty('HttpResponseCode');
    expect(error.message).toContain(`no answer from ${server.origin} (ECONNREFUSED)`);
  });

  test('never: a TimeoutError, after the time of the instance or of the call', async () => {
    const { nwc } = await connected(() => undefined, { timeoutMs: 150 });
    const first = await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(first).toMatchObject({ name: 'TimeoutError', code: 'TIMEOUT' });
    expect(first.message).toContain('within 150 ms');
    const second = await thrownBy(() => nwc.Tasks.Get_tasks({}, { timeoutMs: 50 }));
    expect(second.message).toContain('within 50 ms');
  });

  test('given up by the caller: the reason as it is', async () => {
    const { server, nwc } = await connected(() => undefined);
    const reason = new Error('changed my mind');
    const controller = new AbortController();
    const call = thrownBy(() => nwc.Tasks.Get_tasks({}, { signal: controller.signal }));
    setTimeout(() => controller.abort(reason), 50);
    expect(await call).toBe(reason);
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(server.received).toHaveLength(1);
  });
});
