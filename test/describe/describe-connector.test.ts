import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import {
  describeTree,
  methodIn,
  objectIn,
  objectNamesIn,
  openApi,
  swagger,
  type Tree,
} from './describe-tree.js';

const DONE = { '204': { description: '' } };
const TEXT = { type: 'string' };
const ref = (name: string): JsonTree => ({ $ref: `#/components/schemas/${name}` });

const TASKS = openApi({
  schemas: {
    Task: { type: 'object', properties: { id: TEXT } },
    Page: {
      type: 'object',
      properties: {
        tasks: { type: 'array', items: ref('Task') },
        first: ref('Task'),
        names: { type: 'array', items: TEXT },
        whens: { type: 'array', items: { type: 'string', format: 'date-time' } },
        bag: { type: 'object' },
        pair: { type: 'array', prefixItems: [TEXT, TEXT] },
        title: TEXT,
      },
    },
  },
});

describe('«Names: Append Property Types»', () => {
  test('on: nested values carry their type', () => {
    const { properties } = objectIn(describeTree(TASKS, { appendPropertyTypes: true }), 'Page');
    expect(
      properties.map(({ systemName, displayName, wireName }) => [systemName, displayName, wireName]),
    ).toEqual([
      ['bag__Object_', 'bag (Object)', 'bag'],
      ['first__Task_', 'first (Task)', 'first'],
      ['names__String___', 'names (String[])', 'names'],
      ['pair__Object___', 'pair (Object[])', 'pair'],
      ['tasks__Task___', 'tasks (Task[])', 'tasks'],
      ['title', 'title', 'title'],
      ['whens__DateTime___', 'whens (DateTime[])', 'whens'],
    ]);
  });

  test('off: none do', () => {
    const { properties } = objectIn(describeTree(TASKS), 'Page');
    expect(properties.map(({ systemName }) => systemName)).toEqual([
      'bag',
      'first',
      'names',
      'pair',
      'tasks',
      'title',
      'whens',
    ]);
  });
});

describe('Methods that the descriptor marks as internal', () => {
  test.each([['x-ntx-visibility'], ['x-ms-visibility']])('by %s', (extension) => {
    const tree = openApi({
      paths: {
        '/a': { get: { operationId: 'open', responses: DONE } },
        '/b': { get: { operationId: 'hidden', [extension]: 'internal', responses: DONE } },
      },
    });
    expect(objectNamesIn(describeTree(tree))).toEqual(['a']);
    const all = describeTree(tree, { includeInternal: true });
    expect(objectNamesIn(all)).toEqual(['a', 'b']);
    expect(methodIn(all, 'hidden').internal).toBe(true);
    expect(methodIn(all, 'open').internal).toBeUndefined();
  });
});

describe('System Types', () => {
  const systemTypes = (tree: Tree): string[] =>
    describeTree(tree)
      .connector.serviceObjects.filter(({ category }) => category === 'system-type')
      .map(({ systemName }) => systemName);

  test('HTTPHeader is always there; simple types where an array of them is in use', () => {
    expect(systemTypes(openApi({ schemas: { A: { type: 'object', properties: { x: TEXT } } } }))).toEqual([
      'HTTPHeader',
    ]);
    expect(systemTypes(TASKS)).toEqual(['DateTime', 'HTTPHeader', 'String']);
  });

  test.each([
    [TEXT, 'String'],
    [{ enum: ['a'] }, 'String'],
    [{ type: 'integer' }, 'Int32'],
    [{ type: 'integer', format: 'int64' }, 'Int64'],
    [{ type: 'number' }, 'Double'],
    [{ type: 'number', format: 'decimal' }, 'Decimal'],
    [{ type: 'boolean' }, 'Boolean'],
    [{ type: 'string', format: 'date' }, 'DateTime'],
  ])('of an array of %j it is %s', (items, want) => {
    const list = { type: 'array', items };
    const inParameter = {
      '/x': { get: { parameters: [{ name: 'p', in: 'query', schema: list }], responses: DONE } },
    };
    const inAnswer = {
      '/x': {
        get: { responses: { '200': { description: '', content: { 'application/json': { schema: list } } } } },
      },
    };
    for (const tree of [
      openApi({ schemas: { A: { type: 'object', properties: { list } } } }),
      openApi({ schemas: { A: list } }),
      openApi({ schemas: { A: { type: 'object', additionalProperties: list } } }),
      openApi({ paths: inParameter }),
      openApi({ paths: inAnswer }),
    ]) {
      expect(systemTypes(tree).filter((name) => name !== 'HTTPHeader')).toEqual([want]);
    }
  });
});

describe('a choice between objects lists the Properties of all of them', () => {
  const variant = (properties: Tree, required: string[]): JsonTree => ({
    type: 'object',
    properties,
    required,
  });
  const described = describeTree(
    openApi({
      schemas: {
        Circle: variant({ kind: { const: 'circle' }, name: TEXT, radius: { type: 'number' }, x: TEXT }, [
          'kind',
          'radius',
        ]),
        Square: variant(
          { kind: { const: 'square' }, name: TEXT, side: { type: 'number' }, x: { type: 'integer' } },
          ['kind', 'side'],
        ),
        Shape: { oneOf: [ref('Circle'), ref('Square')] },
        Nested: { anyOf: [ref('Shape'), variant({ z: TEXT }, [])] },
        Half: { oneOf: [ref('Circle'), TEXT] },
      },
    }),
  );
  const shown = (name: string) =>
    objectIn(described, name).properties.map(
      ({ systemName, type, required }) => `${systemName} ${type}${required ? ' required' : ''}`,
    );

  test('required only where it is in each; of different types it is any value', () => {
    expect(shown('Shape')).toEqual([
      'kind Text required',
      'name Text',
      'radius Decimal',
      'side Decimal',
      'x Memo',
    ]);
  });

  test('a choice in a choice too', () => {
    expect(shown('Nested')).toEqual([
      'kind Text',
      'name Text',
      'radius Decimal',
      'side Decimal',
      'x Memo',
      'z Text',
    ]);
  });

  test('not where one of them is no object', () => {
    expect(shown('Half')).toEqual(['Value Memo required']);
  });
});

