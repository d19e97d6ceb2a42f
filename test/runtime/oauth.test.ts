import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { OAuthOption } from '../../src/runtime/authentication-option.js';
import type { CallOptions } from '../../src/runtime/call-options.js';
import { disconnect } from '../../src/runtime/connect.js';
import type { ConnectOptions } from '../../src/runtime/connect-options.js';
import { type Answer, connected, connectedTo, json, serving } from './connected-tasks.js';
import type { EchoServer } from './echo-server.js';
import type { TasksConnector } from './tasks-connector.js';
import { thrownBy } from './thrown-by.js';

const token = (expiresIn?: number): Answer =>
  (() => {
    let count = 0;
    return (response, request) => {
      count += 1;
      const body = { access_token: `tok-${count}`, token_type: 'Bearer', expires_in: expiresIn };
      json(200, body)(response, request);
    };
  })();

const settings = (origin: string, more: Partial<OAuthOption> = {}): OAuthOption => ({
  mode: 'oauth',
  flow: 'client-credentials',
  tokenUrl: `${origin}/authentication/v1/token`,
  clientId: 'id-1',
  clientSecret: () => 's3cret&=',
  ...more,
});

const TASKS = json(200, { tasks: [] });

describe('the token call', () => {
  const rows: { name: string; more: Partial<OAuthOption>; headers: object; body: string }[] = [
    {
      name: 'form, as RFC 6749 §4.4 has it',
      more: { scope: 'read:task write:task' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&scope=read%3Atask+write%3Atask&client_id=id-1&client_secret=s3cret%26%3D',
    },
    {
      name: 'JSON, as Nintex Workflow Cloud wants it',
      more: { bodyFormat: 'json' },
      headers: { 'content-type': 'application/json' },
      body: '{"grant_type":"client_credentials","client_id":"id-1","client_secret":"s3cret&="}',
    },
    {
      name: 'HTTP Basic, both parts form-encoded',
      more: { clientIn: 'basic', parameters: { audience: 'nwc' } },
      headers: { authorization: `Basic ${Buffer.from('id-1:s3cret%26%3D').toString('base64')}` },
      body: 'audience=nwc&grant_type=client_credentials',
    },
    {
      name: 'a refresh token of a public client',
      more: { flow: 'refresh-token', refreshToken: 'r-1', clientSecret: undefined as never },
      headers: {},
      body: 'grant_type=refresh_token&refresh_token=r-1&client_id=id-1',
    },
  ];
  for (const { name, more, headers, body } of rows) {
    test(name, async () => {
      const tokens = await serving(token(3600));
      const { server, nwc } = await connected(TASKS, { authentication: settings(tokens.origin, more) });
      await nwc.Tasks.Get_tasks({});
      expect(tokens.received).toMatchObject([
        { verb: 'POST', url: '/authentication/v1/token', headers, body },
      ]);
      expect(server.received[0]?.headers.authorization).toBe('Bearer tok-1');
    });
  }

  test('is made once for fifty calls at a time, and not again while the token lives', async () => {
    const tokens = await serving(token(3600));
    const { server, nwc } = await connected(TASKS, { authentication: settings(tokens.origin) });
    await Promise.all(Array.from({ length: 50 }, () => nwc.Tasks.Get_tasks({})));
    await nwc.Tasks.Get_tasks({});
    expect(tokens.received).toHaveLength(1);
    expect(server.received).toHaveLength(51);
  });

  test('is made again before the token expires', async () => {
    const tokens = await serving(token(0));
    const { server, nwc } = await connected(TASKS, { authentication: settings(tokens.origin) });
    await nwc.Tasks.Get_tasks({});
    await nwc.Tasks.Get_tasks({});
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer tok-1',
      'Bearer tok-2',
    ]);
  });

  test('a refresh token that is handed out is told and used from then on', async () => {
    let count = 0;
    const tokens = await serving((response, request) => {
      count += 1;
      const body = { access_token: 'a-1234', refresh_token: `r-${count + 1}`, expires_in: 0 };
      json(200, body)(response, request);
    });
    const told: string[] = [];
    const onRefreshToken = (text: string): void => void told.push(text);
    const authentication = settings(tokens.origin, {
      flow: 'refresh-token',
      refreshToken: 'r-1',
      onRefreshToken,
    });
    const { nwc } = await connected(TASKS, { authentication });
    await nwc.Tasks.Get_tasks({});
    await nwc.Tasks.Get_tasks({});
    expect(told).toEqual(['r-2', 'r-3']);
    expect(tokens.received[1]?.body).toContain('refresh_token=r-2');
  });
});

