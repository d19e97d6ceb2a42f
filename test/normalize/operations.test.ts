import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { NormalDescriptor, NormalOperation } from '../../src/normalize/normal-descriptor.js';
import { normalizeDescriptor } from '../../src/normalize/normalize-descriptor.js';
import { descriptorOf } from './descriptor-of.js';

type Tree = { readonly [key: string]: JsonTree };

const ok: Tree = { 200: { description: 'OK' } };

function swagger(operation: Tree, root: Tree = {}): NormalDescriptor {
  const paths = { '/a': { post: { responses: ok, ...operation } } };
  return normalizeDescriptor(descriptorOf({ swagger: '2.0', paths, ...root })).normal;
}

function openapi(operation: Tree, root: Tree = {}): NormalDescriptor {
  const paths = { '/a': { post: { responses: ok, ...operation } } };
  return normalizeDescriptor(descriptorOf({ openapi: '3.1.0', paths, ...root })).normal;
}

function only({ operations: [operation] }: NormalDescriptor): NormalOperation {
  if (operation === undefined) throw new Error('no operation');
  return operation;
}

describe('servers of Swagger 2.0', () => {
  test.each([
    ['host alone', { host: 'a.com' }, ['https://a.com']],
    [
      'https before http',
      { host: 'a.com:8080', basePath: '/v1/', schemes: ['http', 'https'] },
      ['https://a.com:8080/v1', 'http://a.com:8080/v1'],
    ],
    ['http where only that is named', { host: 'a.com', schemes: ['http'] }, ['http://a.com']],
    ['ws is none', { host: 'a.com', schemes: ['wss'] }, ['https://a.com']],
    ['no host', { basePath: '/v1' }, ['/v1']],
    ['basePath without slash', { host: 'a.com', basePath: 'v1' }, ['https://a.com/v1']],
    [
      'a template',
      { host: 'us.a.com', basePath: '/v1', 'x-ntx-host': '{{region}}.a.com' },
      ['https://{region}.a.com/v1'],
    ],
  ])('%s', (_, root, want) => {
    expect(swagger({}, root).servers.map(({ url }) => url)).toEqual(want);
  });

  test.each([
    ['us.nintex.io', '{{region}}.nintex.io', [{ name: 'region', default: 'us' }]],
    ['us.nintextest.io', '{{region}}.nintex.io', [{ name: 'region' }]],
    [
      'a-b.c.io',
      '{{one}}-{{two}}.c.io',
      [
        { name: 'one', default: 'a' },
        { name: 'two', default: 'b' },
      ],
    ],
    ['.nintex.io', '{{region}}.nintex.io', [{ name: 'region' }]],
    ['a.io', '{{ uri }}', [{ name: 'uri', default: 'a.io' }]],
  ])('host %s in %s', (host, template, variables) => {
    expect(swagger({}, { host, 'x-ntx-host': template }).servers[0]?.variables).toEqual(variables);
  });

  test('what a connection asks for describes the variable', () => {
    const region = { title: 'Region', default: 'eu', enum: ['eu', 'us'] };
    const securityDefinitions = {
      a: { type: 'basic', 'x-ntx-connection-properties': { properties: { region } } },
    };
    const { servers } = swagger({}, { 'x-ntx-host': '{{region}}.a.com', securityDefinitions });
    expect(servers[0]?.variables).toEqual([
      { name: 'region', default: 'eu', values: ['eu', 'us'], description: 'Region' },
    ]);
  });

  test('an operation may have its own', () => {
    const normal = swagger(
      { 'x-ntx-host': 'b.com', 'x-ntx-basePath': '/v2' },
      { host: 'a.com', basePath: '/v1' },
    );
    expect(only(normal).servers?.map(({ url }) => url)).toEqual(['https://b.com/v2']);
    expect(only(swagger({}, { host: 'a.com' })).servers).toBeUndefined();
  });
});

