import { connect } from 'node:net';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { type Caller, startWorkflowServer, workflowEndpoint } from '../../src/server/index.js';
import { waitOf, workflowsOn } from '../workflow/stores.js';

const TOKEN = 'token-of-whoever-asks';
const CALLER: Caller = { name: 'all', token: TOKEN, rights: ['start', 'serverEvent'], workflows: 'all' };

async function served() {
  const workflows = workflowsOn(':memory:');
  const definition = workflows.define('Waiting', async (_input, step) => {
    return (await step.waitForExternalSystem('Event', { invoke: () => 1 })).dataFields;
  });
  await workflows.work();
  const server = await startWorkflowServer({ workflows, callers: [CALLER] });
  onTestFinished(() => server.close());
  const instance = await workflows.start(definition, {});
  const { serialNumber } = await waitOf(workflows, instance.number);
  return { workflows, serviceUrl: server.serviceUrl, instance, serialNumber };
}

const ask = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, headers: { authorization: `Bearer ${TOKEN}`, ...init.headers } });

test.each([
  { verb: 'PUT', path: '/workflows', allow: 'GET' },
  { verb: 'DELETE', path: '/workflows/1', allow: 'GET, POST' },
  { verb: 'PATCH', path: '/serverEvents/1_1', allow: 'GET' },
  { verb: 'OPTIONS', path: '/tasks', allow: 'GET' },
  { verb: 'GET', path: '/serverEvents/1_1/finish', allow: 'POST' },
  { verb: 'POST', path: '/swagger.json', allow: 'GET' },
])('$verb $path is answered with what the address takes', async ({ verb, path, allow }) => {
  const { serviceUrl } = await served();
  const answer = await ask(`${serviceUrl}${path}`, { method: verb });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await answer.json()).toMatchObject({ status: 405, Message: `This address takes ${allow}.` });
});

test('HEAD is GET without the body', async () => {
  const { serviceUrl, serialNumber } = await served();
  for (const path of ['', '/swagger.json', '/workflows', `/serverEvents/${serialNumber}`]) {
    const answer = await ask(`${serviceUrl}${path}`, { method: 'HEAD' });
    expect([path, answer.status, await answer.text()]).toEqual([path, 200, '']);
  }
});

test('what is not there is a problem too, wherever it is not', async () => {
  const { serviceUrl } = await served();
  for (const path of ['/', '/api', '/favicon.ico']) {
    const answer = await ask(`${new URL(serviceUrl).origin}${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      status: 404,
      Message: expect.stringMatching(/api\/workflow\/v1/),
    });
  }
});

test("the page and the document may be linked to from other sites; nothing else takes another site's requests", async () => {
  const { serviceUrl } = await served();
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await ask(serviceUrl, { headers })).status).toBe(200);
  expect((await ask(`${serviceUrl}/swagger.json`, { headers })).status).toBe(200);
  expect((await ask(`${serviceUrl}/workflows`, { headers })).status).toBe(403);
});

test('in a server of its own it is served below a prefix, and says so', async () => {
  const { workflows } = await served();
  const app = fastify();
  onTestFinished(() => app.close());
  await app.register(workflowEndpoint, { prefix: '/k2', workflows, callers: [CALLER] });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  expect(await (await ask(`${origin}/k2/Api/Workflow/v1/workflows`)).json()).toMatchObject({ itemCount: 1 });
  expect(await (await ask(`${origin}/k2/api/workflow/v1/swagger.json`)).json()).toMatchObject({
    basePath: '/k2/api/workflow/v1',
  });
  expect(await (await ask(`${origin}/k2/api/workflow/v1`)).text()).toContain(
    'data-base="/k2/api/workflow/v1"',
  );
  expect((await ask(`${origin}/elsewhere`)).status).toBe(404);
});

test.each([
  { name: 'a type that is none', headers: { 'content-type': 'nonsense' }, message: /application\/json/ },
  {
    name: 'another charset',
    headers: { 'content-type': 'application/json; charset=iso-8859-1' },
    message: /UTF-8/,
  },
  {
    name: 'a compressed body',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    message: /compressed/,
  },
])('a body that would be read as what it is not is refused: $name', async ({ headers, message }) => {
  const { serviceUrl, serialNumber, workflows } = await served();
  const answer = await ask(`${serviceUrl}/serverEvents/${serialNumber}/finish`, {
    method: 'POST',
    headers,
    body: '{}',
  });
  expect([answer.status, await answer.json()]).toMatchObject([
    415,
    { Message: expect.stringMatching(message) },
  ]);
  expect((await workflows.wait(serialNumber))?.wait.state).toBe('waiting');
});

test('a body without a type is refused like one of another', async () => {
  const { serviceUrl, serialNumber } = await served();
  const { hostname, port } = new URL(serviceUrl);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `POST /api/workflow/v1/serverEvents/${serialNumber}/finish HTTP/1.1\r\nHost: ${hostname}\r\n` +
          `Authorization: Bearer ${TOKEN}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
      ),
    );
    let text = '';
    socket.on('data', (data) => {
      text += String(data);
    });
    socket.on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 415 .*The body must be application\/json\./s);
});

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset="UTF-8"',
  'application/vnd.k2+json; charset=us-ascii; odata=verbose',
])('nothing in a body is rounded: %s', async (type) => {
  const { serviceUrl, serialNumber, instance } = await served();
  const body =
    '{"dataFields":{"id":9007199254740993,"list":[-12345678901234567890],"huge":1e400,"price":19.99,"text":"9007199254740993","__proto__":{"a":1}}}';
  const answer = await ask(`${serviceUrl}/serverEvents/${serialNumber}/finish`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  expect(answer.status).toBe(204);
  const given = (await instance.result()) as Readonly<Record<string, unknown>>;
  expect(given).toMatchObject({
    id: 9007199254740993n,
    list: [-12345678901234567890n],
    huge: '1e400',
    price: 19.99,
    text: '9007199254740993',
  });
  expect(Object.keys(given)).toContain('__proto__');
});

test.each([
  { name: 'no credential at all', caller: { token: undefined }, why: /neither a token nor a password/ },
  { name: 'a token with a space', caller: { token: 'a token with a space' }, why: /ASCII without spaces/ },
  {
    name: 'a right that there is not',
    caller: { rights: ['finish'] },
    why: /rights are a list of start, serverEvent/,
  },
  { name: 'rights that are no list', caller: { rights: 'start' }, why: /rights are a list/ },
  { name: 'workflows that are no list', caller: { workflows: 'Waiting' }, why: /workflows are a list/ },
  { name: 'no workflows', caller: { workflows: undefined }, why: /workflows are a list/ },
  {
    name: 'a colon in a user name',
    caller: { userName: 'a:b', password: 'long enough to be one' },
    why: /colon/,
  },
])('a caller whose rights are not clear is refused at the start: $name', async ({ caller, why }) => {
  const workflows = workflowsOn(':memory:');
  const callers = [{ ...CALLER, ...caller } as unknown as Caller];
  await expect(startWorkflowServer({ workflows, callers })).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    message: expect.stringMatching(why),
  });
});

test('two callers do not share a credential: it would be chance whose rights hold', async () => {
  const workflows = workflowsOn(':memory:');
  const callers = [CALLER, { ...CALLER, name: 'other', rights: [] }];
  await expect(startWorkflowServer({ workflows, callers })).rejects.toThrow(/same token/);
});