describe('after a 401', () => {
  const expired: Answer = (response, request) =>
    request.headers.authorization === 'Bearer tok-1'
      ? json(401, {})(response, request)
      : json(200, { tasks: [] })(response, request);

  test('the token is renewed and the call goes out once more', async () => {
    const tokens = await serving(token(3600));
    const { server, nwc } = await connected(expired, { authentication: settings(tokens.origin) });
    expect(await nwc.Tasks.Get_tasks({})).toMatchObject({ HttpResponseCode: 200 });
    expect(server.received).toHaveLength(2);
    expect(tokens.received).toHaveLength(2);
  });

  test('calls that are refused together renew it once', async () => {
    const tokens = await serving(token(3600));
    const { nwc } = await connected(expired, { authentication: settings(tokens.origin) });
    await Promise.all(Array.from({ length: 20 }, () => nwc.Tasks.Get_tasks({})));
    expect(tokens.received).toHaveLength(2);
  });

  test('never twice', async () => {
    const tokens = await serving(token(3600));
    const { server, nwc } = await connected(json(401, {}), { authentication: settings(tokens.origin) });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ HttpResponseCode: 401 });
    expect(server.received).toHaveLength(2);
  });

  const next: { name: string; passing: Answer; options: ConnectOptions }[] = [
    { name: 'a retry', passing: json(503, {}), options: { retries: 1 } },
    {
      name: 'a redirect',
      passing: (response) => void response.writeHead(302, { location: '/v2/moved' }).end(),
      options: { redirects: 1 },
    },
  ];
  for (const { name, passing, options } of next) {
    test(`${name} that follows has the renewed token`, async () => {
      const tokens = await serving(token(3600));
      let good = 0;
      const answer: Answer = (response, request) => {
        if (request.headers.authorization !== 'Bearer tok-2') return expired(response, request);
        good += 1;
        return (good === 1 ? passing : TASKS)(response, request);
      };
      const authentication = settings(tokens.origin);
      const { server, nwc } = await connected(answer, { authentication, ...options });
      expect(await nwc.Tasks.Get_tasks({})).toMatchObject({ HttpResponseCode: 200 });
      expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
        'Bearer tok-1',
        'Bearer tok-2',
        'Bearer tok-2',
      ]);
      expect(tokens.received).toHaveLength(2);
    });
  }

  test("not where the caller's own header was refused", async () => {
    const tokens = await serving(token(3600));
    const { server, nwc } = await connected(json(401, {}), { authentication: settings(tokens.origin) });
    await thrownBy(() => nwc.Tasks.Get_tasks({ HttpHeaders: { Authorization: 'Bearer mine' } }));
    expect(server.received).toHaveLength(1);
  });
});

describe('a token that cannot be had', () => {
  const rows: { name: string; answer: Answer; more?: Partial<OAuthOption>; want: object }[] = [
    {
      name: 'refused, and everything echoed',
      answer: (response, request) =>
        json(400, { error: 'invalid_client', error_description: request.body })(response, request),
      want: { name: 'ResponseError', code: 'CREDENTIAL_REFUSED', HttpResponseCode: 400 },
    },
    {
      name: 'refused with the secret as its word',
      answer: json(401, { error: 's3cret-2' }),
      more: { clientSecret: 's3cret-2' },
      want: { code: 'CREDENTIAL_REFUSED', message: expect.stringContaining('([hidden])') },
    },
    {
      name: 'cut off, and everything echoed',
      answer: (response, request) => {
        response.writeHead(200, { 'content-length': '999', 'x-echo': encodeURIComponent(request.body) });
        response.write('{"access_token":', () => response.destroy());
      },
      want: { name: 'ResponseError', code: 'RESPONSE_MALFORMED' },
    },
    {
      name: 'no JSON',
      answer: json(200, '<p>s3cret&=</p>'),
      want: { code: 'CREDENTIAL_REFUSED', HttpResponseCode: 200 },
    },
    {
      name: 'no token in it',
      answer: json(200, { token: 's3cret&=' }),
      want: { code: 'CREDENTIAL_REFUSED' },
    },
    {
      name: 'hung up',
      answer: (response) => void response.destroy(),
      want: { name: 'ConnectionError', code: 'CONNECTION_FAILED' },
    },
  ];
  for (const { name, answer, more, want } of rows) {
    test(name, async () => {
      const tokens = await serving(answer);
      const { server, nwc } = await connected(TASKS, { authentication: settings(tokens.origin, more) });
      const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
      expect(error).toMatchObject(want);
      expect(error.message).toMatch(/^Service Instance nwc, authentication: /);
      expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toMatch(/s3cret/);
      expect(server.received).toEqual([]);
    });
  }

  test('http is refused before anything is sent, but for loopback', async () => {
    const authentication = settings('http://login.example.com');
    const { server, nwc } = await connected(TASKS, { authentication, allowHttp: true });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ code: 'CREDENTIAL_UNSAFE' });
    expect(server.received).toEqual([]);
  });

  test('the deadline covers the token call', async () => {
    const tokens = await serving(() => undefined);
    const { nwc } = await connected(TASKS, { authentication: settings(tokens.origin) });
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({}, { timeoutMs: 60 }));
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'TIMEOUT' });
    expect(error.message).toMatch(/^nwc › Tasks › Get_tasks: /);
  });
});

