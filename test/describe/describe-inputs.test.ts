import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { Method } from '../../src/model/connector.js';
import type { ServiceInstanceSettings } from '../../src/model/service-instance.js';
import { describeTree, methodIn, openApi, swagger, type Tree } from './describe-tree.js';

const DONE = { '204': { description: '' } };
const TEXT = { type: 'string' };
const TASK = {
  type: 'object',
  required: ['id', 'made'],
  properties: { id: TEXT, count: { type: 'integer' }, made: { type: 'string', readOnly: true }, 'x-y': TEXT },
};

/** The Method of one POST. */
function methodOf(operation: Tree, path = '/x', settings: Partial<ServiceInstanceSettings> = {}): Method {
  const tree = openApi({
    paths: { [path]: { post: { operationId: 'op', responses: DONE, ...operation } } },
    schemas: { Task: TASK },
  });
  return methodIn(describeTree(tree, settings), 'op');
}

const parameter = (place: string, name: string, more: Tree = {}): JsonTree => ({
  name,
  in: place,
  schema: TEXT,
  ...(place === 'path' ? { required: true } : {}),
  ...more,
});
const body = (mediaType: string, schema: JsonTree, more: Tree = {}): Tree => ({
  requestBody: { required: true, content: { [mediaType]: { schema } }, ...more },
});
const task: JsonTree = { $ref: '#/components/schemas/Task' };

const systemNames = (method: Method): string[] => method.inputs.map(({ systemName }) => systemName);

test('the path’s inputs come first, in its order; then the body, then the others by place and name', () => {
  const parameters = [
    parameter('cookie', 'c'),
    parameter('query', 'z'),
    parameter('query', 'a'),
    parameter('header', 'h'),
    parameter('path', 'one'),
    parameter('path', 'two'),
  ];
  const method = methodOf({ parameters, ...body('application/json', task) }, '/x/{two}/{one}');
  expect(systemNames(method)).toEqual(['two', 'one', 'body', 'a', 'z', 'h', 'c']);
  expect(
    systemNames(
      methodOf({ parameters: parameters.toReversed(), ...body('application/json', task) }, '/x/{two}/{one}'),
    ),
  ).toEqual(systemNames(method));
});

test('of the same name in two places, the path keeps it', () => {
  const { inputs } = methodOf(
    {
      parameters: [
        parameter('query', 'id'),
        parameter('header', 'ID'),
        parameter('path', 'id'),
        parameter('cookie', 'id'),
      ],
      ...body('application/x-www-form-urlencoded', { type: 'object', properties: { id: TEXT } }),
    },
    '/x/{id}',
  );
  expect(inputs.map(({ systemName, definition }) => [systemName, definition?.in, definition?.name])).toEqual([
    ['id', 'path', undefined],
    ['id_field', 'field', 'id'],
    ['id_query', 'query', 'id'],
    ['ID_header', 'header', 'ID'],
    ['id_cookie', 'cookie', 'id'],
  ]);
});

test('a renamed input is a Problem and keeps its wire name', () => {
  const tree = openApi({
    paths: {
      '/x': { get: { operationId: 'op', parameters: [parameter('query', 'HttpHeaders')], responses: DONE } },
    },
  });
  const described = describeTree(tree);
  expect(methodIn(described, 'op').inputs[0]).toMatchObject({
    systemName: 'HttpHeaders_query',
    wireName: 'HttpHeaders',
    definition: { name: 'HttpHeaders' },
  });
  expect(described.problems.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
    ['name-changed', 'note', '/paths/~1x/get/parameters/0'],
  ]);
});