describe('servers of OpenAPI 3', () => {
  test.each([
    ['none', {}, [{ pointer: '', url: '', variables: [] }]],
    [
      'no trailing slash',
      { servers: [{ url: 'https://a.com/' }] },
      [{ pointer: '/servers/0', url: 'https://a.com', variables: [] }],
    ],
    [
      'variables, a number among them',
      {
        servers: [
          {
            url: '{host}:{port}',
            variables: { port: { default: 443 }, host: { default: 'a', enum: ['a', 'b'] }, unused: {} },
          },
        ],
      },
      [
        {
          pointer: '/servers/0',
          url: '{host}:{port}',
          variables: [
            { name: 'host', default: 'a', values: ['a', 'b'] },
            { name: 'port', default: '443' },
          ],
        },
      ],
    ],
  ])('%s', (_, root, want) => {
    expect(openapi({}, root).servers).toEqual(want);
  });

  test("the operation's own come first, then the path's", () => {
    const of = (own: Tree): string | undefined => {
      const paths = { '/a': { servers: [{ url: '/path' }], get: { responses: ok, ...own } } };
      return only(normalizeDescriptor(descriptorOf({ openapi: '3.0.0', paths })).normal).servers?.[0]?.url;
    };
    expect(of({})).toBe('/path');
    expect(of({ servers: [{ url: '/own' }] })).toBe('/own');
  });
});

describe('parameters', () => {
  test.each([
    ['query', undefined, 'form', false],
    ['header', 'csv', 'simple', false],
    ['query', 'ssv', 'spaceDelimited', false],
    ['query', 'tsv', 'tabDelimited', false],
    ['query', 'pipes', 'pipeDelimited', false],
    ['query', 'multi', 'form', true],
  ])('Swagger 2.0: in %s, collectionFormat %s', (place, format, style, explode) => {
    const collectionFormat = format === undefined ? {} : { collectionFormat: format };
    const parameter = { name: 'p', in: place, type: 'array', items: { type: 'string' }, ...collectionFormat };
    expect(only(swagger({ parameters: [parameter] })).parameters[0]).toMatchObject({ style, explode });
  });

  test.each([
    ['query', {}, { style: 'form', explode: true, allowReserved: false }],
    ['query', { style: 'deepObject' }, { style: 'deepObject', explode: false }],
    [
      'query',
      { explode: false, allowReserved: true },
      { style: 'form', explode: false, allowReserved: true },
    ],
    ['header', {}, { style: 'simple', explode: false }],
    ['cookie', {}, { style: 'form', explode: true }],
  ])('OpenAPI 3: in %s, %j', (place, given, want) => {
    const parameter = { name: 'p', in: place, schema: { type: 'string' }, ...given };
    expect(only(openapi({ parameters: [parameter] })).parameters[0]).toMatchObject({
      in: place,
      required: false,
      ...want,
    });
  });

  test('with content are written in its media type', () => {
    const parameter = {
      name: 'p',
      in: 'query',
      content: { 'Application/JSON; charset=utf-8': { schema: { type: 'object' } } },
    };
    expect(only(openapi({ parameters: [parameter] })).parameters[0]).toMatchObject({
      mediaType: 'application/json',
      schema: { kind: 'object' },
    });
  });

  test("of the operation replace the path's of the same name and place", () => {
    const path = [
      { name: 'a', in: 'query', type: 'string' },
      { name: 'b', in: 'query', type: 'string' },
    ];
    const own = [
      { name: 'a', in: 'query', type: 'integer' },
      { name: 'b', in: 'header', type: 'integer' },
    ];
    const paths = { '/a': { parameters: path, get: { parameters: own, responses: ok } } };
    const { parameters } = only(normalizeDescriptor(descriptorOf({ swagger: '2.0', paths })).normal);
    expect(parameters.map((found) => `${found.in} ${found.name} ${found.schema.kind}`)).toEqual([
      'query a integer',
      'query b string',
      'header b integer',
    ]);
  });

  test('are found through references', () => {
    const parameters = { P: { $ref: '#/parameters/Q' }, Q: { name: 'q', in: 'query', type: 'string' } };
    const normal = swagger({ parameters: [{ $ref: '#/parameters/P' }] }, { parameters });
    expect(only(normal).parameters[0]).toMatchObject({ name: 'q', pointer: '/parameters/Q' });
  });

  test('carry vendor remarks', () => {
    const parameter = {
      name: 'p',
      in: 'query',
      type: 'string',
      'x-ms-summary': 'P',
      'x-ms-visibility': 'internal',
    };
    expect(only(swagger({ parameters: [parameter] })).parameters[0]).toMatchObject({
      displayName: 'P',
      internal: true,
    });
  });
});