describe('deadline and signal cover the renewal after a 401', () => {
  /** Gives the first token, and no further one. */
  async function renewingForEver(): Promise<{ tokens: EchoServer; nwc: TasksConnector }> {
    let count = 0;
    const tokens = await serving((response, request) => {
      count += 1;
      if (count === 1) token(3600)(response, request);
    });
    const { nwc } = await connected(json(401, {}), { authentication: settings(tokens.origin) });
    return { tokens, nwc };
  }

  test('TIMEOUT', async () => {
    const { nwc } = await renewingForEver();
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}, { timeoutMs: 300 }))).toMatchObject({
      name: 'TimeoutError',
      message: expect.stringMatching(/^nwc › Tasks › Get_tasks: no whole answer within \d+ ms/),
    });
  });

  test('the reason of the signal; disconnect then gives the token up as well', async () => {
    const { tokens, nwc } = await renewingForEver();
    const reason = new Error('changed my mind');
    const controller = new AbortController();
    const call = thrownBy(() => nwc.Tasks.Get_tasks({}, { signal: controller.signal }));
    await expect.poll(() => tokens.received.length).toBe(2);
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(await tokens.connections()).toBeGreaterThan(0);
    await disconnect(nwc);
    await expect.poll(() => tokens.connections()).toBe(0);
  });
});

describe('what hangs or fails once does not spoil the calls after it', () => {
  test('a credential function', async () => {
    const tokens = await serving(token(3600));
    let asked = 0;
    const clientSecret = (): Promise<string> => {
      asked += 1;
      return asked === 1 ? new Promise(() => undefined) : Promise.resolve('s3cret');
    };
    const authentication = settings(tokens.origin, { clientSecret });
    const { nwc } = await connected(TASKS, { authentication, timeoutMs: 200 });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ code: 'TIMEOUT' });
    await expect
      .poll(() => nwc.Tasks.Get_tasks({}).then(({ HttpResponseCode }) => HttpResponseCode, String))
      .toBe(200);
  });

  test('onRefreshToken', async () => {
    const down = new Error('the database is down');
    const tokens = await serving((response, request) =>
      json(200, { access_token: 'a-1234', refresh_token: 'r-2' })(response, request),
    );
    const authentication = settings(tokens.origin, {
      flow: 'refresh-token',
      refreshToken: 'r-1',
      onRefreshToken: () => Promise.reject(down),
    });
    const { nwc } = await connected(TASKS, { authentication });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toBe(down);
    expect(await nwc.Tasks.Get_tasks({})).toMatchObject({ HttpResponseCode: 200 });
    expect(tokens.received).toHaveLength(1);
  });
});

describe('deadline and signal cover credential functions', () => {
  const never = (): Promise<string> => new Promise(() => undefined);

  test('TIMEOUT', async () => {
    const { nwc } = await connected(TASKS, { authentication: { mode: 'bearer', token: never } });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}, { timeoutMs: 30 }))).toMatchObject({
      code: 'TIMEOUT',
    });
  });

  test('the reason of the signal', async () => {
    const { nwc } = await connected(TASKS, { authentication: { mode: 'bearer', token: never } });
    const reason = new Error('changed my mind');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 20);
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}, { signal: controller.signal }))).toBe(reason);
  });
});

