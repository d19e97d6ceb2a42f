import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../src/http/http-request.js';
import { type SendOptions, send } from '../../src/http/send.js';
import { startRawServer, startServer, type TestServer } from './test-server.js';

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

// This file does not import undici: the platform's own copy of it has to come first.
beforeAll(async () => {
  await (await fetch('data:,x')).text();
});

const failureOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'no failure',
    (error: unknown) => error,
  );

async function ask(server: TestServer, options: Partial<SendOptions> = {}): Promise<HttpAnswer> {
  closers.push(() => server.close());
  const request = {
    verb: 'POST',
    origin: server.origin,
    path: '/tasks',
    headers: { 'x-key': 'k' },
    body: '{}',
  };
  return send(request, { who: 'nwc', timeoutMs: 5_000, maxBytes: 1_000_000, ...options });
}

describe("where the platform's fetch was called first, its dispatcher is the global one", () => {
  test('an answer, its headers and its bytes', async () => {
    const server = await startServer((request, response) =>
      response
        .writeHead(201, { 'set-cookie': ['a=1', 'b=2'], 'x-key': request.headers['x-key'] })
        .end('x'.repeat(300_000)),
    );
    const answer = await ask(server);
    expect(answer).toMatchObject({ status: 201, headers: { 'set-cookie': 'a=1\nb=2', 'x-key': 'k' } });
    expect(answer.body).toHaveLength(300_000);
  });

  test('a coded answer, which is slowed down while it is decoded', async () => {
    const content = Buffer.alloc(900_000, 'task ').map((byte, index) => byte ^ ((index * 7919) % 251));
    const server = await startServer((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(content)),
    );
    expect(Buffer.compare((await ask(server)).body, content)).toBe(0);
  });

  test('too much, too late, cut off, refused and given up end as they should', async () => {
    const large = await startServer((_request, response) => void response.end('x'.repeat(2_000)));
    expect(await failureOf(ask(large, { maxBytes: 100 }))).toMatchObject({ code: 'RESPONSE_TOO_LARGE' });
    const silent = await startServer(() => undefined);
    expect(await failureOf(ask(silent, { timeoutMs: 50 }))).toMatchObject({ code: 'TIMEOUT' });
    const cut = await startRawServer((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{'),
    );
    expect(await failureOf(ask(cut))).toMatchObject({ code: 'RESPONSE_MALFORMED' });
    const gone = await startServer(() => undefined);
    await gone.close();
    const refused = send(
      { verb: 'GET', origin: gone.origin, path: '/', headers: {} },
      { who: 'nwc', timeoutMs: 5_000, maxBytes: 100 },
    );
    expect(await failureOf(refused)).toMatchObject({ code: 'CONNECTION_FAILED' });
    const reason = new Error('changed my mind');
    const controller = new AbortController();
    const givenUp = failureOf(
      ask(await startServer(() => controller.abort(reason)), { signal: controller.signal }),
    );
    expect(await givenUp).toBe(reason);
  });

  test('the platform goes on using its dispatcher', async () => {
    const server = await startServer((_request, response) => void response.end('x'));
    await ask(server);
    expect(await (await fetch(server.origin)).text()).toBe('x');
  });
});
