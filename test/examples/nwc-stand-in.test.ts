import { afterEach, describe, expect, test } from 'vitest';
import {
  type NwcStandIn,
  type NwcStandInOptions,
  startNwcStandIn,
} from '../../examples/nwc-worker/nwc-stand-in.js';

const TOKEN = 'a-token-for-the-stand-in';
const NOW = '2026-03-02T10:00:00.000Z';
const CLOSED = { id: 'closed', workflowInstanceId: 'i-2', workflowName: 'Returns', status: 'complete' };
const OLD = { id: 'old', workflowInstanceId: 'i-3', createdDate: '2026-01-01T00:00:00.000Z' };

let standIn: NwcStandIn | undefined;

afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
});

async function start(options: Partial<NwcStandInOptions> = {}): Promise<NwcStandIn> {
  standIn = await startNwcStandIn({
    token: TOKEN,
    tasks: [{ id: 't-1', workflowInstanceId: 'i-1' }, CLOSED, OLD],
    now: () => new Date(NOW),
    ...options,
  });
  return standIn;
}

function call(address: string, verb = 'GET', body?: string): Promise<Response> {
  return fetch(address, {
    method: verb,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
  });
}

async function listedIds(address: string): Promise<unknown[]> {
  const list = (await (await call(address)).json()) as { tasks: { id: string }[] };
  expect(Object.keys(list)).toEqual(['tasks']);
  return list.tasks.map(({ id }) => id);
}

const complete = (outcome: string): string => JSON.stringify({ outcome });

