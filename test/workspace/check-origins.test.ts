import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkOrigins } from '../../src/workspace/check-origins.js';
import { refreshServiceInstances } from '../../src/workspace/refresh-service-instances.js';
import { registerServiceInstance } from '../../src/workspace/register-service-instance.js';
import { put, snapshot, temporaryFolder } from './temporary-folder.js';

const descriptor = (title: string, reference = '#/components/schemas/A'): string =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title, version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/a': {
        get: {
          responses: {
            200: { description: 'ok', content: { 'application/json': { schema: { $ref: reference } } } },
          },
        },
      },
    },
    components: { schemas: { A: { type: 'object', properties: { id: { type: 'string' } } } } },
  });

/** A server whose answer the test decides, and what it was asked. */
async function origin(): Promise<{
  readonly url: string;
  readonly answers: { now: RequestListener };
  readonly asked: { readonly url: string; readonly headers: Readonly<Record<string, unknown>> }[];
}> {
  const answers: { now: RequestListener } = { now: (_request, response) => response.end(descriptor('A')) };
  const asked: { url: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    answers.now(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api.json`, answers, asked };
}

async function statusIn(folder: string, timeoutMs?: number) {
  const before = snapshot(folder);
  const [checked] = await checkOrigins(folder, timeoutMs === undefined ? {} : { timeoutMs });
  expect(snapshot(folder)).toEqual(before);
  return checked;
}

const tagged =
  (etag: string, text: string): RequestListener =>
  (request, response) => {
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.end(text);
  };

test('asks with the remembered entity tag, and takes 304 for the same', async () => {
  const folder = temporaryFolder();
  const { url, answers, asked } = await origin();
  answers.now = tagged('"v1"', descriptor('A'));
  await registerServiceInstance(folder, { name: 'a', location: url });
  expect(readFileSync(join(folder, 'service-instances.yaml'), 'utf8')).toContain(`etag: '"v1"'`);
  expect(await statusIn(folder)).toMatchObject({ name: 'a', status: 'same' });
  expect(asked.at(-1)?.headers).toMatchObject({ 'if-none-match': '"v1"' });

  answers.now = tagged('"v2"', descriptor('A'));
  expect(await statusIn(folder)).toMatchObject({ status: 'same' });

  answers.now = tagged('"v3"', descriptor('B'));
  expect(await statusIn(folder)).toMatchObject({
    status: 'drifted',
    place: { document: expect.stringMatching(/service-instances\.yaml$/), line: 6, column: 5 },
  });
  await refreshServiceInstances(folder);
  expect(await statusIn(folder)).toMatchObject({ status: 'same' });
  expect(asked.at(-1)?.headers).toMatchObject({ 'if-none-match': '"v3"' });
});

test('an unchanged descriptor with a new entity tag leaves the registry as it is', async () => {
  const folder = temporaryFolder();
  const { url, answers } = await origin();
  answers.now = tagged('"v1"', descriptor('A'));
  await registerServiceInstance(folder, { name: 'a', location: url });
  const before = snapshot(folder);
  answers.now = tagged('"v2"', descriptor('A'));
  await refreshServiceInstances(folder);
  expect(snapshot(folder)).toEqual(before);
});

test('asks with the date where there is no entity tag', async () => {
  const folder = temporaryFolder();
  const { url, answers, asked } = await origin();
  const date = 'Sat, 21 Nov 2026 10:00:00 GMT';
  answers.now = (request, response) => {
    response.setHeader('last-modified', date);
    if (request.headers['if-modified-since'] === date) response.writeHead(304).end();
    else response.end(descriptor('A'));
  };
  await registerServiceInstance(folder, { name: 'a', location: url });
  expect(await statusIn(folder)).toMatchObject({ status: 'same' });
  expect(asked.at(-1)?.headers).toMatchObject({ 'if-modified-since': date });
});

test('a file that the descriptor refers to counts, though the root is unchanged', async () => {
  const folder = temporaryFolder();
  const { url, answers } = await origin();
  let type = 'string';
  answers.now = (request, response) => {
    if (request.url === '/part.json')
      return response.end(JSON.stringify({ A: { type: 'object', properties: { id: { type } } } }));
    return tagged('"root"', descriptor('A', 'part.json#/A'))(request, response);
  };
  await registerServiceInstance(folder, { name: 'a', location: url });
  expect(readFileSync(join(folder, 'service-instances.yaml'), 'utf8')).not.toContain('etag');
  expect(await statusIn(folder)).toMatchObject({ status: 'same' });
  type = 'integer';
  expect(await statusIn(folder)).toMatchObject({ status: 'drifted' });
});

const refusing = [
  {
    name: 'a server error',
    now: (_: unknown, response) => response.writeHead(500).end(),
    reason: /status 500/,
  },
  { name: 'no rights', now: (_: unknown, response) => response.writeHead(401).end(), reason: /status 401/ },
  { name: 'a login page', now: (_: unknown, response) => response.end('<html>'), reason: /HTML/ },
  {
    name: 'a 304 that nobody asked for',
    now: (_: unknown, response) => response.writeHead(304).end(),
    reason: /status 304/,
  },
  {
    name: 'a connection that is cut',
    now: (request) => request.socket.destroy(),
    reason: /could not be reached|cut off/,
  },
  { name: 'no answer in time', now: () => undefined, reason: /did not arrive within 150 ms/ },
] satisfies readonly { name: string; now: RequestListener; reason: RegExp }[];

test.each(refusing)('$name is neither the same nor drifted', async ({ now, reason }) => {
  const folder = temporaryFolder();
  const { url, answers } = await origin();
  await registerServiceInstance(folder, { name: 'a', location: url });
  answers.now = now;
  expect(await statusIn(folder, 150)).toMatchObject({
    status: 'not-asked',
    reason: expect.stringMatching(reason),
  });
});

test('all are asked, whatever the first one says; files are compared as files', async () => {
  const folder = temporaryFolder();
  const { url, answers } = await origin();
  await registerServiceInstance(folder, { name: 'down', location: url });
  put(folder, {
    'same.json': descriptor('S'),
    'drifted.json': descriptor('D'),
    'gone.json': descriptor('G'),
  });
  for (const name of ['same', 'drifted', 'gone'])
    await registerServiceInstance(folder, { name, location: join(folder, `${name}.json`) });
  answers.now = (_request, response) => response.writeHead(503).end();
  writeFileSync(join(folder, 'drifted.json'), descriptor('E'));
  put(folder, { 'gone.json': '' });
  const checked = await checkOrigins(folder);
  expect(checked.map(({ name, status }) => `${name} ${status}`)).toEqual([
    'down not-asked',
    'same same',
    'drifted drifted',
    'gone not-asked',
  ]);
});
