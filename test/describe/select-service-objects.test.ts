import { describe, expect, test } from 'vitest';
import { selectServiceObjects, unknownNamesIn } from '../../src/describe/select-service-objects.js';
import type { JsonTree } from '../../src/load/descriptor.js';
import { describeTree, openApi } from './describe-tree.js';

const ref = (name: string): JsonTree => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Readonly<Record<string, JsonTree>>): JsonTree => ({ type: 'object', properties });
const answers = (schema: JsonTree): JsonTree => ({
  '200': { description: '', content: { 'application/json': { schema } } },
});

const { connector } = describeTree(
  openApi({
    paths: {
      '/tasks': { get: { tags: ['Tasks'], responses: answers(ref('TaskList')) } },
      '/things': {
        get: {
          tags: ['Owner'],
          parameters: [{ name: 'by', in: 'query', schema: ref('Filter') }],
          responses: answers({ type: 'array', items: { type: 'string' } }),
        },
      },
    },
    schemas: {
      TaskList: object({ tasks: { type: 'array', items: ref('Task') } }),
      Task: object({
        owner: ref('Owner'),
        parent: ref('Task'),
        at: { type: 'object', additionalProperties: ref('Place') },
      }),
      Owner: object({ name: { type: 'string' } }),
      Place: { oneOf: [ref('Town'), { type: 'string' }] },
      Town: object({ name: { type: 'string' } }),
      Filter: object({ name: { type: 'string' } }),
      Alone: object({ name: { type: 'string' } }),
    },
  }),
);

const selected = (objects: string[], systemTypes: string[] = []): string[] =>
  selectServiceObjects(connector, { objects, systemTypes }).serviceObjects.map(
    ({ systemName, methods }) => `${systemName}${methods.length > 0 ? ' with Methods' : ''}`,
  );

describe('a selection', () => {
  test.each([
    { name: 'of one that needs no other', given: ['Alone'], want: ['Alone'] },
    {
      name: 'brings the types it needs, without the Methods that they carry',
      given: ['Tasks'],
      want: ['Owner', 'Place', 'Task', 'TaskList', 'Tasks with Methods', 'Town'],
    },
    {
      name: 'of the one that carries them has them',
      given: ['Owner'],
      want: ['Filter', 'Owner with Methods'],
    },
    { name: 'does not look at the case', given: ['aLONE'], want: ['Alone'] },
    { name: 'of nothing is nothing', given: [], want: [] },
  ])('$name', ({ given, want }) => {
    expect(selected(given)).toEqual(want);
  });

  test('of System Types', () => {
    expect(selected(['Alone'], ['HTTPHeader'])).toEqual(['Alone', 'HTTPHeader']);
  });

  test('left out is everything', () => {
    expect(selectServiceObjects(connector, undefined)).toBe(connector);
  });
});

test('unknown names are told apart by category', () => {
  const selection = {
    objects: ['tasks', 'HTTPHeader', 'Nobody'],
    systemTypes: ['httpheader', 'Task', 'String'],
  };
  expect(unknownNamesIn(connector, selection)).toEqual({
    objects: ['HTTPHeader', 'Nobody'],
    systemTypes: ['Task'],
  });
});