describe('the body of Swagger 2.0', () => {
  const body = { name: 'task', in: 'body', required: true, schema: { type: 'string' } };
  const file = { name: 'f', in: 'formData', type: 'file' };
  const field = { name: 'n', in: 'formData', type: 'string', required: true };

  test('keeps its name, with JSON first', () => {
    const normal = swagger({
      parameters: [body],
      consumes: ['text/plain', 'application/vnd.a+json', 'application/json'],
    });
    expect(only(normal).body).toMatchObject({ name: 'task', required: true });
    expect(only(normal).body?.contents.map(({ mediaType }) => mediaType)).toEqual([
      'application/json',
      'application/vnd.a+json',
      'text/plain',
    ]);
  });

  test.each([
    ['no consumes', [body], {}, {}, ['*/*']],
    ["the document's consumes", [body], {}, { consumes: ['application/json'] }, ['application/json']],
    ["the operation's, though empty", [body], { consumes: [] }, { consumes: ['application/json'] }, ['*/*']],
    ['a form', [field], {}, {}, ['application/x-www-form-urlencoded']],
    [
      'a form in JSON makes no sense',
      [field],
      { consumes: ['application/json'] },
      {},
      ['application/x-www-form-urlencoded'],
    ],
    ['a form as multipart', [field], { consumes: ['multipart/form-data'] }, {}, ['multipart/form-data']],
    ['a file', [field, file], {}, {}, ['multipart/form-data']],
  ])('%s', (_, parameters, operation, root, want) => {
    const { body: found } = only(swagger({ parameters, ...operation }, root));
    expect(found?.contents.map(({ mediaType }) => mediaType)).toEqual(want);
  });

  test('of a form is an object of its fields', () => {
    const list = {
      name: 'l',
      in: 'formData',
      type: 'array',
      items: { type: 'string' },
      collectionFormat: 'multi',
    };
    const { body: found, parameters } = only(swagger({ parameters: [field, file, list] }));
    expect(parameters).toEqual([]);
    expect(found?.required).toBe(true);
    expect(found?.contents[0]?.schema).toMatchObject({
      kind: 'object',
      properties: [
        { name: 'n', required: true, schema: { kind: 'string' } },
        { name: 'f', required: false, schema: { kind: 'file' } },
        { name: 'l', required: false, schema: { kind: 'array' } },
      ],
    });
    expect([...(found?.contents[0]?.encodings ?? [])]).toEqual([['l', { style: 'form', explode: true }]]);
  });
});

describe('the body of OpenAPI 3', () => {
  test('is found through references, named by extension and ordered', () => {
    const content = {
      '*/*': {},
      'text/plain': {},
      'multipart/form-data': { encoding: { f: { contentType: 'Image/PNG' } } },
      'application/json': { schema: { type: 'object' } },
    };
    const components = { requestBodies: { B: { required: true, content, 'x-body-name': 'shared' } } };
    const normal = openapi({ requestBody: { $ref: '#/components/requestBodies/B' } }, { components });
    expect(only(normal).body).toMatchObject({
      name: 'shared',
      required: true,
      pointer: '/components/requestBodies/B',
    });
    const contents = only(normal).body?.contents ?? [];
    expect(contents.map(({ mediaType }) => mediaType)).toEqual([
      'application/json',
      'multipart/form-data',
      'text/plain',
      '*/*',
    ]);
    expect(contents[1]?.encodings?.get('f')).toEqual({ mediaType: 'image/png' });
  });

  test.each([
    ['application/octet-stream', {}, { kind: 'file' }],
    ['application/json', {}, { kind: 'any' }],
    ['application/jsonl', { itemSchema: { type: 'string' } }, { kind: 'array', items: { kind: 'string' } }],
    ['application/json;odata=verbose', { schema: { type: 'string' } }, { kind: 'string' }],
  ])('%s with %j', (mediaType, given, want) => {
    const { body } = only(openapi({ requestBody: { content: { [mediaType]: given } } }));
    expect(body?.contents[0]).toMatchObject({ mediaType, schema: want });
  });
});

