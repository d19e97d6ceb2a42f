import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RestBrokerError } from '../../../src/base/errors.js';
import type { ConnectOptions } from '../../../src/runtime/open-service-instance.js';
import { startRawServer, type TestServer } from '../../http/test-server.js';
import { closing, connectedTo, json, serving } from '../connected-tasks.js';
import type { TasksConnector } from '../tasks-connector.js';
import { thrownBy } from '../thrown-by.js';

const SECRET = 's3cret-of-the-instance';
const authentication = { mode: 'bearer', token: SECRET } as const;

async function against(
  answer: (socket: Socket) => void,
  options: ConnectOptions = {},
): Promise<{ server: TestServer; nwc: TasksConnector }> {
  const server = await startRawServer(answer);
  closing(() => server.close());
  return { server, nwc: connectedTo(server.origin, { authentication, ...options }) };
}

const head = (status: string, ...headers: string[]): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`;

const say =
  (text: string, ending: 'end' | 'open' = 'end') =>
  (socket: Socket): void =>
    void (ending === 'end' ? socket.end(text) : socket.write(text));

const whole = (status: string, body: string, ...headers: string[]): string =>
  head(status, `content-length: ${Buffer.byteLength(body)}`, ...headers) + body;

function drip(socket: Socket, start: string, drop: string): void {
  socket.write(start);
  const timer = setInterval(() => socket.write(drop), 10);
  socket.on('close', () => clearInterval(timer));
}

function flood(socket: Socket): void {
  socket.write(head('200 OK', 'transfer-encoding: chunked'));
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  const more = (): void => void (socket.destroyed || socket.write(chunk, () => setTimeout(more, 1)));
  more();
}

const bomb = gzipSync(Buffer.alloc(50_000_000));
const deep = '['.repeat(100_000) + ']'.repeat(100_000);

/** What the answer echoes of the request must not be shown either. */
const ECHO = `x-echo: Bearer ${SECRET}`;

interface Fault {
  readonly name: string;
  readonly answer: (socket: Socket) => void;
  readonly want: { readonly name: string; readonly code: string; readonly HttpResponseCode?: number };
  readonly hasCause?: true;
  readonly timeoutMs?: number;
}

const MALFORMED = { name: 'ResponseError', code: 'RESPONSE_MALFORMED', HttpResponseCode: 200 };
const FAILED = { name: 'ConnectionError', code: 'CONNECTION_FAILED' };
const LATE = { name: 'TimeoutError', code: 'TIMEOUT' };
const LARGE = { name: 'ResponseError', code: 'RESPONSE_TOO_LARGE', HttpResponseCode: 200 };

const FAULTS: readonly Fault[] = [
  {
    name: 'a truncated body',
    answer: say(`${head('200 OK', 'content-length: 100', ECHO)}{"tasks":`),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'no last chunk',
    answer: say(`${head('200 OK', 'transfer-encoding: chunked', ECHO)}2\r\n{}\r\n`),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'more bytes than declared',
    answer: say(`${head('200 OK', 'content-length: 5')}{"tasks":[]}`),
    want: MALFORMED,
  },
  {
    name: 'a reset in the middle',
    answer: (socket) =>
      void socket.write(`${head('200 OK', 'content-length: 100', ECHO)}{`, () =>
        setTimeout(() => socket.resetAndDestroy(), 20),
      ),
    want: MALFORMED,
    hasCause: true,
  },
  {
    name: 'a reset before the answer',
    answer: (socket) => void socket.resetAndDestroy(),
    want: FAILED,
    hasCause: true,
  },
  { name: 'a close before the answer', answer: (socket) => void socket.end(), want: FAILED, hasCause: true },
  {
    name: 'slow headers',
    answer: (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nx: ', 'x'),
    want: LATE,
    timeoutMs: 200,
  },
  {
    name: 'a slow body',
    answer: (socket) => drip(socket, head('200 OK', 'transfer-encoding: chunked'), '1\r\n \r\n'),
    want: LATE,
    timeoutMs: 200,
  },
  { name: 'an endless body', answer: flood, want: LARGE },
  {
    name: 'a gzip bomb',
    answer: (socket) => {
      socket.write(head('200 OK', 'content-encoding: gzip', ECHO, `content-length: ${bomb.length}`));
      socket.write(bomb);
    },
    want: LARGE,
  },
  {
    name: 'invalid JSON with 200',
    answer: say(whole('200 OK', `{"tasks": ${SECRET}`, ECHO)),
    want: MALFORMED,
  },
  { name: 'an empty 200', answer: say(whole('200 OK', '', ECHO)), want: MALFORMED },
  { name: 'JSON 100,000 deep', answer: say(whole('200 OK', deep)), want: MALFORMED },
  {
    name: 'JSON 100,000 deep in a Property',
    answer: say(whole('200 OK', `{"tasks":${deep}}`)),
    want: MALFORMED,
  },
  {
    name: 'HTML with 500',
    answer: say(whole('500 Oh', `<h1>${SECRET}</h1>`, ECHO)),
    want: { name: 'ResponseError', code: 'RESPONSE_NOT_SUCCESS', HttpResponseCode: 500 },
  },
  {
    name: 'huge headers',
    answer: say(whole('200 OK', '{}', `x-huge: ${'x'.repeat(100_000)}`)),
    want: FAILED,
    hasCause: true,
  },
  {
    name: 'two lengths',
    answer: say(`${head('200 OK', 'content-length: 2', 'content-length: 3')}{}`),
    want: FAILED,
    hasCause: true,
  },
  {
    name: 'a redirect',
    answer: say(whole('307 There', '', 'location: https://other.example/')),
    want: { name: 'ResponseError', code: 'RESPONSE_NOT_SUCCESS', HttpResponseCode: 307 },
  },
  {
    name: '204 that declares a body',
    answer: say(whole('204 Nothing', '{}')),
    want: { ...MALFORMED, HttpResponseCode: 204 },
    hasCause: true,
  },
  { name: 'no HTTP', answer: say(`SSH-2.0 ${SECRET}\r\n`), want: FAILED, hasCause: true },
];

/** Everything a program would print of an error. */
const shownOf = (error: Error): string =>
  `${error.message}\n${error.stack}\n${inspect(error, { depth: 9, showHidden: true })}\n${JSON.stringify(error)}`;

const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);

beforeAll(() => {
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtExceptionMonitor', onUnhandled);
});
afterAll(() => {
  process.off('unhandledRejection', onUnhandled);
  process.off('uncaughtExceptionMonitor', onUnhandled);
  expect(unhandled).toEqual([]);
});

describe.each([
  { way: 'plainly', options: {} },
  { way: 'with all that may go around', options: { redirects: 0, hooks: {}, retries: 0 } },
])('a fault of the service, sent $way', ({ options }) => {
  for (const { name, answer, want, hasCause, timeoutMs = 4_000 } of FAULTS) {
    test(`${name}: ${want.code}`, async () => {
      const { nwc } = await against(answer, { maxResponseBytes: 1_000_000, ...options });
      const error = await thrownBy(() => nwc.Tasks.Get_tasks({ api_key: SECRET }, { timeoutMs }));
      expect(error).toBeInstanceOf(RestBrokerError);
      expect(error).toMatchObject(want);
      expect(error.message).toMatch(/^nwc › Tasks › Get_tasks: /);
      if (hasCause === true) expect(error.cause).toBeInstanceOf(Error);
      expect(shownOf(error)).not.toContain(SECRET);
    });
  }
});

describe('no fault at all', () => {
  test('204 with a body', async () => {
    const { nwc } = await against(say(`${head('204 Nothing')}{"id":"7"}`));
    expect(await nwc.Tasks.Patch_task({ id: '7' })).toEqual({ HttpResponseCode: 204 });
  });

  test('a header twice', async () => {
    const { nwc } = await against(say(whole('200 OK', '{}', 'x-a: 1', 'x-a: 2')));
    expect((await nwc.Tasks.Get_tasks.data({})).headers).toMatchObject({ 'x-a': '1, 2' });
  });

  test('2^53 + 1 survives', async () => {
    const { nwc } = await against(say(whole('200 OK', '{"tasks":[{"id":9007199254740993}]}')));
    expect((await nwc.Tasks.Get_tasks({}))['tasks']).toBe('[{"id":9007199254740993}]');
  });

  test('__proto__ in an answer is data', async () => {
    const { nwc } = await against(say(whole('200 OK', '{"tasks":[{"__proto__":{"polluted":1}}]}')));
    expect((await nwc.Tasks.Get_tasks({}))['tasks']).toBe('[{"__proto__":{"polluted":1}}]');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('nobody there', () => {
  test('connection refused', async () => {
    const { server, nwc } = await against(() => undefined);
    await server.close();
    closing(async () => undefined);
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(error).toMatchObject({ ...FAILED, cause: { code: 'ECONNREFUSED' } });
    expect(shownOf(error)).not.toContain(SECRET);
  });

  test('no such name', async () => {
    const nwc = connectedTo('https://no-such-host.invalid', { authentication });
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(error).toMatchObject(FAILED);
    expect(error.cause).toBeInstanceOf(Error);
    expect(shownOf(error)).not.toContain(SECRET);
  });
});

describe('a connection that was kept alive and is half closed', () => {
  /** Answers the first request of each connection, and hangs up at the second. */
  async function halfClosing(): Promise<{ server: Server; requests: string[]; origin: string }> {
    const requests: string[] = [];
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      let count = 0;
      socket.on('data', (bytes) => {
        requests.push(bytes.toString().split(' ', 1)[0] ?? '');
        count += 1;
        if (count === 1) socket.write(whole('200 OK', '{}'));
        else socket.resetAndDestroy();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing(async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return { server, requests, origin: `http://127.0.0.1:${port}` };
  }

  /** Until the connection is back in its pool. */
  const idle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

  test('a PATCH is sent once', async () => {
    const { requests, origin } = await halfClosing();
    const nwc = connectedTo(origin, { authentication, retries: 2 });
    await nwc.Tasks.Get_tasks({});
    await idle();
    const error = await thrownBy(() => nwc.Tasks.Patch_task({ id: '7' }));
    expect(error).toMatchObject(FAILED);
    expect(requests).toEqual(['GET', 'PATCH']);
  });

  test('a GET is sent again where retries are allowed', async () => {
    const { requests, origin } = await halfClosing();
    const nwc = connectedTo(origin, { authentication, retries: 2 });
    await nwc.Tasks.Get_tasks({});
    await idle();
    await nwc.Tasks.Get_tasks({});
    expect(requests).toEqual(['GET', 'GET', 'GET']);
  });
});

test('no handle is left behind', async () => {
  const count = (): number =>
    process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap' || kind === 'Timeout').length;
  const server = await serving(json(503, {}, { 'retry-after': '1' }));
  const before = count();
  const options: ConnectOptions = {
    authentication,
    retries: 1,
    redirects: 1,
    hooks: {},
    ownConnections: true,
  };
  const { disconnect } = await import('../../../src/runtime/connect.js');
  const { connectTasks } = await import('../tasks-connector.js');
  const nwc = connectTasks({ serviceUrl: server.origin, ...options });
  for (const timeoutMs of [50, 500]) await thrownBy(() => nwc.Tasks.Get_tasks({}, { timeoutMs }));
  await thrownBy(() => nwc.Tasks.Get_tasks({}, { signal: AbortSignal.abort(new Error('no')) }));
  await disconnect(nwc);
  await server.close();
  await expect.poll(count, { timeout: 3_000 }).toBeLessThanOrEqual(before);
  closing(async () => undefined);
});
