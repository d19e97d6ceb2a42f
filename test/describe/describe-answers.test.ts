import { describe, expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import { describeTree, methodIn, openApi, type Tree } from './describe-tree.js';

const TEXT = { type: 'string' };
const SCHEMAS = {
  Task: { type: 'object', properties: { id: TEXT, 'x-y': { type: 'integer' } } },
  Error: { type: 'object', properties: { message: TEXT } },
  Tasks: { type: 'array', items: { $ref: '#/components/schemas/Task' } },
  Level: { type: 'integer' },
} satisfies Tree;
const ref = (name: string): JsonTree => ({ $ref: `#/components/schemas/${name}` });
const answer = (schema: JsonTree, mediaType = 'application/json'): JsonTree => ({
  description: '',
  content: { [mediaType]: { schema } },
});
const EMPTY = { description: '' };
const task = { as: 'record', properties: { id: 'Text', x_y: 'Number' }, wireNames: { x_y: 'x-y' } };

interface Row {
  readonly name: string;
  readonly given: Tree;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Names of the outputs, without the two that every Method has. */
  readonly outputs: readonly string[];
  readonly type: string;
  readonly accept?: string;
}

const ROWS: readonly Row[] = [
  {
    name: 'an object',
    given: { '200': answer(ref('Task')) },
    answers: { '200': task },
    outputs: ['id', 'x_y'],
    type: 'read',
  },
  {
    name: 'an array',
    given: { '200': answer({ type: 'array', items: ref('Task') }) },
    answers: { '200': { as: 'array' } },
    outputs: ['Serialized_Array'],
    type: 'list',
  },
  {
    name: 'an array with a name',
    given: { '200': answer(ref('Tasks')) },
    answers: { '200': { as: 'array' } },
    outputs: ['Serialized_Array'],
    type: 'list',
  },
  {
    name: 'a single value',
    given: { '200': answer({ type: 'boolean' }) },
    answers: { '200': { as: 'value', type: 'YesNo' } },
    outputs: ['Value'],
    type: 'read',
  },
  {
    name: 'a single value with a name',
    given: { '200': answer(ref('Level')) },
    answers: { '200': { as: 'value', type: 'Number' } },
    outputs: ['Value'],
    type: 'read',
  },
  {
    name: 'a map',
    given: { '200': answer({ type: 'object', additionalProperties: TEXT }) },
    answers: { '200': { as: 'item' } },
    outputs: ['Serialized_Item__String_'],
    type: 'read',
  },
  {
    name: 'anything',
    given: { '200': answer({}) },
    answers: { '200': { as: 'item' } },
    outputs: ['Serialized_Item__String_'],
    type: 'read',
  },
  {
    name: 'text',
    given: { '200': answer(TEXT, 'text/plain') },
    answers: { '200': { as: 'text' } },
    outputs: [],
    type: 'read',
    accept: 'text/plain',
  },
  {
    name: 'XML, as text',
    given: { '200': answer(ref('Task'), 'application/xml') },
    answers: { '200': { as: 'text' } },
    outputs: [],
    type: 'read',
    accept: 'application/xml',
  },
  {
    name: 'a file',
    given: { '200': answer({ type: 'string', format: 'binary' }, 'application/pdf') },
    answers: { '200': { as: 'file' } },
    outputs: ['File'],
    type: 'read',
    accept: 'application/pdf',
  },
  {
    name: 'a picture without a word on its form',
    given: { '200': answer({}, 'image/png') },
    answers: { '200': { as: 'file' } },
    outputs: ['File'],
    type: 'read',
    accept: 'image/png',
  },
  {
    name: 'nothing',
    given: { '204': EMPTY },
    answers: { '204': { as: 'nothing' } },
    outputs: [],
    type: 'execute',
  },
  {
    name: 'any media type',
    given: { '200': answer(ref('Task'), '*/*') },
    answers: { '200': task },
    outputs: ['id', 'x_y'],
    type: 'read',
  },
  {
    name: 'JSON by another name',
    given: { '200': answer(ref('Task'), 'application/hal+json') },
    answers: { '200': task },
    outputs: ['id', 'x_y'],
    type: 'read',
    accept: 'application/hal+json',
  },
  {
    name: 'JSON before XML',
    given: {
      '200': {
        description: '',
        content: { 'application/xml': { schema: TEXT }, 'application/json': { schema: ref('Task') } },
      },
    },
    answers: { '200': task },
    outputs: ['id', 'x_y'],
    type: 'read',
  },
  {
    name: 'a picture before anything',
    given: {
      '200': {
        description: '',
        content: { '*/*': { schema: TEXT }, 'image/png': { schema: { type: 'string', format: 'binary' } } },
      },
    },
    answers: { '200': { as: 'file' } },
    outputs: ['File'],
    type: 'read',
    accept: 'image/png',
  },
  {
    name: 'default, where no success is listed',
    given: { default: answer(ref('Task')), '404': EMPTY },
    answers: { default: task },
    outputs: ['id', 'x_y'],
    type: 'read',
  },
  {
    name: 'default beside a success is an error',
    given: { '204': EMPTY, default: answer(ref('Error')) },
    answers: { '204': { as: 'nothing' } },
    outputs: [],
    type: 'execute',
  },
  {
    name: '4XX and 500 are errors',
    given: { '200': answer(ref('Task')), '4XX': answer(ref('Error')), '500': answer(ref('Error')) },
    answers: { '200': task },
    outputs: ['id', 'x_y'],
    type: 'read',
  },
  {
    name: '2XX',
    given: { '2XX': answer(ref('Task')) },
    answers: { '2XX': task },
    outputs: ['id', 'x_y'],
    type: 'read',
  },
  {
    name: 'no success at all',
    given: { '404': EMPTY },
    answers: { '2XX': { as: 'text' } },
    outputs: [],
    type: 'execute',
  },
  {
    name: 'an object or nothing',
    given: { '200': answer(ref('Task')), '204': EMPTY },
    answers: { '200': task, '204': { as: 'nothing' } },
    outputs: ['id', 'x_y'],
    type: 'read',
  },
  {
    name: 'two objects',
    given: { '200': answer(ref('Task')), '202': answer(ref('Error')) },
    answers: { '200': task, '202': { as: 'record', properties: { message: 'Text' } } },
    outputs: ['id', 'x_y', 'message'],
    type: 'read',
  },
  {
    name: 'one object or the other',
    given: { '200': answer({ oneOf: [ref('Task'), ref('Error')] }) },
    answers: {
      '200': {
        as: 'record',
        properties: { id: 'Text', message: 'Text', x_y: 'Number' },
        wireNames: { x_y: 'x-y' },
      },
    },
    outputs: ['id', 'message', 'x_y'],
    type: 'read',
  },
];

function described(responses: Tree, settings = {}) {
  const tree = openApi({ paths: { '/x': { get: { operationId: 'op', responses } } }, schemas: SCHEMAS });
  return describeTree(tree, settings);
}

describe('a Method that answers', () => {
  test.each(ROWS)('$name', ({ given, answers, outputs, type, accept }) => {
    const method = methodIn(described(given), 'op');
    expect(Object.fromEntries(method.answers.map(({ codes, definition }) => [codes, definition]))).toEqual(
      answers,
    );
    expect(method.outputs.map(({ systemName }) => systemName)).toEqual([
      ...outputs,
      'HttpResponseCode',
      'HttpResponseContent',
    ]);
    expect(method.type).toBe(type);
    expect(method.call.accept).toBe(accept);
  });
});

test('two answers of different types are a Problem', () => {
  const { problems } = described({ '200': answer(ref('Task')), '202': answer(ref('Error')) });
  expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['answers-differ', '/paths/~1x/get'],
  ]);
  expect(described({ '200': answer(ref('Task')), '201': answer(ref('Task')) }).problems).toEqual([]);
});

test('response headers are an output where the setting is on', () => {
  const method = methodIn(described({ '204': EMPTY }, { addHttpResponseHeaders: true }), 'op');
  expect(method.outputs.map(({ systemName, type }) => [systemName, type])).toEqual([
    ['HttpResponseCode', 'Number'],
    ['HttpResponseContent', 'Memo'],
    ['HttpResponseHeaders', 'Memo'],
  ]);
});

test('what the typed view gives stands at each answer', () => {
  const method = methodIn(
    described({ '200': answer({ type: 'array', items: ref('Task') }), '204': EMPTY }),
    'op',
  );
  expect(method.answers.map(({ value }) => value)).toEqual([
    { kind: 'list', of: { kind: 'named', object: 'Task' } },
    undefined,
  ]);
});
