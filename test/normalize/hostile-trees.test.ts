import { describe, expect, test } from 'vitest';
import { RestBrokerError } from '../../src/base/errors.js';
import type { JsonTree } from '../../src/load/descriptor.js';
import { normalizeDescriptor } from '../../src/normalize/normalize-descriptor.js';
import { descriptorOf } from './descriptor-of.js';

type Tree = { readonly [key: string]: JsonTree };

const swagger = (definitions: Tree): Tree => ({ swagger: '2.0', info: {}, paths: {}, definitions });

function definitions(count: number, make: (index: number) => JsonTree): Tree {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`A${index}`, make(index)]));
}

const to = (index: number): Tree => ({ $ref: `#/definitions/A${index}` });

function nested(depth: number, wrap: (inner: JsonTree) => JsonTree): JsonTree {
  let tree: JsonTree = { type: 'string' };
  for (let index = 0; index < depth; index++) tree = wrap(tree);
  return tree;
}

describe('a large but legal tree', () => {
  test('may be a ring of 3,000 schemas', () => {
    const tree = swagger(definitions(3000, (index) => ({ properties: { next: to((index + 1) % 3000) } })));
    const { normal, problems } = normalizeDescriptor(descriptorOf(tree));
    expect(normal.schemas.size).toBe(3000);
    expect(problems).toEqual([]);
  });

  test('may be a chain of 3,000 references', () => {
    const tree = swagger(definitions(3000, (index) => (index === 2999 ? { type: 'string' } : to(index + 1))));
    const { normal, problems } = normalizeDescriptor(descriptorOf(tree));
    expect(problems).toEqual([]);
    expect(normal.schemas.get('/definitions/A0')?.schema).toMatchObject({ key: '/definitions/A2999' });
  });

  test.each([
    ['items', (inner: JsonTree): JsonTree => ({ type: 'array', items: inner })],
    ['additionalProperties', (inner: JsonTree): JsonTree => ({ additionalProperties: inner })],
    ['properties', (inner: JsonTree): JsonTree => ({ properties: { a: inner } })],
    ['allOf', (inner: JsonTree): JsonTree => ({ allOf: [inner] })],
    ['anyOf', (inner: JsonTree): JsonTree => ({ anyOf: [inner, { type: 'integer' }] })],
  ])('may nest %s 500 deep', (_, wrap) => {
    const { problems } = normalizeDescriptor(descriptorOf(swagger({ A: nested(500, wrap) })));
    expect(problems).toEqual([]);
  });
});

describe('a tree that cannot be carried over whole', () => {
  test.each([
    ['items', (inner: JsonTree): JsonTree => ({ type: 'array', items: inner })],
    ['allOf', (inner: JsonTree): JsonTree => ({ allOf: [inner, { type: 'string' }] })],
  ])('is cut where %s nest 50,000 deep', (_, wrap) => {
    const { problems } = normalizeDescriptor(descriptorOf(swagger({ A: nested(50_000, wrap) })));
    expect(problems.map(({ code }) => code)).toContain('schema-too-deep');
  });

  test('is cut where allOf chains 3,000 schemas', () => {
    const tree = swagger(
      definitions(3000, (index) => ({
        allOf: [to(Math.min(index + 1, 2999))],
        properties: { [`p${index}`]: {} },
      })),
    );
    const codes = new Set(normalizeDescriptor(descriptorOf(tree)).problems.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['all-of-recursive', 'all-of-too-deep']);
  });

  test('is cut where properties unite with what is read already', () => {
    const tree = swagger(
      definitions(3000, (index) => ({
        properties: { p: { allOf: [to((index + 1) % 3000), { properties: { x: {} } }] } },
      })),
    );
    const codes = normalizeDescriptor(descriptorOf(tree)).problems.map(({ code }) => code);
    expect(codes).toContain('all-of-too-deep');
  });

  test('stays in bounds where alternatives double at every level', () => {
    const tree = swagger(
      definitions(60, (index) => ({
        properties: { [`p${index}`]: {} },
        oneOf: [to((index + 1) % 60), to((index + 2) % 60)],
      })),
    );
    const { normal, problems } = normalizeDescriptor(descriptorOf(tree));
    expect(normal.schemas.size).toBe(60);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['union-left-out']));
  });

  test('stays in bounds where thousands inherit from one large schema', () => {
    const hub = {
      properties: Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`p${index}`, {}])),
    };
    const heirs = definitions(3000, (index) => ({
      allOf: [{ $ref: '#/definitions/Hub' }],
      properties: { [`q${index}`]: {} },
    }));
    const { problems } = normalizeDescriptor(descriptorOf(swagger({ Hub: hub, ...heirs })));
    expect(problems.map(({ code }) => code)).toEqual(['all-of-too-large']);
  });
});

