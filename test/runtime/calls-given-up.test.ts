import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { MockAgent } from 'undici';
import { describe, expect, test } from 'vitest';
import { disconnect } from '../../src/runtime/connect.js';
import type { ConnectOptions } from '../../src/runtime/connect-options.js';
import { startRawServer } from '../http/test-server.js';
import { type Answer, closing, connected, json, serving } from './connected-tasks.js';
import { connectTasks } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const OK = json(200, { tasks: [] });

const WAYS: { way: string; options: ConnectOptions }[] = [
  { way: 'plainly', options: {} },
  { way: 'with all that may go around', options: { retries: 2, redirects: 1, hooks: {} } },
];

describe.each(WAYS)('a signal, sent $way', ({ options }) => {
  const ends: { name: string; answer: Answer; timeoutMs?: number }[] = [
    { name: 'success', answer: OK },
    { name: 'no success', answer: json(500, {}) },
    { name: 'a retry', answer: json(503, {}, { 'retry-after': '0' }) },
    { name: 'no answer', answer: (response) => void response.destroy() },
    { name: 'no answer in time', answer: () => undefined, timeoutMs: 60 },
  ];
  for (const { name, answer, timeoutMs = 5_000 } of ends) {
    test(`has no listener left after ${name}`, async () => {
      const { nwc } = await connected(answer, options);
      const { signal } = new AbortController();
      await nwc.Tasks.Get_tasks({}, { signal, timeoutMs }).catch(() => undefined);
      await expect.poll(() => getEventListeners(signal, 'abort')).toEqual([]);
    });
  }

  test('serves a thousand calls without a warning', async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on('warning', onWarning);
    const { nwc } = await connected(OK, options);
    const { signal } = new AbortController();
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 50 }, () => nwc.Tasks.Get_tasks({}, { signal })));
    await new Promise(setImmediate);
    process.off('warning', onWarning);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test('that is aborted takes the connection with it', async () => {
    const server = await serving(() => undefined);
    const nwc = connectTasks({ serviceUrl: server.origin, ownConnections: true, ...options });
    closing(() => disconnect(nwc));
    const controller = new AbortController();
    const call = thrownBy(() => nwc.Tasks.Get_tasks({}, { signal: controller.signal }));
    await expect.poll(() => server.received.length).toBe(1);
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await call).toBe(reason);
    await expect.poll(() => server.connections()).toBe(0);
  });

  test('disconnect leaves no connection', async () => {
    const server = await serving(OK);
    const nwc = connectTasks({ serviceUrl: server.origin, ownConnections: true, ...options });
    await Promise.all(Array.from({ length: 5 }, () => nwc.Tasks.Get_tasks({})));
    expect(await server.connections()).toBeGreaterThan(0);
    await disconnect(nwc);
    await expect.poll(() => server.connections()).toBe(0);
  });
});

describe('until a connection stands', () => {
  test('connectTimeoutMs counts, TLS included', async () => {
    // It takes the connection and never says a word of TLS.
    const server = await startRawServer(() => undefined);
    closing(() => server.close());
    const nwc = connectTasks({
      serviceUrl: server.origin.replace('http:', 'https:'),
      connectTimeoutMs: 100,
      timeoutMs: 20_000,
    });
    closing(() => disconnect(nwc));
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({
      name: 'TimeoutError',
      code: 'TIMEOUT',
      cause: { code: 'UND_ERR_CONNECT_TIMEOUT' },
    });
  });
});

test('a dispatcher of the user’s own, such as a MockAgent, gets the requests', async () => {
  const dispatcher = new MockAgent();
  dispatcher.disableNetConnect();
  closing(() => dispatcher.close());
  const pool = dispatcher.get('https://nwc.example.com');
  pool
    .intercept({ path: '/v2/tasks?workflowInstanceId=a', headers: { authorization: 'Bearer abc' } })
    .reply(200, { tasks: [{ id: '7' }] }, { headers: { 'content-type': 'application/json' } });
  pool.intercept({ path: '/v2/tasks/7', method: 'PATCH', body: '{"a":1}' }).reply(204);
  const nwc = connectTasks({ dispatcher, authentication: { mode: 'bearer', token: 'abc' } });
  expect(await nwc.Tasks.Get_tasks({ workflowInstanceId: 'a' })).toEqual({
    tasks: '[{"id":"7"}]',
    HttpResponseCode: 200,
  });
  expect(await nwc.Tasks.Patch_task({ id: '7', Outcome: '{"a":1}' })).toEqual({ HttpResponseCode: 204 });
  dispatcher.assertNoPendingInterceptors();
  expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ code: 'CONNECTION_FAILED' });
  await disconnect(nwc);
});

test('what a dispatcher says of the request it refuses is shown without secrets', async () => {
  const dispatcher = new MockAgent();
  dispatcher.disableNetConnect();
  closing(() => dispatcher.close());
  const pool = dispatcher.get('https://nwc.example.com');
  pool.intercept({ path: '/v2/tasks?key=other' }).reply(200);
  const authentication = { mode: 'api-key', in: 'query', name: 'key', value: 's3cret-of-mine' } as const;
  const nwc = connectTasks({ dispatcher, authentication });
  const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
  expect(error.cause).toMatchObject({ message: expect.stringContaining('/v2/tasks?key=[hidden]') });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('s3cret');
});
