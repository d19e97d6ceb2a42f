import { expect, test } from 'vitest';
import { placeServiceObjects } from '../../src/emit/typescript/place-service-objects.js';
import type { JsonTree } from '../../src/load/descriptor.js';
import { describeTree, openApi } from '../describe/describe-tree.js';
import { emitTree } from './emit-tree.js';

type Paths = Readonly<Record<string, JsonTree>>;

const object = (properties: JsonTree): JsonTree => ({ type: 'object', properties });
const TEXT = { type: 'string' };
const json = (schema: JsonTree) => ({ content: { 'application/json': { schema } } });
const answer = (schema: JsonTree): JsonTree => ({ '200': { description: '', ...json(schema) } });
const ref = (name: string): JsonTree => ({ $ref: `#/components/${name}` });

const INNER = object({ a: object({ b: object({ c: TEXT }) }) });

function places(paths: Paths, components: Readonly<Record<string, JsonTree>>): Record<string, string> {
  const tree = { ...openApi({ paths }), components };
  const { connector } = describeTree(tree);
  const all = Object.fromEntries(placeServiceObjects(connector));
  const { HTTPHeader: _, ...rest } = all;
  return rest;
}

test.each<{
  name: string;
  paths?: Paths;
  components?: Record<string, JsonTree>;
  want: Record<string, string>;
}>([
  {
    name: 'a type inside a type, and one inside that',
    components: { schemas: { Task: INNER } },
    want: { Task: 'object-types/Task', Task_a: 'object-types/Task', Task_a_b: 'object-types/Task' },
  },
  {
    name: 'types inside an operation',
    paths: {
      '/tasks': { get: { operationId: 'list', tags: ['Tasks'], responses: answer(object({ a: TEXT })) } },
    },
    want: { Tasks: 'object-types/Tasks', list_Response: 'object-types/Tasks' },
  },
  {
    name: 'types inside an operation that belongs to no type',
    paths: { '/{id}': { get: { operationId: 'loose', responses: answer(object({ a: TEXT })) } } },
    want: {
      ServiceOperations: 'service-operations/ServiceOperations',
      loose_Response: 'service-operations/ServiceOperations',
    },
  },
  {
    name: 'types inside an operation of a type',
    paths: { '/t': { get: { operationId: 'list', tags: ['Task'], responses: answer(object({ a: TEXT })) } } },
    components: { schemas: { Task: object({ x: TEXT }) } },
    want: { Task: 'object-types/Task', list_Response: 'object-types/Task' },
  },
  {
    name: 'an answer that stands in no operation, with a type inside',
    paths: {
      '/t': { get: { operationId: 'list', tags: ['T'], responses: { '200': ref('responses/Found') } } },
    },
    components: { responses: { Found: { description: '', ...json(object({ a: object({ b: TEXT }) })) } } },
    want: {
      T: 'object-types/T',
      Found_Response: 'object-types/Found_Response',
      Found_Response_a: 'object-types/Found_Response',
    },
  },
])('$name', ({ paths = {}, components = {}, want }) => {
  expect(places(paths, components)).toEqual(want);
});

test('an unrelated operation or schema moves nothing, and changes no file but the index and the model', () => {
  const paths: Paths = {
    '/tasks': { get: { operationId: 'list', tags: ['Tasks'], responses: answer(INNER) } },
  };
  const more: Paths = { '/a': { get: { operationId: 'aaa', tags: ['A'], responses: answer(INNER) } } };
  const files = emitTree(openApi({ paths, schemas: { Task: INNER } }));
  const grown = emitTree(openApi({ paths: { ...more, ...paths }, schemas: { AA: INNER, Task: INNER } }));
  const kept = files.filter(({ path }) => path !== 'index.ts' && path !== 'connector.json');
  expect(kept.map(({ path }) => path)).toContain('object-types/Task.ts');
  for (const file of kept) expect(grown).toContainEqual(file);
});