// Every member of a descriptor replaced by every kind of wrong value, one at a time.
describe('a wrong value anywhere', () => {
  const SCHEMA: Tree = {
    type: 'object',
    format: 'x',
    required: ['a'],
    properties: { a: { type: 'string', enum: ['a'], 'x-enumNames': ['A'], 'x-ms-enum': { values: [{}] } } },
    patternProperties: { a: {} },
    additionalProperties: {
      type: 'array',
      items: { oneOf: [{ const: 1 }, { anyOf: [{}, { type: 'null' }] }] },
    },
    allOf: [
      { $ref: '#/definitions/B' },
      { prefixItems: [{}], contentMediaType: 'a/b', contentEncoding: 'base64' },
    ],
    discriminator: { propertyName: 'a' },
    nullable: true,
    title: 'T',
    deprecated: true,
    not: {},
  };
  const SHARED: Tree = {
    info: { title: 'T', version: '1', description: 'D' },
    tags: [{ name: 'a', description: 'b' }],
    security: [{ a: ['b'] }],
    servers: [{ url: 'https://{a}', variables: { a: { default: 'b', enum: ['b'] } } }],
    definitions: { A: SCHEMA, B: { type: 'object' } },
  };
  const OPENAPI: Tree = {
    ...SHARED,
    openapi: '3.2.0',
    components: {
      schemas: { A: SCHEMA, C: { $dynamicRef: '#x' } },
      securitySchemes: {
        a: { type: 'oauth2', flows: { password: { tokenUrl: 'a', scopes: { b: 'c' } } } },
        b: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
      responses: {
        A: { description: 'D', headers: { a: { schema: SCHEMA } }, content: { 'a/b': { itemSchema: {} } } },
      },
    },
    webhooks: { a: { post: {} } },
    paths: {
      '/a/{b}': {
        servers: [{ url: '/' }],
        parameters: [
          { name: 'b', in: 'path', required: true, style: 'simple', explode: false, schema: SCHEMA },
        ],
        additionalOperations: { COPY: {} },
        post: {
          operationId: 'a',
          tags: ['a'],
          'x-ms-pageable': { nextLinkName: 'n' },
          requestBody: {
            required: true,
            content: { 'a/b; q=1': { schema: {}, encoding: { a: { contentType: 'a', style: 'form' } } } },
          },
          responses: { 200: { $ref: '#/components/responses/A' } },
          callbacks: { a: { '{$url}': { post: {} } } },
          security: [{}],
        },
      },
    },
  };
  const SWAGGER: Tree = {
    ...SHARED,
    swagger: '2.0',
    host: 'us.example.com',
    basePath: '/a',
    schemes: ['https'],
    consumes: ['a/b'],
    'x-ntx-host': '{{region}}.example.com',
    securityDefinitions: {
      a: {
        type: 'oauth2',
        flow: 'password',
        scopes: { a: 'b' },
        'x-ntx-connection-properties': { properties: { region: { default: 'a' } } },
      },
      b: { type: 'apiKey', in: 'header', name: 'a' },
    },
    paths: {
      '/a': {
        'x-ntx-basePath': '/b',
        post: {
          produces: ['a/b'],
          parameters: [{ name: 'b', in: 'body', required: true, schema: SCHEMA }],
          responses: {
            200: { description: 'D', schema: { type: 'file' }, headers: { a: { type: 'string' } } },
          },
        },
        put: {
          parameters: [
            {
              name: 'f',
              in: 'formData',
              type: 'array',
              items: { type: 'string' },
              collectionFormat: 'multi',
            },
          ],
          responses: {},
        },
      },
    },
  };
  const WRONG: readonly JsonTree[] = [
    null,
    true,
    0,
    'x',
    [],
    {},
    [null],
    [{}],
    [[]],
    { a: null },
    { a: 1 },
    { $ref: '#' },
    { $ref: '#/paths' },
    { $ref: 'x' },
    { $ref: 1 },
    { constructor: 1, toString: {} },
  ];

  function* mutants(tree: JsonTree): Generator<JsonTree> {
    yield* WRONG;
    if (typeof tree !== 'object' || tree === null) return;
    for (const [key, value] of Object.entries(tree)) {
      for (const mutant of mutants(value)) {
        if (Array.isArray(tree)) yield tree.with(Number(key), mutant);
        else yield { ...tree, [key]: mutant };
      }
    }
  }

  test.each([
    ['OpenAPI', OPENAPI],
    ['Swagger', SWAGGER],
  ])('never breaks reading %s', (_, tree) => {
    const seen: unknown[] = [];
    for (const mutant of mutants(tree)) {
      if (typeof mutant !== 'object' || mutant === null || Array.isArray(mutant)) continue;
      try {
        normalizeDescriptor(descriptorOf(mutant as Tree));
      } catch (error) {
        if (!(error instanceof RestBrokerError)) seen.push(error);
      }
    }
    expect(seen).toEqual([]);
  });

  test('and the tree is left as it was', () => {
    const before = JSON.stringify(OPENAPI);
    normalizeDescriptor(descriptorOf(freeze(OPENAPI)));
    expect(JSON.stringify(OPENAPI)).toBe(before);
  });
});

function freeze<T extends JsonTree>(tree: T): T {
  if (typeof tree !== 'object' || tree === null) return tree;
  for (const value of Object.values(tree)) freeze(value);
  return Object.freeze(tree);
}
