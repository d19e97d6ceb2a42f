import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import { describeTree, objectNamesIn, openApi, swagger, type Tree } from './describe-tree.js';

const object = (properties: Tree): JsonTree => ({ type: 'object', properties });
const LEAF = object({ n: { type: 'integer' } });
const json = (schema: JsonTree): JsonTree => ({ content: { 'application/json': { schema } } });
const operation = (answer: JsonTree, more: Tree = {}): Tree => ({
  tags: ['g'],
  responses: { '200': { description: '', ...(json(answer) as Tree) } },
  ...more,
});

interface Row {
  readonly name: string;
  readonly given: Tree;
  readonly want: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    name: 'an object in an object',
    given: openApi({ schemas: { Task: object({ owner: object({ place: LEAF }) }) } }),
    want: ['Task', 'Task_owner', 'Task_owner_place'],
  },
  {
    name: 'the items of an array, the values of a map',
    given: openApi({
      schemas: {
        Task: object({
          lines: { type: 'array', items: LEAF },
          more: { type: 'object', additionalProperties: LEAF },
        }),
      },
    }),
    want: ['Task', 'Task_lines', 'Task_more'],
  },
  {
    name: 'Properties called like words of the schema language',
    given: openApi({
      schemas: { Task: object({ items: LEAF, properties: LEAF, schema: LEAF, allOf: LEAF }) },
    }),
    want: ['Task', 'Task_allOf', 'Task_items', 'Task_properties', 'Task_schema'],
  },
  {
    name: 'the variants of a choice',
    given: openApi({ schemas: { Task: { oneOf: [LEAF, object({ s: { type: 'string' } })] } } }),
    want: ['Task', 'Task_0', 'Task_1'],
  },
  {
    name: 'the one answer of success',
    given: openApi({ paths: { '/x': { get: operation(LEAF) } } }),
    want: ['Get_x_Response', 'g'],
  },
  {
    name: 'two answers of success',
    given: openApi({
      paths: {
        '/x': {
          get: {
            tags: ['g'],
            operationId: 'op',
            responses: {
              '200': { description: '', ...(json(LEAF) as Tree) },
              '201': { description: '', ...(json(LEAF) as Tree) },
            },
          },
        },
      },
    }),
    want: ['g', 'op_Response_200', 'op_Response_201'],
  },
  {
    name: 'the body, and what nests in it',
    given: openApi({
      paths: {
        '/x': { post: operation({ type: 'string' }, { requestBody: json(object({ inner: LEAF })) }) },
      },
    }),
    want: ['Post_x_Request', 'Post_x_Request_inner', 'g'],
  },
  {
    name: 'a parameter',
    given: openApi({
      paths: {
        '/x': {
          get: operation({ type: 'string' }, { parameters: [{ name: 'filter', in: 'query', schema: LEAF }] }),
        },
      },
    }),
    want: ['Get_x_filter', 'g'],
  },
  {
    name: 'a form is no type, but what nests in it is',
    given: openApi({
      paths: {
        '/x': {
          post: operation(
            { type: 'string' },
            { requestBody: { content: { 'multipart/form-data': { schema: object({ meta: LEAF }) } } } },
          ),
        },
      },
    }),
    want: ['Post_x_Request_meta', 'g'],
  },
  {
    name: 'Swagger 2.0: body and answer',
    given: swagger({
      paths: {
        '/x': {
          post: {
            tags: ['g'],
            parameters: [{ name: 'order', in: 'body', schema: LEAF }],
            responses: { '200': { description: '', schema: { type: 'array', items: LEAF } } },
          },
        },
      },
    }),
    want: ['Post_x_Request', 'Post_x_Response', 'g'],
  },
  {
    name: 'an answer that operations share is named after itself',
    given: {
      ...openApi({
        paths: {
          '/x': { get: { tags: ['g'], responses: { '200': { $ref: '#/components/responses/Found' } } } },
          '/y': { get: { tags: ['g'], responses: { '200': { $ref: '#/components/responses/Found' } } } },
        },
      }),
      components: { responses: { Found: { description: '', ...(json(LEAF) as Tree) } } },
    },
    want: ['Found_Response', 'g'],
  },
  {
    name: 'a name that is taken',
    given: openApi({ schemas: { Task: object({ owner: LEAF }), Task_owner: LEAF } }),
    want: ['Task', 'Task_owner', 'Task_owner_2'],
  },
  {
    name: 'objects without listed Properties are no types',
    given: openApi({
      schemas: {
        Task: object({ bag: { type: 'object' }, map: { type: 'object', additionalProperties: true } }),
      },
    }),
    want: ['Task'],
  },
];

describe('inline objects are named after where they stand', () => {
  test.each(ROWS)('$name', ({ given, want }) => {
    expect(objectNamesIn(describeTree(given))).toEqual(want);
  });
});
