import { inspect } from 'node:util';
import { Agent } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import type { ServiceInstanceDefinition } from '../../src/model/definition.js';
import type { ConnectOptions } from '../../src/runtime/connect-options.js';
import { type EchoServer, type Received, startEchoServer } from './echo-server.js';
import { connectTasks, type Row, type TasksConnector } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  delete process.env['RB_TEST_TOKEN'];
});

type Answer = Parameters<typeof startEchoServer>[0];

async function connected(
  options: ConnectOptions,
  registered: Partial<ServiceInstanceDefinition> = {},
  answer?: Answer,
): Promise<{ server: EchoServer; nwc: TasksConnector }> {
  const server = await startEchoServer(answer);
  const dispatcher = new Agent();
  closers.push(
    () => dispatcher.destroy(),
    () => server.close(),
  );
  return { server, nwc: connectTasks({ serviceUrl: server.origin, dispatcher, ...options }, registered) };
}

async function received(
  options: ConnectOptions,
  inputs: Row = {},
  registered: Partial<ServiceInstanceDefinition> = {},
): Promise<Received> {
  const { server, nwc } = await connected(options, registered);
  await nwc.Tasks.Get_tasks(inputs);
  const [request] = server.received;
  if (request === undefined) throw new Error('nothing was received');
  return request;
}