describe('remarks of the descriptor', () => {
  test('reach the Property', () => {
    const described = describeTree(
      openApi({
        schemas: {
          A: {
            type: 'object',
            required: ['p'],
            properties: {
              p: {
                ...TEXT,
                'x-ntx-summary': 'Shown',
                description: 'Explained',
                deprecated: true,
                readOnly: true,
              },
              q: { ...TEXT, title: 'A title', writeOnly: true },
            },
          },
        },
      }),
    );
    expect(objectIn(described, 'A').properties).toMatchObject([
      {
        systemName: 'p',
        displayName: 'Shown',
        wireName: 'p',
        description: 'Explained',
        deprecated: true,
        readOnly: true,
        required: true,
      },
      { systemName: 'q', displayName: 'q', description: 'A title', writeOnly: true, required: false },
    ]);
  });

  test('reach the Method', () => {
    const operation = {
      operationId: 'op',
      summary: 'Short',
      description: 'Long',
      deprecated: true,
      security: [],
      responses: DONE,
    };
    const method = methodIn(describeTree(openApi({ paths: { '/x/{id}': { get: operation } } })), 'op');
    expect(method).toMatchObject({
      systemName: 'op',
      displayName: 'Short',
      description: 'Long',
      deprecated: true,
      pointer: '/paths/~1x~1{id}/get',
      call: { verb: 'GET', path: '/x/{id}', anonymous: true },
    });
  });
});

test('callbacks and webhooks are listed, not generated', () => {
  const tree = {
    ...openApi({ paths: { '/x': { get: { responses: DONE } } } }),
    webhooks: { taskDone: { post: { responses: DONE } } },
  };
  expect(describeTree(tree).problems.map(({ code }) => code)).toEqual(['event-left-out']);
});

describe('the service URL', () => {
  const PATHS = { '/x': { get: { operationId: 'op', responses: DONE } } };
  const at = (url: string): Tree =>
    openApi({ paths: PATHS, servers: [{ url }, { url: 'https://second.example' }] });
  const REMOTE = 'https://docs.example/specs/api.json?x=1';

  test.each([
    { name: 'is the first server’s', given: at('https://api.example/v1/'), want: 'https://api.example/v1' },
    {
      name: 'is Swagger’s scheme, host and base path',
      given: swagger({ paths: PATHS }),
      want: 'https://api.example/v1',
    },
    {
      name: 'below the descriptor’s host',
      given: at('/v2'),
      source: REMOTE,
      want: 'https://docs.example/v2',
    },
    {
      name: 'below the descriptor’s own folder',
      given: at('v2'),
      source: REMOTE,
      want: 'https://docs.example/specs/v2',
    },
    {
      name: 'with the registered one over it',
      given: at('https://api.example/v1'),
      registered: 'https://other.example',
      want: 'https://other.example/v1',
    },
    {
      name: 'with the registered one’s own path',
      given: at('https://api.example/v1'),
      registered: 'https://other.example/v9/',
      want: 'https://other.example/v9',
    },
    {
      name: 'with the registered one’s lack of a path, said by a slash',
      given: at('https://api.example/v1'),
      registered: 'https://other.example/',
      want: 'https://other.example',
    },
    {
      name: 'with the registered host before a path alone',
      given: at('/v2'),
      registered: 'https://other.example',
      want: 'https://other.example/v2',
    },
    {
      name: 'with variables left in',
      given: at('https://{region}.example/{v}'),
      want: 'https://{region}.example/{v}',
    },
  ])('$name', ({ given, source, registered, want }) => {
    const settings = registered === undefined ? {} : { serviceUrl: registered };
    const { connector, problems } = describeTree(given, settings, source);
    expect(connector.serviceUrl).toBe(want);
    expect(problems.filter(({ code }) => code === 'service-url-missing')).toEqual([]);
  });

  test.each([
    { name: 'no server', given: openApi({ paths: PATHS, servers: [] }), want: undefined },
    { name: 'a path alone', given: at('/v2'), want: '/v2' },
  ])('$name in a file leaves it to the caller, with a Problem', ({ given, want }) => {
    const { connector, problems } = describeTree(given);
    expect(connector.serviceUrl).toBe(want);
    expect(problems.map(({ code }) => code)).toContain('service-url-missing');
  });

  test('its variables are kept', () => {
    const variables = { region: { default: 'eu', enum: ['eu', 'us'] } };
    const tree = openApi({ paths: PATHS, servers: [{ url: 'https://{region}.example', variables }] });
    expect(describeTree(tree).connector.variables).toEqual({
      region: { default: 'eu', values: ['eu', 'us'] },
    });
  });

  test('an operation may have its own', () => {
    const tree = openApi({
      paths: {
        '/x': { get: { operationId: 'op', servers: [{ url: 'https://files.example/' }], responses: DONE } },
      },
    });
    expect(methodIn(describeTree(tree), 'op').call.serviceUrl).toBe('https://files.example');
  });
});