describe('answers', () => {
  test('of Swagger 2.0 have the media types the operation produces', () => {
    const responses = {
      200: { description: 'OK', schema: { type: 'file' }, headers: { 'X-A': { type: 'integer' } } },
      204: { description: 'None' },
      'x-a': {},
      default: { $ref: '#/responses/E' },
    };
    const root = {
      produces: ['text/csv', 'application/json'],
      responses: { E: { description: 'E', schema: { type: 'string' } } },
    };
    const { answers } = only(swagger({ responses }, root));
    expect(answers).toMatchObject([
      {
        codes: '200',
        description: 'OK',
        contents: [{ mediaType: 'application/json', schema: { kind: 'file' } }, { mediaType: 'text/csv' }],
        headers: [{ name: 'X-A', schema: { kind: 'integer' } }],
      },
      { codes: '204', contents: [], headers: [] },
      { codes: 'default', pointer: '/responses/E', contents: [{}, {}] },
    ]);
  });

  test('of OpenAPI 3 have their own, headers among them', () => {
    const responses = {
      '2xx': {
        description: 'OK',
        content: { 'text/plain': {}, 'application/problem+json': {} },
        headers: { 'Content-Type': {}, 'X-A': { $ref: '#/components/headers/A' } },
      },
    };
    const components = { headers: { A: { schema: { type: 'string' } } } };
    expect(only(openapi({ responses }, { components })).answers).toMatchObject([
      {
        codes: '2XX',
        contents: [{ mediaType: 'application/problem+json' }, { mediaType: 'text/plain' }],
        headers: [{ name: 'X-A', schema: { kind: 'string' } }],
      },
    ]);
  });
});