describe('headers', () => {
  const bearer = { authentication: { mode: 'bearer', token: 'instance' } } as const;
  const rows: { name: string; given: Parameters<typeof received>; want: Partial<Received['headers']> }[] = [
    { name: 'registered ones', given: [{}, {}, { defaultHeaders: { 'X-A': '1' } }], want: { 'x-a': '1' } },
    {
      name: "connect's before registered ones",
      given: [{ defaultHeaders: { 'x-a': '2' } }, {}, { defaultHeaders: { 'X-A': '1' } }],
      want: { 'x-a': '2' },
    },
    {
      name: "connect's as K2 serialized them",
      given: [
        {
          defaultHeaders:
            '{"$type":"HTTPHeader[]","$values":[{"$type":"HTTPHeader","Name":"X-A","Value":"1"},{"$type":"HTTPHeader","Name":"X-B","Value":"b c"}]}',
        },
        {},
        { defaultHeaders: { 'x-a': '0' } },
      ],
      want: { 'x-a': '1', 'x-b': 'b c' },
    },
    {
      name: "connect's as a list, or as the platform's own",
      given: [{ defaultHeaders: [{ Name: 'X-A', Value: '1' }] }],
      want: { 'x-a': '1' },
    },
    {
      name: "the registration's accept before the described one",
      given: [{ defaultHeaders: { Accept: 'application/json;odata=verbose' } }],
      want: { accept: 'application/json;odata=verbose' },
    },
    {
      name: 'the credential before default headers',
      given: [{ ...bearer, defaultHeaders: { Authorization: 'default' } }],
      want: { authorization: 'Bearer instance' },
    },
    {
      name: "the call's own before the credential",
      given: [bearer, { HttpHeaders: { Authorization: 'Bearer own' } }],
      want: { authorization: 'Bearer own' },
    },
    {
      name: "the call's own before an input",
      given: [{}, { Accept_Language: 'de', HttpHeaders: { 'accept-language': 'fr' } }],
      want: { 'accept-language': 'fr' },
    },
    {
      name: 'an input before default headers',
      given: [{ defaultHeaders: { 'accept-language': 'en' } }, { Accept_Language: 'de' }],
      want: { 'accept-language': 'de' },
    },
    {
      name: 'cookies of all are joined',
      given: [
        {
          authentication: { mode: 'api-key', in: 'cookie', name: 'key', value: 'k' },
          defaultHeaders: { cookie: 'd=1' },
        },
        { sid: 's', HttpHeaders: { Cookie: 'own=1' } },
      ],
      want: { cookie: 'sid=s; d=1; key=k; own=1' },
    },
  ];
  for (const { name, given, want } of rows) {
    test(name, async () => expect((await received(...given)).headers).toMatchObject(want));
  }

  test('variables are read when the call is made', async () => {
    const { server, nwc } = await connected({ defaultHeaders: { 'x-tenant': 'a-${RB_TEST_TOKEN}' } });
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(error).toMatchObject({ code: 'CREDENTIAL_MISSING' });
    expect(error.message).toContain('RB_TEST_TOKEN is not set');
    process.env['RB_TEST_TOKEN'] = 'one';
    await nwc.Tasks.Get_tasks({});
    process.env['RB_TEST_TOKEN'] = 'two';
    await nwc.Tasks.Get_tasks({});
    expect(server.received.map(({ headers }) => headers['x-tenant'])).toEqual(['a-one', 'a-two']);
  });

  test('a credential function is asked at each call', async () => {
    let asked = 0;
    const token = async (): Promise<string> => `token-${++asked}`;
    const { server, nwc } = await connected({ authentication: { mode: 'bearer', token } });
    expect(asked).toBe(0);
    await nwc.Tasks.Get_tasks({});
    await nwc.Tasks.Get_tasks({});
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('an API key joins the query', async () => {
    const authentication = { mode: 'api-key', in: 'query', name: 'code', value: 'a&b' } as const;
    expect((await received({ authentication })).url).toBe('/v2/tasks?code=a%26b');
    expect((await received({ authentication }, { workflowInstanceId: 'x' })).url).toBe(
      '/v2/tasks?workflowInstanceId=x&code=a%26b',
    );
  });

  test('an operation that needs no credential gets none', async () => {
    const { server, nwc } = await connected({ authentication: { mode: 'bearer', token: () => 'abc' } });
    await nwc.Tasks.Get_open(undefined);
    expect(server.received[0]?.headers).not.toHaveProperty('authorization');
  });

  test("an operation's own host gets no credential by the descriptor's word", async () => {
    const authentication = { mode: 'bearer', token: 's3cret-token' } as const;
    const nwc = connectTasks({ authentication });
    const error = await thrownBy(() => nwc.Tasks.Upload({ title: 'x' }));
    expect(error).toMatchObject({ code: 'SERVICE_URL_INVALID' });
    const { server, nwc: there } = await connected({ authentication });
    await there.Tasks.Upload({ title: 'x', HttpHeaders: { 'content-type': 'text/plain' } });
    expect(server.received[0]).toMatchObject({
      url: '/upload/files',
      headers: {
        authorization: 'Bearer s3cret-token',
        'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/),
      },
    });
  });
});

describe('no credential comes out in an error', () => {
  const SECRET = 's3cret"tok/en é';
  type Options = Omit<ConnectOptions, 'defaultHeaders'> & {
    readonly defaultHeaders?: Readonly<Record<string, string>>;
  };
  const ways: { name: string; options: Options; inputs?: Row }[] = [
    { name: 'bearer', options: { authentication: { mode: 'bearer', token: SECRET } } },
    { name: 'bearer from a function', options: { authentication: { mode: 'bearer', token: () => SECRET } } },
    { name: 'static', options: { authentication: { mode: 'static', userName: 'me', password: SECRET } } },
    {
      name: 'API key in a header',
      options: { authentication: { mode: 'api-key', in: 'header', name: 'x-k', value: SECRET } },
    },
    {
      name: 'API key in the query',
      options: { authentication: { mode: 'api-key', in: 'query', name: 'k', value: SECRET } },
    },
    {
      name: 'API key in a cookie',
      options: { authentication: { mode: 'api-key', in: 'cookie', name: 'k', value: SECRET } },
    },
    {
      name: 'default header from a variable',
      options: { defaultHeaders: { 'x-plain': '${RB_TEST_TOKEN}' } },
    },
    {
      name: 'part of a default header from a variable',
      options: { defaultHeaders: { 'x-plain': 'v1:${RB_TEST_TOKEN}' } },
    },
    {
      name: 'what a hook adds',
      options: {
        hooks: { beforeSend: () => ({ 'X-Signature': SECRET, authorization: `Bearer ${SECRET}` }) },
      },
    },
    { name: 'default header', options: { defaultHeaders: { 'X-Auth': SECRET } } },
    { name: 'HttpHeaders', options: {}, inputs: { HttpHeaders: { Authorization: `Bearer ${SECRET}` } } },
    { name: 'an input called api_key', options: {}, inputs: { api_key: SECRET } },
  ];
  // What the server may do with what it got: everything comes back, in the body, in headers, cut or whole.
  const echo: Answer = (response, request) => {
    const told = `${request.url} ${JSON.stringify(request.headers)}`;
    const status = request.headers['x-want'] === 'malformed' ? 200 : 401;
    const parts = String(request.headers['x-plain']).slice('v1:'.length);
    const body = `${told} ${parts} ${decodeURIComponent(request.url)} ${Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64')}`;
    response.writeHead(status, { 'x-echo': told, 'set-cookie': `a=${told.replace(/[\r\n;]/g, '')}` });
    if (request.headers['x-want'] === 'cut')
      response.write(body, () => setTimeout(() => response.destroy(), 20));
    else if (request.headers['x-want'] === 'silence') setTimeout(() => response.destroy(), 400);
    else response.end(Buffer.from(body, 'latin1'));
  };
  for (const { name, options, inputs = {} } of ways) {
    for (const want of ['error', 'malformed', 'cut', 'silence', 'refused']) {
      test(`${name}: ${want}`, async () => {
        process.env['RB_TEST_TOKEN'] = SECRET;
        const defaultHeaders = { ...options.defaultHeaders, 'x-want': want };
        const { server, nwc } = await connected({ timeoutMs: 200, ...options, defaultHeaders }, {}, echo);
        if (want === 'refused') await server.close().then(() => closers.pop());
        const error = await thrownBy(() => nwc.Tasks.Get_tasks(inputs));
        const shown = [
          inspect(error, { depth: 20, showHidden: true }),
          JSON.stringify(error),
          error.message,
          error.stack,
        ];
        for (const text of shown) {
          expect(text).not.toContain('s3cret');
          expect(text).not.toContain(Buffer.from(`me:${SECRET}`).toString('base64'));
        }
      });
    }
  }

  test('nor in what connect gives', () => {
    const nwc = connectTasks({ authentication: { mode: 'bearer', token: SECRET } });
    expect(inspect(nwc, { depth: 20, showHidden: true })).not.toContain('s3cret');
  });
});