describe('Authorization Header Format', () => {
  const rows = [
    {
      given: { mode: 'bearer', token: 'abc', format: 'Token token="{0}"' } as const,
      want: 'Token token="abc"',
    },
    {
      given: { mode: 'static', userName: 'u', password: 'p', format: 'Basic {0}:{1}' } as const,
      want: `Basic ${Buffer.from('u:p').toString('base64')}`,
    },
    {
      given: { mode: 'static', userName: 'u', password: 'p', format: 'Own {0}/{1}' } as const,
      want: 'Own u/p',
    },
  ];
  for (const { given, want } of rows) {
    test(given.format, async () => {
      const { server, nwc } = await connected(TASKS, { authentication: given });
      await nwc.Tasks.Get_tasks({});
      expect(server.received[0]?.headers.authorization).toBe(want);
    });
  }

  test('without a hole it is refused', async () => {
    const authentication = { mode: 'bearer', token: 'x', format: 'Bearer' } as const;
    expect(await thrownBy(() => connectedTo('https://a.example', { authentication }))).toMatchObject({
      code: 'SETTING_INVALID',
    });
  });
});

describe('impersonate', () => {
  const impersonate = { mode: 'impersonate' } as const;
  const rows: {
    name: string;
    options: ConnectOptions;
    token: CallOptions['token'];
    want: string | undefined;
  }[] = [
    { name: 'a token', options: { authentication: impersonate }, token: 'of-anna', want: 'Bearer of-anna' },
    {
      name: 'a function that gives one',
      options: { authentication: impersonate },
      token: async () => 'of-anna',
      want: 'Bearer of-anna',
    },
    {
      name: 'by the Authorization Header Format',
      options: { authentication: { ...impersonate, format: 'Token {0}' } },
      token: 'of-anna',
      want: 'Token of-anna',
    },
    {
      name: 'no variable of this process comes into it',
      options: { authentication: impersonate },
      token: '${PATH}',
      want: 'Bearer ${PATH}',
    },
    { name: 'none', options: { authentication: impersonate }, token: undefined, want: undefined },
  ];
  for (const { name, options, token, want } of rows) {
    test(name, async () => {
      const { server, nwc } = await connected(TASKS, options);
      await nwc.Tasks.Get_tasks({}, token === undefined ? {} : { token });
      expect(server.received[0]?.headers.authorization).toBe(want);
    });
  }

  test('the header that a call hands over goes first', async () => {
    const { server, nwc } = await connected(TASKS, { authentication: impersonate });
    await nwc.Tasks.Get_tasks({ HttpHeaders: { Authorization: 'Bearer own' } }, { token: 'other' });
    expect(server.received[0]?.headers.authorization).toBe('Bearer own');
  });

  test('a token is asked for at each call, and stands in no error', async () => {
    const { nwc } = await connected(
      (response, request) => json(403, { echo: request.headers.authorization })(response, request),
      { authentication: impersonate },
    );
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({}, { token: 's3cret&=' }));
    expect(error).toMatchObject({ HttpResponseCode: 403 });
    expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toContain('s3cret');
  });

  test('it is refused where the mode is another one, and over plain http', async () => {
    const { server, nwc } = await connected(TASKS, { authentication: { mode: 'bearer', token: 'abc' } });
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}, { token: 'of-anna' }))).toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.not.stringContaining('of-anna'),
    });
    expect(server.received).toEqual([]);
    const there = connectedTo('http://nwc.invalid/v2', { authentication: impersonate });
    expect(await thrownBy(() => there.Tasks.Get_tasks({}, { token: 'of-anna' }))).toMatchObject({
      code: 'CREDENTIAL_UNSAFE',
    });
  });
});

describe('plain http to another machine', () => {
  const bearer = { mode: 'bearer', token: 's3cret' } as const;
  const url = 'http://nwc.invalid/v2';

  test('no credential goes there', async () => {
    const nwc = connectedTo(url, { authentication: bearer });
    const error = await thrownBy(() => nwc.Tasks.Get_tasks({}));
    expect(error).toMatchObject({ name: 'SettingError', code: 'CREDENTIAL_UNSAFE' });
    expect(error.message).not.toContain('s3cret');
  });

  test("nor the caller's own", async () => {
    const nwc = connectedTo(url);
    const HttpHeaders = { Authorization: 'Bearer s3cret' };
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({ HttpHeaders }))).toMatchObject({
      code: 'CREDENTIAL_UNSAFE',
    });
  });

  test('a call without one does', async () => {
    const nwc = connectedTo(url);
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ code: 'CONNECTION_FAILED' });
  });

  test('where it is allowed, by connect or by registration', async () => {
    for (const nwc of [
      connectedTo(url, { authentication: bearer, allowHttp: true }),
      connectedTo(url, { authentication: bearer }, { allowHttp: true }),
    ])
      expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ code: 'CONNECTION_FAILED' });
  });
});
