import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import * as zlib from 'node:zlib';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { ConnectionError, ResponseError, TimeoutError } from '../../src/base/errors.js';
import type { HttpAnswer, HttpRequest } from '../../src/http/http-request.js';
import { type SendOptions, send } from '../../src/http/send.js';
import { startRawServer, startServer, type TestServer } from './test-server.js';

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function ask(
  server: TestServer,
  request: Partial<HttpRequest> = {},
  options: Partial<SendOptions> = {},
): Promise<HttpAnswer> {
  const dispatcher = new Agent();
  closers.push(
    () => dispatcher.destroy(),
    () => server.close(),
  );
  return send(
    {
      verb: 'GET',
      origin: server.origin,
      path: '/tasks/7?key=s3cret',
      headers: { 'x-key': 's3cret' },
      ...request,
    },
    { who: 'nwc › Tasks › Get_task', timeoutMs: 5_000, maxBytes: 100_000, dispatcher, ...options },
  );
}

const answering = (listener: RequestListener): Promise<TestServer> => startServer(listener);
const saying = (answer: (socket: Socket) => void): Promise<TestServer> => startRawServer(answer);
const failureOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => 'no failure',
    (error: unknown) => error,
  );
const text = (answer: HttpAnswer): string => Buffer.from(answer.body).toString('utf8');

