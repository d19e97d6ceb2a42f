import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RestBrokerError } from '../../../src/base/errors.js';
import type { ConnectOptions } from '../../../src/runtime/connect-options.js';
import { startRawServer, type TestServer } from '../../http/test-server.js';
import { closing, connectedTo, json, serving } from '../connected-tasks.js';
import type { TasksConnector } from '../tasks-connector.js';
import { thrownBy } from '../thrown-by.js';
import { FAILED, FAULTS, head, SECRET, say, whole } from './misbehaving.js';

const authentication = { mode: 'bearer', token: SECRET } as const;

async function against(
  answer: (socket: Socket) => void,
  options: ConnectOptions = {},
): Promise<{ server: TestServer; nwc: TasksConnector }> {
  const server = await startRawServer(answer);
  closing(() => server.close());
  return { server, nwc: connectedTo(server.origin, { authentication, ...options }) };
}

const GIVEN_UP = new Set(['TIMEOUT', 'RESPONSE_TOO_LARGE']);

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
  for (const { name, answer, want, hasCause, timeoutMs = 4_000, options: own } of FAULTS) {
    test(`${name}: ${want.code}`, async () => {
      const { server, nwc } = await against(answer, { maxResponseBytes: 1_000_000, ...options, ...own });
      const error = await thrownBy(() => nwc.Tasks.Get_tasks({ api_key: SECRET }, { timeoutMs }));
      expect(error).toBeInstanceOf(RestBrokerError);
      expect(error).toMatchObject(want);
      expect(error.message).toMatch(/^nwc › Tasks › Get_tasks: /);
      if (hasCause === true) expect(error.cause).toBeInstanceOf(Error);
      expect(shownOf(error)).not.toContain(SECRET);
      // What we gave up goes on for the service: only without its connection it ends.
      if (GIVEN_UP.has(want.code)) await expect.poll(() => server.connections()).toBe(0);
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

  test('headers called as what every object has', async () => {
    const headers = ['__proto__: 1', 'constructor: 2', 'hasOwnProperty: 3', '__proto__: 4'];
    for (const options of [{}, { hooks: {} }]) {
      const { nwc } = await against(say(whole('200 OK', '{}', ...headers)), options);
      const answer = await nwc.Tasks.Get_tasks.data({});
      expect(Object.getOwnPropertyDescriptor(answer.headers, '__proto__')?.value).toBe('1, 4');
      expect(answer.headers).toMatchObject({ constructor: '2', hasownproperty: '3' });
    }
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

  test('by a FIN right behind each answer: every call is sent once, or once more where it may be', async () => {
    const urls: string[] = [];
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        urls.push(bytes.toString().split(' ', 2).join(' '));
        if (socket.writable) socket.end(whole('200 OK', '{}'));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing(async () => void server.close());
    const { port } = server.address() as AddressInfo;
    const nwc = connectedTo(`http://127.0.0.1:${port}`, { authentication, retries: 2 });
    for (let id = 0; id < 20; id += 1) {
      const end = await nwc.Tasks.Patch_task({ id: String(id) }).catch((error: RestBrokerError) => error);
      if (end instanceof Error) expect(end).toMatchObject(FAILED);
      expect(await nwc.Tasks.Get_tasks({ workflowInstanceId: String(id) })).toEqual({
        HttpResponseCode: 200,
      });
    }
    const patches = urls.filter((url) => url.startsWith('PATCH'));
    expect(patches.length).toBeGreaterThan(0);
    expect(new Set(patches).size).toBe(patches.length);
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

test('a program that meets all of them lives, and ends by itself: no handle is left', async () => {
  const servers = await Promise.all(FAULTS.map(({ answer }) => startRawServer(answer)));
  for (const server of servers) closing(() => server.close());
  const program = fileURLToPath(new URL('fault-program.ts', import.meta.url));
  const origins = JSON.stringify(servers.map(({ origin }) => origin));
  const child = spawn(process.execPath, ['--import', 'tsx', program, origins]);
  const read = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (read.stdout += text));
  child.stderr.on('data', (text: Buffer) => (read.stderr += text));
  closing(async () => void child.kill());
  const [code] = (await once(child, 'close')) as [number];
  expect({ code, stderr: code === 0 ? '' : read.stderr }).toEqual({ code: 0, stderr: '' });
  expect(read.stdout + read.stderr).not.toContain(SECRET);
  expect(read.stdout.trim().split('\n')).toEqual(FAULTS.flatMap(({ want }) => [want.code, want.code]));
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
