import { describe, expect, test } from 'vitest';
import { type Answer, connected, json, serving } from './connected-tasks.js';
import { thrownBy } from './thrown-by.js';

const OK = json(200, { tasks: [] });
const NONE: Answer = (response) => void response.writeHead(204).end();
const bearer = { mode: 'bearer', token: 's3cret' } as const;

/** Redirects what asks for anything but `/v2/there`. */
const to =
  (status: number, location: string, then: Answer = OK): Answer =>
  (response, request) =>
    request.url.startsWith('/v2/there')
      ? then(response, request)
      : json(status, {}, { location })(response, request);

describe('a redirect', () => {
  test('is not followed by default', async () => {
    const { server, nwc } = await connected(to(302, '/v2/there'));
    expect(await thrownBy(() => nwc.Tasks.Get_tasks({}))).toMatchObject({ HttpResponseCode: 302 });
    expect(server.received).toHaveLength(1);
  });

  const verbs: { status: number; verb: string; body: string }[] = [
    { status: 301, verb: 'PATCH', body: '{"a":1}' },
    { status: 302, verb: 'PATCH', body: '{"a":1}' },
    { status: 303, verb: 'GET', body: '' },
    { status: 307, verb: 'PATCH', body: '{"a":1}' },
    { status: 308, verb: 'PATCH', body: '{"a":1}' },
  ];
  for (const { status, verb, body } of verbs) {
    test(`${status} of a PATCH becomes ${verb} at home, credential and all`, async () => {
      const { server, nwc } = await connected(to(status, '/v2/there', NONE), {
        redirects: 1,
        authentication: bearer,
      });
      await nwc.Tasks.Patch_task({ id: '7', Outcome: '{"a":1}' });
      const [, second] = server.received;
      expect(second).toMatchObject({ verb, body, headers: { authorization: 'Bearer s3cret' } });
      expect(second?.headers['content-type']).toBe(body === '' ? undefined : 'application/json');
    });
  }

  test('to an address in UTF-8 as it is', async () => {
    const { server, nwc } = await connected(to(302, Buffer.from('/v2/there/ü').toString('latin1')), {
      redirects: 1,
    });
    await nwc.Tasks.Get_tasks({});
    expect(server.received[1]?.url).toBe('/v2/there/%C3%BC');
  });

  test('to another origin carries nothing of the caller', async () => {
    const other = await serving(OK);
    const { nwc } = await connected(to(302, `${other.origin}/v2/there`), {
      redirects: 1,
      authentication: { mode: 'api-key', in: 'header', name: 'X-Own', value: 's3cret' },
      defaultHeaders: { 'X-Tenant': 't' },
    });
    await nwc.Tasks.Get_tasks({
      HttpHeaders: { Authorization: 'Bearer s3cret', 'X-Mine': '1' },
      sid: 's3cret',
    });
    const [got] = other.received;
    expect(Object.keys(got?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host']);
    expect(JSON.stringify(got)).not.toContain('s3cret');
  });

  test('out of the base path carries no credential either, nor what a hook adds', async () => {
    const { server, nwc } = await connected(
      (response, request) =>
        request.url === '/admin' ? OK(response, request) : to(302, '/v2/../admin')(response, request),
      { redirects: 1, authentication: bearer, hooks: { beforeSend: () => ({ 'X-Signature': 's3cret' }) } },
    );
    await nwc.Tasks.Get_tasks({});
    const [first, second] = server.received;
    expect(first?.headers).toMatchObject({ authorization: 'Bearer s3cret', 'x-signature': 's3cret' });
    expect(second).toMatchObject({ url: '/admin' });
    expect(JSON.stringify(second)).not.toContain('s3cret');
  });

  test('keeps an API key in the query at home, and only there', async () => {
    const authentication = { mode: 'api-key', in: 'query', name: 'key', value: 's3cret' } as const;
    const { server, nwc } = await connected(to(302, '/v2/there?a=1'), { redirects: 1, authentication });
    await nwc.Tasks.Get_tasks({});
    expect(server.received[1]?.url).toBe('/v2/there?a=1&key=s3cret');
  });

  const refused: { name: string; status: number; location: string; redirects: number; sent: number }[] = [
    { name: 'a loop', status: 302, location: '/v2/tasks', redirects: 3, sent: 4 },
    { name: 'a body off its origin', status: 307, location: 'https://other.example/', redirects: 3, sent: 1 },
    { name: 'another scheme', status: 302, location: 'ftp://other.example/', redirects: 3, sent: 1 },
    { name: 'a user name', status: 302, location: 'https://u:p@other.example/', redirects: 3, sent: 1 },
    { name: 'no address', status: 302, location: 'http://[', redirects: 3, sent: 1 },
  ];
  for (const { name, status, location, redirects, sent } of refused) {
    test(`refused: ${name}`, async () => {
      const { server, nwc } = await connected(json(status, {}, { location }), { redirects });
      const error = await thrownBy(() => nwc.Tasks.Patch_task({ id: '7', Outcome: '{"a":1}' }));
      expect(error).toMatchObject({
        name: 'ResponseError',
        code: 'REDIRECT_REFUSED',
        HttpResponseCode: status,
      });
      expect(error.message).toMatch(/^nwc › Tasks › Patch_task: /);
      expect(error.message).not.toContain('from https');
      expect(server.received).toHaveLength(sent);
    });
  }
});