describe('a parameter’s way of being written stands there only where it is unusual', () => {
  const list = { type: 'array', items: TEXT };
  const bag = { type: 'object', properties: { a: TEXT } };
  test.each([
    { name: 'text in a query', given: parameter('query', 'p'), want: { in: 'query', type: 'Text' } },
    {
      name: 'text in a query, whatever its style',
      given: parameter('query', 'p', { style: 'spaceDelimited', explode: false }),
      want: { in: 'query', type: 'Text' },
    },
    {
      name: 'a list',
      given: parameter('query', 'p', { schema: list }),
      want: { in: 'query', type: 'SerializedArray' },
    },
    {
      name: 'a list on one line',
      given: parameter('query', 'p', { schema: list, explode: false }),
      want: { in: 'query', type: 'SerializedArray', explode: false },
    },
    {
      name: 'a list between bars',
      given: parameter('query', 'p', { schema: list, style: 'pipeDelimited' }),
      want: { in: 'query', type: 'SerializedArray', style: 'pipeDelimited' },
    },
    {
      name: 'a deep object',
      given: parameter('query', 'p', { schema: bag, style: 'deepObject', explode: true }),
      want: { in: 'query', type: 'SerializedItem', style: 'deepObject', explode: true },
    },
    {
      name: 'JSON',
      given: { name: 'p', in: 'query', content: { 'application/json': { schema: bag } } },
      want: { in: 'query', type: 'SerializedItem', mediaType: 'application/json' },
    },
    {
      name: 'reserved characters as they are',
      given: parameter('query', 'p', { allowReserved: true, required: true }),
      want: { in: 'query', type: 'Text', allowReserved: true, required: true },
    },
    {
      name: 'a header',
      given: parameter('header', 'X-P'),
      want: { in: 'header', type: 'Text', name: 'X-P' },
    },
  ])('$name', ({ given, want }) => {
    expect(methodOf({ parameters: [given] }).inputs[0]?.definition).toEqual(want);
  });

  test('a matrix in the path', () => {
    const { inputs } = methodOf({ parameters: [parameter('path', 'p', { style: 'matrix' })] }, '/x/{p}');
    expect(inputs[0]?.definition).toEqual({ in: 'path', type: 'Text', style: 'matrix', required: true });
  });

  test.each([
    ['csv', { explode: false }],
    ['ssv', { style: 'spaceDelimited' }],
    ['tsv', { style: 'tabDelimited' }],
    ['pipes', { style: 'pipeDelimited' }],
    ['multi', {}],
  ])('Swagger’s collectionFormat %s', (collectionFormat, want) => {
    const given = { name: 'p', in: 'query', type: 'array', items: TEXT, collectionFormat };
    const tree = swagger({
      paths: { '/x': { get: { operationId: 'op', parameters: [given], responses: DONE } } },
    });
    expect(methodIn(describeTree(tree), 'op').inputs[0]?.definition).toEqual({
      in: 'query',
      type: 'SerializedArray',
      ...want,
    });
  });
});