describe('who may call', () => {
  test.each([
    { name: 'no token', authorization: undefined },
    { name: 'another token', authorization: 'Bearer another' },
    { name: 'a token that only begins the same', authorization: `Bearer ${TOKEN}x` },
    { name: 'another scheme', authorization: `Basic ${TOKEN}` },
  ])('$name: 401 with a problem document', async ({ authorization }) => {
    const { serviceUrl } = await start();
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${serviceUrl}/tasks`, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({ status: 401, detail: expect.any(String) });
  });
});

describe('GET /tasks', () => {
  test.each([
    { query: '', want: ['t-1', 'closed'] },
    { query: '?workflowInstanceId=i-1', want: ['t-1'] },
    { query: '?workflowInstanceId=nobody', want: [] },
    { query: '?workflowName=Returns', want: ['closed'] },
    { query: '?status=Active', want: ['t-1'] },
    { query: '?status=all', want: ['t-1', 'closed'] },
    { query: '?assignee=service.account%40example.com&status=complete', want: ['closed'] },
    { query: '?from=2025-12-31', want: ['t-1', 'closed', 'old'] },
    { query: '?from=2025-12-31&to=2026-01-31', want: ['old'] },
  ])('$query gives $want', async ({ query, want }) => {
    const { serviceUrl } = await start();
    expect(await listedIds(`${serviceUrl}/tasks${query}`)).toEqual(want);
  });

  test('a date that is none: 400', async () => {
    const { serviceUrl } = await start();
    expect((await call(`${serviceUrl}/tasks?from=yesterday`)).status).toBe(400);
  });

  test('a late task is made by the query that first shows it', async () => {
    const { serviceUrl } = await start({
      tasks: [{ id: 'late', workflowInstanceId: 'i-1', appearsAfterQueries: 3 }],
    });
    const tasks = `${serviceUrl}/tasks`;
    expect(await listedIds(tasks)).toEqual([]);
    expect(await listedIds(tasks)).toEqual([]);
    expect((await call(`${tasks}/late`)).status).toBe(404);
    expect((await call(`${tasks}/late`, 'PATCH', complete('Completed'))).status).toBe(404);
    expect(await listedIds(tasks)).toEqual(['late']);
    expect((await call(`${tasks}/late`)).status).toBe(200);
  });
});

describe('GET /tasks/{id}', () => {
  test('gives the task, with its assignment for version 2', async () => {
    const { serviceUrl } = await start();
    const want = { id: 't-1', assignee: 'service.account@example.com', status: 'active', createdDate: NOW };
    for (const address of [serviceUrl, serviceUrl.replace('/v1', '/v2')]) {
      expect(await (await call(`${address}/tasks/t-1`)).json()).toMatchObject({
        ...want,
        outcomes: ['Completed', 'Canceled'],
        outcome: null,
        taskAssignments: [{ ...want, id: 't-1-1' }],
      });
    }
  });

  test.each([
    ['unknown', 404],
    ['__proto__', 404],
    ['%E0%A4%A', 400],
  ])('%s: %i', async (id, status) => {
    const { serviceUrl } = await start();
    expect((await call(`${serviceUrl}/tasks/${id}`)).status).toBe(status);
  });
});

describe('PATCH', () => {
  const completed = {
    status: 'complete',
    outcome: 'Completed',
    completedBy: 'service.account@example.com',
    completedDate: NOW,
  };

  test.each([
    ['v1', '/tasks/t-1'],
    ['v2', '/tasks/t-1/assignments/t-1-1'],
  ])('%s completes a task: 204, without a body', async (version, path) => {
    const { serviceUrl, tasks } = await start();
    const response = await call(serviceUrl.replace('v1', version) + path, 'PATCH', complete('Completed'));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(tasks['t-1']).toMatchObject(completed);
    expect(await (await call(`${serviceUrl}/tasks/t-1`)).json()).toMatchObject(completed);
  });

  test.each([
    { name: 'an outcome that is not offered', id: 't-1', body: complete('Approved'), status: 400 },
    { name: 'no outcome', id: 't-1', body: '{}', status: 400 },
    { name: 'an outcome that is no text', id: 't-1', body: '{"outcome":1}', status: 400 },
    { name: 'null', id: 't-1', body: 'null', status: 400 },
    { name: 'no JSON', id: 't-1', body: '{"outcome":', status: 400 },
    { name: 'no body', id: 't-1', body: '', status: 400 },
    { name: 'a closed task', id: 'closed', body: complete('Completed'), status: 409 },
    { name: 'an unknown task', id: 'nothing', body: complete('Completed'), status: 404 },
    { name: 'a body over 64 KiB', id: 't-1', body: complete('x'.repeat(64 * 1024)), status: 413 },
  ])('$name: $status, and nothing changes', async ({ id, body, status }) => {
    const { serviceUrl, tasks } = await start();
    const before = structuredClone(tasks);
    const response = await call(`${serviceUrl}/tasks/${id}`, 'PATCH', body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(tasks).toEqual(before);
  });

  test('an assignment of another task: 404, and nothing changes', async () => {
    const { serviceUrl, tasks } = await start();
    const address = `${serviceUrl.replace('v1', 'v2')}/tasks/t-1/assignments/closed-1`;
    expect((await call(address, 'PATCH', complete('Completed'))).status).toBe(404);
    expect(tasks['t-1']?.status).toBe('active');
  });

  test('of two answers to one task the first holds', async () => {
    const { serviceUrl, tasks } = await start();
    const answer = (outcome: string) => call(`${serviceUrl}/tasks/t-1`, 'PATCH', complete(outcome));
    expect((await answer('Canceled')).status).toBe(204);
    expect((await answer('Completed')).status).toBe(409);
    expect(tasks['t-1']?.outcome).toBe('Canceled');
  });
});

test('other verbs: 405 with those it takes; other addresses: 404', async () => {
  const { serviceUrl } = await start();
  const refused = await call(`${serviceUrl}/tasks/t-1`, 'DELETE');
  expect({ status: refused.status, allow: refused.headers.get('allow') }).toEqual({
    status: 405,
    allow: 'GET, PATCH',
  });
  expect((await call(`${serviceUrl}/instances`)).status).toBe(404);
  expect((await call(`${serviceUrl}/tasks/`)).status).toBe(404);
});

test('the log has verb, path and status, but no value of a query', async () => {
  const { serviceUrl, requests } = await start();
  await call(`${serviceUrl}/tasks?workflowInstanceId=secret&status=active`);
  await call(`${serviceUrl}/tasks/t-1`, 'PATCH', complete('Completed'));
  await fetch(`${serviceUrl}/tasks`);
  expect(requests).toEqual([
    { verb: 'GET', path: '/workflows/v1/tasks?workflowInstanceId&status', status: 200 },
    { verb: 'PATCH', path: '/workflows/v1/tasks/t-1', status: 204 },
    { verb: 'GET', path: '/workflows/v1/tasks', status: 401 },
  ]);
});

test('it listens on the loopback address only, and no longer once closed', async () => {
  const { serviceUrl, close } = await start();
  expect(serviceUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/workflows\/v1$/);
  await close();
  standIn = undefined;
  await expect(call(`${serviceUrl}/tasks`)).rejects.toThrow();
});