describe('security', () => {
  test('of Swagger 2.0', () => {
    const securityDefinitions = {
      basic: { type: 'basic' },
      key: { type: 'apiKey', in: 'header', name: 'Authorization' },
      app: {
        type: 'oauth2',
        flow: 'application',
        tokenUrl: 'https://a.com/token',
        scopes: { read: 'Read', 'x-a': 1 },
      },
    };
    const normal = swagger(
      { security: [] },
      { securityDefinitions, security: [{ app: ['read'] }, { basic: [], key: [] }, {}] },
    );
    expect([...normal.securitySchemes.values()]).toEqual([
      { kind: 'basic' },
      { kind: 'api-key', in: 'header', name: 'Authorization' },
      {
        kind: 'oauth2',
        flows: [{ flow: 'client-credentials', tokenUrl: 'https://a.com/token', scopes: ['read'] }],
      },
    ]);
    expect(normal.security).toEqual([
      { schemes: [{ name: 'app', scopes: ['read'] }] },
      {
        schemes: [
          { name: 'basic', scopes: [] },
          { name: 'key', scopes: [] },
        ],
      },
      { schemes: [] },
    ]);
    expect(only(normal).security).toEqual([]);
    expect(only(swagger({})).security).toBeUndefined();
  });

  test('of OpenAPI 3', () => {
    const securitySchemes = {
      bearer: { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' },
      basic: { type: 'http', scheme: 'basic' },
      digest: { type: 'http', scheme: 'digest' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
      tls: { type: 'mutualTLS' },
      oauth: {
        type: 'oauth2',
        flows: { authorizationCode: { authorizationUrl: 'a', tokenUrl: 't', scopes: {} }, other: {} },
      },
    };
    expect([...openapi({}, { components: { securitySchemes } }).securitySchemes.values()]).toEqual([
      { kind: 'bearer', format: 'JWT' },
      { kind: 'basic' },
      { kind: 'other', type: 'http digest' },
      { kind: 'api-key', in: 'cookie', name: 'sid' },
      { kind: 'other', type: 'mutualTLS' },
      {
        kind: 'oauth2',
        flows: [{ flow: 'authorization-code', authorizationUrl: 'a', tokenUrl: 't', scopes: [] }],
      },
    ]);
  });
});

describe('an operation', () => {
  test('takes its display name from the nearest of three', () => {
    const keys = { summary: 'S', 'x-ms-summary': 'M', 'x-ntx-summary': 'N' };
    expect(only(swagger(keys)).displayName).toBe('N');
    expect(only(swagger({ summary: 'S', 'x-ms-summary': 'M' })).displayName).toBe('M');
    expect(only(swagger({ summary: 'S' })).displayName).toBe('S');
  });

  test('knows its next page and whether it is hidden', () => {
    const keys = {
      'x-ms-pageable': { nextLinkName: 'nextLink' },
      'x-ntx-visibility': 'internal',
      deprecated: true,
    };
    expect(only(swagger(keys))).toMatchObject({ nextLinkName: 'nextLink', internal: true, deprecated: true });
  });

  test('is found behind the reference of its path', () => {
    const shared = {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { responses: ok },
    };
    const document = {
      openapi: '3.1.0',
      components: { pathItems: { P: shared } },
      paths: { '/a/{id}': { $ref: '#/components/pathItems/P' } },
    };
    expect(only(normalizeDescriptor(descriptorOf(document)).normal)).toMatchObject({
      verb: 'GET',
      path: '/a/{id}',
      pointer: '/components/pathItems/P/get',
      parameters: [{ name: 'id', schema: { kind: 'integer' } }],
    });
  });

  test('brings its callbacks, the document its webhooks', () => {
    const callbacks = { done: { '{$request.body#/url}': { post: { responses: ok } } } };
    expect(openapi({ callbacks }, { webhooks: { changed: { put: { responses: ok } } } }).events).toEqual([
      {
        kind: 'callback',
        name: 'done',
        verb: 'POST',
        pointer: '/paths/~1a/post/callbacks/done/{$request.body#~1url}/post',
      },
      { kind: 'webhook', name: 'changed', verb: 'PUT', pointer: '/webhooks/changed/put' },
    ]);
  });
});

describe('the query in the key of a path', () => {
  const constant = (value: string): unknown => ({ kind: 'enum', values: [value], default: value });
  test.each([
    ['is sent by a parameter with that one choice', '/a?op=file', [], [['op', constant('file')]]],
    ['without a value is an empty one', '/a?comp', [], [['comp', constant('')]]],
    ['is decoded', '/a?op=a%20b%26c', [], [['op', constant('a b&c')]]],
    ['may be for the caller to fill', '/a?color={color}', [], [['color', { kind: 'string' }]]],
    [
      'moves there what a parameter of the path fills',
      '/a?colour={color}',
      [{ name: 'color', in: 'path', required: true, type: 'integer' }],
      [['colour', { kind: 'integer' }]],
    ],
    [
      'adds nothing to what is declared',
      '/a?op=file&comp=list',
      [{ name: 'op', in: 'query', type: 'integer' }],
      [
        ['op', { kind: 'integer' }],
        ['comp', constant('list')],
      ],
    ],
  ] as [string, string, Tree[], unknown[]][])('%s', (_, key, parameters, want) => {
    for (const map of ['paths', 'x-ms-paths']) {
      const operation = only(
        swagger({}, { paths: {}, [map]: { [key]: { get: { parameters, responses: ok } } } }),
      );
      expect(operation.path).toBe('/a');
      expect(operation.parameters.map(({ in: place, style }) => [place, style])).toEqual(
        want.map(() => ['query', 'form']),
      );
      expect(
        operation.parameters.map(({ name, schema: { pointer: _pointer, ...form } }) => [name, form]),
      ).toEqual(want);
    }
  });

  test('tells apart operations of one path, in `x-ms-paths` beside `paths`', () => {
    const get = { get: { responses: ok } };
    const { normal, problems } = normalizeDescriptor(
      descriptorOf({
        swagger: '2.0',
        paths: { '/a': get },
        'x-ms-paths': { '/a?op=b': get, '/a?op=c': get },
      }),
    );
    expect(problems).toEqual([]);
    expect(normal.operations.map(({ path, pathKey, pointer }) => [path, pathKey, pointer])).toEqual([
      ['/a', undefined, '/paths/~1a/get'],
      ['/a', '/a?op=b', '/x-ms-paths/~1a?op=b/get'],
      ['/a', '/a?op=c', '/x-ms-paths/~1a?op=c/get'],
    ]);
  });
});

test.each([
  ['#/paths/~1tasks~1{id}/get/responses/200/schema', 'Get_tasks__id__Response'],
  ['#/responses/Gone/schema/properties/reason', 'Gone_reason'],
])('a schema at %s is called %s', (reference, want) => {
  const paths = { '/tasks/{id}': { get: { responses: { 200: { schema: { type: 'object' } } } } } };
  const responses = { Gone: { schema: { properties: { reason: { type: 'object' } } } } };
  const { schemas } = normalizeDescriptor(
    descriptorOf({
      swagger: '2.0',
      paths,
      responses,
      definitions: { A: { properties: { r: { $ref: reference } } } },
    }),
  ).normal;
  expect([...schemas.values()].map(({ name }) => name)).toEqual(['A', want]);
});
