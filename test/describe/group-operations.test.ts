import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { Placement } from '../../src/model/service-instance.js';
import { describeTree, openApi, type Tree } from './describe-tree.js';

const DONE = { '204': { description: '' } };
const answers = (schema: JsonTree): JsonTree => ({
  '200': { description: '', content: { 'application/json': { schema } } },
});
const PET = { type: 'object', properties: { name: { type: 'string' } } };
const PET_REF = { $ref: '#/components/schemas/Pet' };

/** `Object.Method` by category, of the objects that have Methods. */
function placed(paths: Tree, schemas: Tree = {}, placement: Placement = 'tag'): string[] {
  const { connector } = describeTree(openApi({ paths, schemas }), { placement });
  return connector.serviceObjects.flatMap(({ category, systemName, methods }) =>
    methods.map((method) => `${category} ${systemName}.${method.systemName}`),
  );
}

interface Row {
  readonly name: string;
  readonly given: readonly [paths: Tree, schemas?: Tree, placement?: Placement];
  readonly want: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    name: 'the first tag names the object',
    given: [{ '/x': { get: { tags: ['Tasks', 'Other'], responses: DONE } } }],
    want: ['object-type Tasks.Get_x'],
  },
  {
    name: 'an empty tag is none',
    given: [{ '/x': { get: { tags: ['', 'Other'], responses: DONE } } }],
    want: ['object-type Other.Get_x'],
  },
  {
    name: 'without a tag it is the first segment that is no parameter',
    given: [{ '/{tenant}/tasks/{id}': { get: { responses: DONE } } }],
    want: ['object-type tasks.Get__tenant__tasks__id_'],
  },
  {
    name: 'without both, all of them stand together',
    given: [{ '/': { get: { responses: DONE } }, '/{id}': { get: { operationId: 'one', responses: DONE } } }],
    want: ['service-operations ServiceOperations.Get_', 'service-operations ServiceOperations.one'],
  },
  {
    name: 'tag pet and schema Pet are one object',
    given: [{ '/x': { get: { tags: ['pet'], operationId: 'a', responses: DONE } } }, { Pet: PET }],
    want: ['object-type Pet.a'],
  },
  {
    name: 'two spellings of a tag are one group',
    given: [
      {
        '/x': { get: { tags: ['pet store'], operationId: 'a', responses: DONE } },
        '/y': { get: { tags: ['Pet-Store'], operationId: 'b', responses: DONE } },
      },
    ],
    want: ['object-type Pet_Store.a', 'object-type Pet_Store.b'],
  },
  {
    name: 'a group that is called like a System Type steps aside',
    given: [{ '/x': { get: { tags: ['httpHeader'], operationId: 'a', responses: DONE } } }],
    want: ['object-type httpHeader_.a'],
  },
  {
    name: 'by answer: its type carries the Method',
    given: [{ '/x': { get: { tags: ['T'], responses: answers(PET_REF) } } }, { Pet: PET }, 'response'],
    want: ['object-type Pet.Get_x'],
  },
  {
    name: 'by answer: of an array, the type of its items',
    given: [
      { '/x': { get: { tags: ['T'], responses: answers({ type: 'array', items: PET_REF }) } } },
      { Pet: PET },
      'response',
    ],
    want: ['object-type Pet.Get_x'],
  },
  {
    name: 'by answer: an inline object carries it itself',
    given: [{ '/x': { get: { responses: answers(PET) } } }, {}, 'response'],
    want: ['object-type Get_x_Response.Get_x'],
  },
  {
    name: 'by answer: without a type it is a service operation',
    given: [
      {
        '/x': { get: { tags: ['T'], responses: DONE } },
        '/y': { get: { tags: ['T'], responses: answers({ type: 'string' }) } },
      },
      { Pet: PET },
      'response',
    ],
    want: ['service-operations T.Get_x', 'service-operations T.Get_y'],
  },
  {
    name: 'by answer and by name on one type: no Method’s name twice',
    given: [
      {
        '/x': { get: { tags: ['T'], operationId: 'a-b', responses: answers(PET_REF) } },
        '/y': { get: { tags: ['pet'], operationId: 'a.b', responses: DONE } },
      },
      { Pet: PET },
      'response',
    ],
    want: ['object-type Pet.a_b', 'object-type Pet.a_b_2'],
  },
];

describe('operations are grouped', () => {
  test.each(ROWS)('$name', ({ given, want }) => {
    expect(placed(...given)).toEqual(want);
  });

  test.each(ROWS)(
    '$name, in the other order as well',
    ({ given: [paths, schemas = {}, placement], want }) => {
      const turned = Object.fromEntries(Object.entries(paths).reverse());
      expect(placed(turned, Object.fromEntries(Object.entries(schemas).reverse()), placement)).toEqual(want);
    },
  );
});

test('a group takes name and description from its tag', () => {
  const { connector } = describeTree({
    ...openApi({ paths: { '/x': { get: { tags: ['tasks'], responses: DONE } } } }),
    tags: [{ name: 'tasks', description: 'All tasks' }],
  });
  expect(connector.serviceObjects[0]).toMatchObject({
    systemName: 'tasks',
    wireName: 'tasks',
    description: 'All tasks',
    properties: [],
  });
  expect(connector.serviceObjects[0]).not.toHaveProperty('value');
});