describe('send', () => {
  test('sends verb, path, headers and body as they are', async () => {
    const server = await answering((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () =>
        response.end(`${request.method} ${request.url} ${request.headers['x-key']} ${body}`),
      );
    });
    const answer = await ask(server, { verb: 'PATCH', path: '/a/%2e%2e/b?c=%2F', body: '{"d":"é"}' });
    expect(text(answer)).toBe('PATCH /a/%2e%2e/b?c=%2F s3cret {"d":"é"}');
  });

  test('gives status and headers of an answer that is not success', async () => {
    const server = await answering((_request, response) => {
      response.writeHead(503, { 'Retry-After': '3', 'Set-Cookie': ['a=1', 'b=2'], 'X-Many': ['1', '2'] });
      response.end('later');
    });
    const answer = await ask(server);
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject({ 'retry-after': '3', 'set-cookie': 'a=1\nb=2', 'x-many': '1, 2' });
    expect(text(answer)).toBe('later');
  });

  test('waits for the real answer behind an interim one', async () => {
    const server = await answering((_request, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeHead(201, { 'x-real': '1' }).end('made');
    });
    const answer = await ask(server);
    expect([answer.status, answer.headers['x-real'], text(answer)]).toEqual([201, '1', 'made']);
    expect(answer.headers).not.toHaveProperty('link');
  });

  test('gives a body in memory of its own: headers and other answers are not behind it', async () => {
    const server = await answering((_request, response) => void response.end('short'));
    const { body } = await ask(server);
    expect([body.byteLength, body.buffer.byteLength]).toEqual([5, 5]);
  });

  test('follows no redirect', async () => {
    const server = await answering((_request, response) => {
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect((await ask(server)).status).toBe(307);
  });

  const content = '{"title":"Approve the order"}'.repeat(100);
  const codings: { name: string; coding: string | undefined; body: Buffer }[] = [
    { name: 'none', coding: undefined, body: Buffer.from(content) },
    { name: 'identity', coding: 'identity', body: Buffer.from(content) },
    { name: 'gzip', coding: 'gzip', body: gzipSync(content) },
    { name: 'x-gzip in capitals', coding: 'X-GZIP', body: gzipSync(content) },
    { name: 'deflate', coding: 'deflate', body: deflateSync(content) },
    { name: 'deflate without its wrapper', coding: 'deflate', body: deflateRawSync(content) },
    { name: 'brotli', coding: 'br', body: brotliCompressSync(content) },
    { name: 'brotli of gzip', coding: 'gzip, BR', body: brotliCompressSync(gzipSync(content)) },
    { name: 'gzip and no coding', coding: 'identity,, gzip', body: gzipSync(content) },
    { name: 'no coding twice', coding: 'identity, identity', body: Buffer.from(content) },
  ];
  for (const { name, coding, body } of codings) {
    for (const way of ['declared', 'chunked', 'byte by byte'] as const) {
      test(`decodes ${name}, ${way}`, async () => {
        const server = await answering((_request, response) => {
          if (coding !== undefined) response.setHeader('content-encoding', coding);
          if (way === 'declared') response.setHeader('content-length', body.length);
          if (way === 'byte by byte') for (const byte of body) response.write(Buffer.of(byte));
          else response.write(body);
          response.end();
        });
        expect(text(await ask(server))).toBe(content);
      });
    }
  }

  const bodiless: { name: string; verb: string; status: number; headers: Record<string, string> }[] = [
    {
      name: 'HEAD with the length of a large body',
      verb: 'HEAD',
      status: 200,
      headers: { 'content-length': '999999999' },
    },
    {
      name: 'HEAD with a content encoding',
      verb: 'HEAD',
      status: 200,
      headers: { 'content-encoding': 'gzip' },
    },
    { name: '204', verb: 'DELETE', status: 204, headers: {} },
    {
      name: '304 with a content encoding',
      verb: 'GET',
      status: 304,
      headers: { 'content-encoding': 'gzip' },
    },
    {
      name: 'gzip of nothing at all',
      verb: 'GET',
      status: 200,
      headers: { 'content-encoding': 'gzip', 'content-length': '0' },
    },
    {
      name: 'brotli of gzip of nothing at all',
      verb: 'GET',
      status: 200,
      headers: { 'content-encoding': 'gzip, br', 'content-length': '0' },
    },
  ];
  for (const { name, verb, status, headers } of bodiless) {
    test(`gives an empty body: ${name}`, async () => {
      const server = await answering((_request, response) => void response.writeHead(status, headers).end());
      const answer = await ask(server, { verb });
      expect([answer.status, answer.body.length]).toEqual([status, 0]);
    });
  }
});

test('decodes zstd where Node has it, and refuses it where not', async () => {
  // RFC 8878 §3.1.1: magic number, single segment of 7 bytes, one raw block that is the last.
  const frame = Buffer.concat([Buffer.from('28b52ffd2007390000', 'hex'), Buffer.from('{"a":1}')]);
  const server = await answering(
    (_request, response) => void response.writeHead(200, { 'content-encoding': 'zstd' }).end(frame),
  );
  const got = await ask(server).then(text, (error: ResponseError) => error.code);
  expect(got).toBe('createZstdDecompress' in zlib ? '{"a":1}' : 'RESPONSE_MALFORMED');
});

test('padding after gzip content is dropped, even where it does not end', async () => {
  const server = await startRawServer((socket) => {
    const zipped = gzipSync('{"a":1}');
    socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n');
    socket.write(`${zipped.length.toString(16)}\r\n`);
    socket.write(zipped);
    drip(socket, '\r\n', '1\r\n\0\r\n');
  });
  expect(text(await ask(server, {}, { timeoutMs: 2_000 }))).toBe('{"a":1}');
});

describe('send refuses an answer that is not whole or not bounded', () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const rows: { name: string; want: string; answer: (socket: Socket) => void }[] = [
    {
      name: 'body cut before its declared length',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a":1}'),
    },
    {
      name: 'chunked body without its last chunk',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) =>
        void socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7\r\n{"a":1}\r\n'),
    },
    {
      name: 'reset inside the body',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) =>
        void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a":1}', () => {
          setTimeout(() => socket.resetAndDestroy(), 50);
        }),
    },
    {
      name: 'cut gzip',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) => sendCoded(socket, 'gzip', gzipSync('{"a":1}'.repeat(1000)).subarray(0, -12)),
    },
    {
      name: 'cut brotli',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) => sendCoded(socket, 'br', brotliCompressSync('{"a":1}'.repeat(1000)).subarray(0, -3)),
    },
    {
      name: 'damaged gzip',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) => sendCoded(socket, 'gzip', Buffer.from('{"a":1}')),
    },
    {
      name: 'unknown content encoding',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) => sendCoded(socket, 'x-evil\u009b', Buffer.from('{"a":1}')),
    },
    {
      name: 'two content encodings, of which it has one',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) => sendCoded(socket, 'gzip, br', brotliCompressSync('{"a":1}')),
    },
    {
      name: 'two content encodings, the inner one cut',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) =>
        sendCoded(socket, 'gzip, br', brotliCompressSync(gzipSync('{"a":1}').subarray(0, -3))),
    },
    {
      name: 'two content encodings, the inner one empty',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) => sendCoded(socket, 'gzip, br', brotliCompressSync('')),
    },
    {
      name: 'two content encodings, and nobody knows the inner one',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) => sendCoded(socket, 'x-evil, gzip', gzipSync('{"a":1}')),
    },
    {
      name: 'five content encodings',
      want: 'RESPONSE_MALFORMED',
      answer: (socket) =>
        sendCoded(
          socket,
          Array(5).fill('gzip').join(),
          [1, 2, 3, 4, 5].reduce((inner) => gzipSync(inner), Buffer.from('{}')),
        ),
    },
    {
      name: 'a bomb in a bomb',
      want: 'RESPONSE_TOO_LARGE',
      answer: (socket) => sendCoded(socket, 'gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))),
    },
    {
      name: 'declared length over the limit',
      want: 'RESPONSE_TOO_LARGE',
      answer: (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100001\r\n\r\n'),
    },
    {
      name: 'endless chunks',
      want: 'RESPONSE_TOO_LARGE',
      answer: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
        const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
        const more = (): void => void (socket.destroyed || socket.write(chunk, () => setTimeout(more, 1)));
        more();
      },
    },
    {
      name: 'packed content that unpacks to nothing, for ever',
      want: 'RESPONSE_TOO_LARGE',
      answer: (socket) => {
        // RFC 1951 §3.2.4: a stored block of no bytes, again and again.
        const blocks = Buffer.from('000000ffff'.repeat(0x800), 'hex');
        socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n');
        socket.write(gzipSync('').subarray(0, 10));
        const more = (): void => void (socket.destroyed || socket.write(blocks, () => setTimeout(more, 1)));
        more();
      },
    },
    {
      name: 'a declared length over the limit of packed content',
      want: 'RESPONSE_TOO_LARGE',
      answer: (socket) =>
        void socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 100001\r\n\r\n'),
    },
    { name: 'gzip bomb', want: 'RESPONSE_TOO_LARGE', answer: (socket) => sendCoded(socket, 'gzip', bomb) },
    { name: 'no HTTP', want: 'CONNECTION_FAILED', answer: (socket) => void socket.end('SSH-2.0-server\r\n') },
    { name: 'closed without a word', want: 'CONNECTION_FAILED', answer: (socket) => void socket.end() },
    { name: 'reset', want: 'CONNECTION_FAILED', answer: (socket) => void socket.resetAndDestroy() },
    { name: 'no answer at all', want: 'TIMEOUT', answer: () => undefined },
    {
      name: 'a header line that never ends',
      want: 'TIMEOUT',
      answer: (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nx-slow: ', 'x'),
    },
    {
      name: 'a body that drips',
      want: 'TIMEOUT',
      answer: (socket) => drip(socket, 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', '1\r\nx\r\n'),
    },
  ];
  for (const { name, want, answer } of rows) {
    test(`${name}: ${want}`, async () => {
      const server = await saying(answer);
      const startedAt = Date.now();
      const failure = await failureOf(ask(server, {}, want === 'TIMEOUT' ? { timeoutMs: 300 } : {}));
      expect(failure).toMatchObject({ code: want });
      expect(Date.now() - startedAt).toBeLessThan(3_000);
      const { message } = failure as Error;
      expect(message).toContain(`nwc › Tasks › Get_task: `);
      expect(message).toContain(server.origin);
      expect(message).not.toContain('/tasks/7');
      expect(message).not.toContain('s3cret');
      expect(message).not.toContain('\u009b');
    });
  }

  test('keeps the kind of each error, the status and the cause', async () => {
    const cut = await saying(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\nx-id: 4\r\n\r\n{'),
    );
    const failure = await failureOf(ask(cut));
    expect(failure).toBeInstanceOf(ResponseError);
    expect(failure).toMatchObject({
      HttpResponseCode: 200,
      headers: { 'x-id': '4' },
      cause: expect.any(Error),
    });

    const silent = await saying(() => undefined);
    const late = await failureOf(ask(silent, {}, { timeoutMs: 50 }));
    expect(late).toBeInstanceOf(TimeoutError);
    expect((late as Error).message).toContain('within 50 ms');
  });

  test('says that nobody listens', async () => {
    const server = await answering(() => undefined);
    await server.close();
    const failure = await failureOf(
      send(
        { verb: 'GET', origin: server.origin, path: '/', headers: {} },
        { who: 'nwc', timeoutMs: 5_000, maxBytes: 1 },
      ),
    );
    expect(failure).toBeInstanceOf(ConnectionError);
    expect(failure).toMatchObject({ code: 'CONNECTION_FAILED', cause: { code: 'ECONNREFUSED' } });
    expect((failure as Error).message).toContain('ECONNREFUSED');
  });

  test('says that a name is not known', async () => {
    const failure = await failureOf(
      send(
        { verb: 'GET', origin: 'http://no-such-host.invalid', path: '/', headers: {} },
        { who: 'nwc', timeoutMs: 20_000, maxBytes: 1 },
      ),
    );
    expect(failure).toMatchObject({ code: 'CONNECTION_FAILED' });
  });

  test('a header with a line break is not sent, and not shown', async () => {
    const server = await answering((_request, response) => void response.end());
    const failure = await failureOf(ask(server, { headers: { 'x-key': 's3cret\r\nx-other: 1' } }));
    expect(failure).toMatchObject({ code: 'CONNECTION_FAILED' });
    expect((failure as Error).message).not.toContain('s3cret');
  });
});

describe('the caller can end a call', () => {
  const reason = new Error('changed my mind');

  test('before it starts', async () => {
    const server = await answering((_request, response) => void response.end());
    expect(await failureOf(ask(server, {}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });

  test('while it waits for headers', async () => {
    const server = await answering(() => undefined);
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    expect(await failureOf(ask(server, {}, { signal: controller.signal }))).toBe(reason);
  });

  for (const coding of ['', 'gzip']) {
    test(`while the body arrives ${coding}`, async () => {
      const server = await answering((_request, response) => {
        response.writeHead(200, { 'content-encoding': coding }).write(gzipSync('{}').subarray(0, 12));
      });
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 50);
      expect(await failureOf(ask(server, {}, { signal: controller.signal }))).toBe(reason);
    });
  }

  test('a second call on the same connection pool still works', async () => {
    const server = await answering((request, response) => {
      if (request.url !== '/slow') response.end('fine');
    });
    const dispatcher = new Agent({ connections: 1 });
    closers.push(() => dispatcher.destroy());
    await failureOf(ask(server, { path: '/slow' }, { dispatcher, timeoutMs: 100 }));
    expect(text(await ask(server, {}, { dispatcher }))).toBe('fine');
  });
});

function sendCoded(socket: Socket, coding: string, body: Buffer): void {
  socket.write(
    `HTTP/1.1 200 OK\r\ncontent-encoding: ${coding}\r\ncontent-length: ${body.length}\r\n\r\n`,
    'latin1',
  );
  socket.write(body);
}

function drip(socket: Socket, start: string, drop: string): void {
  socket.write(start);
  const timer = setInterval(() => socket.write(drop), 20);
  socket.on('close', () => clearInterval(timer));
}
