import diagnostics from 'node:diagnostics_channel';
import { afterEach, describe, expect, test } from 'vitest';
import { disconnect } from '../../src/runtime/connect.js';
import type { SeenAnswer, SeenRequest } from '../../src/runtime/hooks.js';
import { connected, connectedTo, json, serving } from './connected-tasks.js';
import { connectTasks } from './tasks-connector.js';
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

  test('add their headers whatever a path argument looks like', async () => {
    const { server, nwc } = await connected((response) => void response.writeHead(204).end(), {
      hooks: { beforeSend: () => ({ 'X-Signature': 'sig' }) },
    });
    await nwc.Tasks.Patch_task({ id: 'a/..b?' });
    expect(server.received[0]).toMatchObject({
      url: '/v2/tasks/a%2F..b%3F',
      headers: { 'x-signature': 'sig' },
    });
  });

  test('one that takes its time ends with the call, and nothing is sent after it', async () => {
    let later: (() => void) | undefined;
    const beforeSend = (): Promise<undefined> =>
      new Promise((resolve) => {
        later = () => resolve(undefined);
      });
    const { server, nwc } = await connected(OK, { hooks: { beforeSend } });
    const error = await thrownBy(() => nwc.Tasks.Patch_task({ id: '7' }, { timeoutMs: 60 }));
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'TIMEOUT' });
    later?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.received).toEqual([]);
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