describe('a whole body is one input', () => {
  const item = { required: ['id'], properties: { count: 'Number', id: 'Text', made: 'Text', 'x-y': 'Text' } };
  test.each([
    {
      name: 'JSON: what its item must hold, without what only the service writes',
      given: body('application/json', task),
      want: { in: 'body', type: 'SerializedItem', item, required: true },
    },
    {
      name: 'JSON by another name',
      given: body('application/vnd.x+json; charset=utf-8', task, { required: false }),
      want: { in: 'body', type: 'SerializedItem', mediaType: 'application/vnd.x+json', item },
    },
    {
      name: 'any media type',
      given: body('*/*', task),
      want: { in: 'body', type: 'SerializedItem', item, required: true },
    },
    {
      name: 'an array',
      given: body('application/json', { type: 'array', items: task }),
      want: { in: 'body', type: 'SerializedArray', required: true },
    },
    {
      name: 'text',
      given: body('text/plain', TEXT),
      want: { in: 'body', type: 'Text', mediaType: 'text/plain', required: true },
    },
    {
      name: 'XML, as text',
      given: body('application/xml', task),
      want: { in: 'body', type: 'Text', mediaType: 'application/xml', required: true },
    },
    {
      name: 'bytes',
      given: body('application/pdf', { type: 'string', format: 'binary' }),
      want: { in: 'body', type: 'File', mediaType: 'application/pdf', required: true },
    },
    {
      name: 'JSON before a form before text',
      given: {
        requestBody: {
          required: true,
          content: {
            'text/plain': { schema: TEXT },
            'multipart/form-data': { schema: task },
            'application/json': { schema: task },
          },
        },
      },
      want: { in: 'body', type: 'SerializedItem', item, required: true },
    },
  ])('$name', ({ given, want }) => {
    const { inputs, call } = methodOf(given);
    expect(inputs.map(({ definition }) => definition)).toEqual([want]);
    expect(call.form).toBeUndefined();
  });

  test.each([
    ['body', {}],
    ['Outcome', { 'x-ms-requestBody-name': 'Outcome' }],
  ])('called %s', (name, more) => {
    const given = body('application/json', task, more);
    expect(systemNames(methodOf({ ...given, ...more }))).toEqual([name]);
  });

  test('called as Swagger calls it', () => {
    const parameters = [
      { name: 'Outcome', in: 'body', required: true, schema: { $ref: '#/definitions/Task' } },
    ];
    const tree = swagger({
      paths: { '/x': { patch: { operationId: 'op', parameters, responses: DONE } } },
      definitions: { Task: TASK },
    });
    const [input] = methodIn(describeTree(tree), 'op').inputs;
    expect(input).toMatchObject({
      systemName: 'Outcome',
      type: 'Memo',
      value: { kind: 'named', object: 'Task' },
      required: true,
    });
  });

  test.each([[undefined], [[]]])('Swagger without consumes (%s) sends JSON and reads JSON', (types) => {
    const tree = swagger({
      paths: {
        '/x': {
          post: {
            operationId: 'op',
            parameters: [{ name: 'task', in: 'body', schema: { $ref: '#/definitions/Task' } }],
            responses: { '200': { description: '', schema: { $ref: '#/definitions/Task' } } },
          },
        },
      },
      definitions: { Task: TASK },
      consumes: types,
      produces: types,
    });
    const bare = Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== undefined)) as Tree;
    const method = methodIn(describeTree(bare), 'op');
    expect(method.inputs[0]?.definition).toMatchObject({ in: 'body', type: 'SerializedItem' });
    expect(method.inputs[0]?.definition).not.toHaveProperty('mediaType');
    expect(method.answers[0]?.definition.as).toBe('record');
    expect(method.call.accept).toBeUndefined();
  });
});

describe('a form’s fields are inputs', () => {
  const schema = {
    type: 'object',
    required: ['file'],
    properties: {
      file: { type: 'string', format: 'binary' },
      note: TEXT,
      meta: task,
      tags: { type: 'array', items: TEXT },
    },
  };

  test('of multipart', () => {
    const { inputs, call } = methodOf({
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema, encoding: { meta: { contentType: 'application/json' } } },
        },
      },
    });
    expect(call.form).toBe('multipart/form-data');
    expect(
      inputs.map(({ systemName, required, definition }) => ({ systemName, required, definition })),
    ).toEqual([
      { systemName: 'file', required: true, definition: { in: 'field', type: 'File', required: true } },
      {
        systemName: 'meta',
        required: false,
        definition: { in: 'field', type: 'SerializedItem', mediaType: 'application/json' },
      },
      { systemName: 'note', required: false, definition: { in: 'field', type: 'Text' } },
      { systemName: 'tags', required: false, definition: { in: 'field', type: 'SerializedArray' } },
    ]);
  });

  test('of a URL-encoded one, none required where the body is not', () => {
    const { inputs, call } = methodOf(body('application/x-www-form-urlencoded', schema, { required: false }));
    expect(call.form).toBe('application/x-www-form-urlencoded');
    expect(inputs.map(({ required }) => required)).toEqual([false, false, false, false]);
  });

  test('a form that is no object is text', () => {
    const { inputs, call } = methodOf(body('application/x-www-form-urlencoded', TEXT));
    expect(call.form).toBeUndefined();
    expect(inputs[0]?.definition).toMatchObject({ in: 'body', type: 'Text' });
  });
});

describe('HttpHeaders', () => {
  test('is an input of every Method where the setting is on, without a place of its own', () => {
    const { inputs } = methodOf({}, '/x', { addHttpRequestHeaders: true });
    expect(inputs).toEqual([
      expect.objectContaining({ systemName: 'HttpHeaders', type: 'Memo', required: false }),
    ]);
    expect(inputs[0]).not.toHaveProperty('definition');
  });

  test('is none else', () => {
    expect(systemNames(methodOf({}))).toEqual([]);
  });
});
