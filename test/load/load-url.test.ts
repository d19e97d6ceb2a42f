import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { formatPlace } from '../../src/base/place.js';
import { loadDescriptor } from '../../src/load/load-descriptor.js';
import type { LoadOptions } from '../../src/load/load-options.js';
import { startServer } from '../http/test-server.js';
import { failureOf } from './temp-folder.js';

type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server with these pages, and the requests it got. */
async function serving(
  pages: Record<string, Answer>,
): Promise<{ origin: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = await startServer((request, response) => {
    requests.push(request);
    const page = pages[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end('nothing here');
    else if (typeof page === 'string') response.end(page);
    else page(request, response);
  });
  closers.push(() => server.close());
  return { origin: server.origin, requests };
}

const redirectTo =
  (location: string, status = 302): Answer =>
  (_request, response) => {
    response.writeHead(status, { location }).end();
  };
const referring = (reference: string): string =>
  JSON.stringify({ definitions: { A: { $ref: reference } }, swagger: '2.0' });

describe('a URL', () => {
  test('is fetched with the headers given; its secrets are not shown', async () => {
    const { origin, requests } = await serving({ '/api.json?key=s3cret': '{"swagger":"2.0"}' });
    const descriptor = await loadDescriptor(`${origin}/api.json?key=s3cret`, {
      headers: { 'X-Token': 't0ken' },
    });
    expect(descriptor).toMatchObject({ location: `${origin}/api.json?key=…`, document: { swagger: '2.0' } });
    expect(formatPlace(descriptor.locate('/swagger'))).toBe(`${origin}/api.json?key=…:1:2`);
    expect(requests[0]?.headers).toMatchObject({
      'x-token': 't0ken',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  test('credentials become basic authentication', async () => {
    const { origin, requests } = await serving({ '/a': '{}' });
    const { location } = await loadDescriptor(`${origin.replace('//', '//us%40er:s3cret@')}/a`);
    expect(location).not.toContain('s3cret');
    expect(requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('us@er:s3cret').toString('base64')}`,
    );
  });

  test('may answer compressed, as YAML, after redirects within its origin', async () => {
    const { origin } = await serving({
      '/1': redirectTo('/2', 301),
      '/2': redirectTo('3?v=1', 307),
      '/3?v=1': (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('openapi: 3.0.0'));
      },
    });
    expect((await loadDescriptor(`${origin}/1`)).document).toEqual({ openapi: '3.0.0' });
  });

  const NOT_FETCHED = 'DESCRIPTOR_NOT_FETCHED';
  const rows: { name: string; page: Answer; code: string; says: string[]; options?: LoadOptions }[] = [
    {
      name: '404',
      page: (_request, response) => void response.writeHead(404).end(),
      code: NOT_FETCHED,
      says: ['status 404'],
    },
    {
      name: '401',
      page: (_request, response) => void response.writeHead(401).end(),
      code: NOT_FETCHED,
      says: ['status 401', 'headers'],
    },
    {
      name: '204',
      page: (_request, response) => void response.writeHead(204).end(),
      code: NOT_FETCHED,
      says: ['status 204'],
    },
    {
      name: 'a page',
      page: '<!doctype html><title>Log in</title>',
      code: 'DESCRIPTOR_MALFORMED',
      says: ['HTML', 'login'],
    },
    {
      name: 'a redirect in a ring',
      page: redirectTo('/a?key=s3cret'),
      code: NOT_FETCHED,
      says: ['more than 5 redirects'],
    },
    { name: 'a redirect to nowhere', page: redirectTo('http://['), code: NOT_FETCHED, says: ['no address'] },
    {
      name: 'a redirect without an address',
      page: (_request, response) => void response.writeHead(302).end(),
      code: NOT_FETCHED,
      says: ['no address'],
    },
    {
      name: 'a redirect to another scheme',
      page: redirectTo('file:///etc/passwd'),
      code: NOT_FETCHED,
      says: ['another origin'],
    },
    {
      name: 'no answer in time',
      page: () => undefined,
      code: NOT_FETCHED,
      says: ['100 ms', 'fetchTimeoutMs'],
      options: { fetchTimeoutMs: 100 },
    },
    {
      name: 'too much',
      page: '{"a":"0123456789"}',
      code: 'DESCRIPTOR_TOO_LARGE',
      says: ['limits.maxBytes'],
      options: { limits: { maxBytes: 17 } },
    },
    {
      name: 'a bomb',
      page: (_request, response) =>
        void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000))),
      code: 'DESCRIPTOR_TOO_LARGE',
      says: ['limits.maxBytes'],
      options: { limits: { maxBytes: 100_000 } },
    },
    {
      name: 'a cut answer',
      page: (_request, response) =>
        void response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy()),
      code: NOT_FETCHED,
      says: ['cut off'],
    },
  ];
  for (const { name, page, code, says, options } of rows) {
    test(`that answers with ${name}: ${code}`, async () => {
      const { origin } = await serving({ '/a?key=s3cret': page });
      const failure = await failureOf(loadDescriptor(`${origin}/a?key=s3cret`, options));
      expect(failure).toMatchObject({ name: 'DescriptorError', code });
      for (const said of [`${origin}/a?key=…: `, ...says]) expect(failure.message).toContain(said);
      expect(failure.message).not.toContain('s3cret');
    });
  }

  test('that redirects to another origin: both are named, nothing is sent there', async () => {
    const other = await serving({ '/b': '{}' });
    const { origin } = await serving({ '/a': redirectTo(`${other.origin}/b?key=s3cret`) });
    const failure = await failureOf(loadDescriptor(`${origin}/a`, { headers: { 'x-token': 't0ken' } }));
    expect(failure).toMatchObject({ code: NOT_FETCHED });
    for (const said of [`${origin}/a`, `${other.origin}/b?key=…`]) expect(failure.message).toContain(said);
    expect(failure.message).not.toContain('s3cret');
    expect(other.requests).toEqual([]);
  });

  test('where nobody listens', async () => {
    const { origin } = await serving({});
    await closers.pop()?.();
    const failure = await failureOf(loadDescriptor(`${origin}/a`));
    expect(failure).toMatchObject({ code: NOT_FETCHED, cause: { code: 'CONNECTION_FAILED' } });
  });

  test('that is none', async () => {
    expect(await failureOf(loadDescriptor('http://'))).toMatchObject({ code: NOT_FETCHED });
  });
});

describe('what a URL refers to', () => {
  test('is fetched from the same origin, with the same headers', async () => {
    const { origin, requests } = await serving({
      '/v1/api.json?key=1': referring('./schemas/B.yaml'),
      '/v1/schemas/B.yaml': 'items: { $ref: ../api.json#/definitions/A }\nnot: { $ref: /C.json#/x }',
      '/C.json': '{"x":{"type":"string"}}',
    });
    const descriptor = await loadDescriptor(`${origin}/v1/api.json?key=1`, {
      headers: { 'x-token': 't0ken' },
    });
    expect(descriptor.document).toEqual({
      definitions: {
        A: { items: { $ref: '#/definitions/A' }, not: { $ref: '#/definitions/x' } },
        x: { type: 'string' },
      },
      swagger: '2.0',
    });
    expect(requests.map(({ url, headers }) => `${url} ${headers['x-token']}`)).toEqual([
      '/v1/api.json?key=1 t0ken',
      '/v1/schemas/B.yaml t0ken',
      '/C.json t0ken',
    ]);
    expect(formatPlace(descriptor.locate('/definitions/A/not'))).toBe(`${origin}/v1/schemas/B.yaml:2:1`);
  });

  const rows: {
    name: string;
    reference: (origin: string, other: string) => string;
    code: string;
    says: string;
  }[] = [
    {
      name: 'another port',
      reference: (_origin, other) => `${other}/b.json`,
      code: 'REFERENCE_REFUSED',
      says: 'only http://127.0.0.1',
    },
    {
      name: 'another host without a scheme',
      reference: (_origin, other) => `${other.replace('http:', '')}/b.json`,
      code: 'REFERENCE_REFUSED',
      says: 'leads to',
    },
    {
      name: 'another name of the host',
      reference: (origin) => `${origin.replace('127.0.0.1', 'localhost')}/b.json`,
      code: 'REFERENCE_REFUSED',
      says: 'localhost',
    },
    {
      name: 'https',
      reference: (origin) => `${origin.replace('http:', 'https:')}/b.json`,
      code: 'REFERENCE_REFUSED',
      says: 'https://',
    },
    { name: 'a file', reference: () => 'file:///etc/passwd', code: 'REFERENCE_REFUSED', says: 'file:' },
    {
      name: 'a redirect to another port',
      reference: () => 'away.json',
      code: 'REFERENCE_REFUSED',
      says: 'another origin',
    },
    {
      name: 'a file that is not there',
      reference: () => 'no.json',
      code: 'REFERENCE_UNRESOLVED',
      says: 'status 404',
    },
    { name: 'no address', reference: () => 'http://[', code: 'REFERENCE_UNRESOLVED', says: 'no address' },
  ];
  for (const { name, reference, code, says } of rows) {
    test(`${name}: ${code}`, async () => {
      const other = await serving({ '/b.json': '{}' });
      const { origin } = await serving({
        '/api.json': (_request, response) => void response.end(referring(reference(origin, other.origin))),
        '/away.json': redirectTo(`${other.origin}/b.json`),
      });
      const failure = await failureOf(loadDescriptor(`${origin}/api.json`));
      expect(failure).toMatchObject({ name: 'DescriptorError', code });
      expect(failure.message).toContain(`${origin}/api.json:1:22: the reference '`);
      expect(failure.message).toContain(says);
      expect(other.requests).toEqual([]);
    });
  }
});
