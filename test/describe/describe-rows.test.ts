import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import { describeTree, methodIn, openApi } from './describe-tree.js';

const text: JsonTree = { type: 'string' };
const list = (items: JsonTree): JsonTree => ({ type: 'array', items });
const object = (properties: Record<string, JsonTree>): JsonTree => ({ type: 'object', properties });
const task: JsonTree = { $ref: '#/components/schemas/Task' };
const row = { kind: 'named', object: 'Task' };

const rows: readonly {
  name: string;
  answer: JsonTree;
  operation?: Record<string, JsonTree>;
  want: unknown;
}[] = [
  { name: 'an array', answer: list(task), want: row },
  { name: 'an array that has a name', answer: { $ref: '#/components/schemas/Tasks' }, want: row },
  {
    name: 'an array that has a name, beside a nextLink',
    answer: object({ tasks: { $ref: '#/components/schemas/Tasks' }, nextLink: text }),
    want: row,
  },
  { name: 'an array of texts', answer: list(text), want: { kind: 'text' } },
  { name: 'an array beside a nextLink', answer: object({ tasks: list(task), nextLink: text }), want: row },
  {
    name: 'an array beside an OData link',
    answer: object({ value: list(task), '@odata.nextLink': text }),
    want: row,
  },
  {
    name: 'an array, with the link named by x-ms-pageable',
    answer: object({ tasks: list(task), more: text }),
    operation: { 'x-ms-pageable': { nextLinkName: 'more' } },
    want: row,
  },
  { name: 'an array without a link', answer: object({ outcomes: list(text), id: text }), want: undefined },
  { name: 'two arrays', answer: object({ a: list(task), b: list(task), nextLink: text }), want: undefined },
  { name: 'one item', answer: task, want: undefined },
];

describe('what one row of a Method is', () => {
  test.each(rows)('$name', ({ answer, operation = {}, want }) => {
    const get: JsonTree = {
      operationId: 'List',
      tags: ['Things'],
      responses: { 200: { description: 'ok', content: { 'application/json': { schema: answer } } } },
      ...operation,
    };
    const described = describeTree(
      openApi({ paths: { '/things': { get } }, schemas: { Task: object({ id: text }), Tasks: list(task) } }),
    );
    expect(methodIn(described, 'List').rows).toEqual(want);
  });
});
