import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { isMadeByUs } from '../../src/emit/typescript/file-header.js';
import type { JsonTree } from '../../src/load/descriptor.js';
import { serviceObjectDefinition } from '../../src/model/service-object-definition.js';
import { describeTree, openApi, type Tree } from '../describe/describe-tree.js';
import { emitTree, fileIn } from './emit-tree.js';

const DONE = { '204': { description: '' } };
const ref = (name: string): JsonTree => ({ $ref: `#/components/schemas/${name}` });
const TREE = openApi({
  paths: {
    '/tasks': { get: { tags: ['Tasks'], responses: DONE } },
    '/{id}': { get: { operationId: 'loose', responses: DONE } },
  },
  schemas: {
    Task: {
      type: 'object',
      properties: { owner: ref('Owner'), names: { type: 'array', items: { type: 'string' } } },
    },
    Owner: { type: 'object', properties: { name: { type: 'string' } } },
  },
});

const paths = (tree: Tree, settings = {}): string[] => emitTree(tree, settings).map(({ path }) => path);

test('the folders of a connector', () => {
  expect(paths(TREE)).toEqual([
    'connector.json',
    'index.ts',
    'object-types/Owner.ts',
    'object-types/Task.ts',
    'object-types/Tasks.ts',
    'service-instance.ts',
    'service-operations/ServiceOperations.ts',
    'system-types/HTTPHeader.ts',
    'system-types/String.ts',
  ]);
});

test('of a selection only what was selected and what it needs, each file as in the whole', () => {
  const selection = { objects: ['Task'], systemTypes: [] };
  const whole = emitTree(TREE);
  const some = emitTree(TREE, { selection });
  expect(some.map(({ path }) => path)).toEqual([
    'connector.json',
    'index.ts',
    'object-types/Owner.ts',
    'object-types/Task.ts',
    'service-instance.ts',
  ]);
  for (const path of ['object-types/Owner.ts', 'object-types/Task.ts']) {
    expect(fileIn(some, path)).toBe(fileIn(whole, path));
  }
});

test('a name that a neighbour’s declarations have is left to the neighbour, selected or not', () => {
  const object: JsonTree = { type: 'object', properties: { x: { type: 'string' } } };
  const tree = openApi({
    schemas: { Task: object, TaskProperties: object, TaskProperties_: object, TaskSmartObject: object },
  });
  const task = fileIn(emitTree(tree), 'object-types/Task.ts');
  expect(task).toContain('export type TaskProperties__ = broker.PropertiesOf<Task>;');
  expect(task).toContain('export type TaskSmartObject_ = broker.HelperMethods<Task, TaskProperties__>;');
  const alone = emitTree(tree, { selection: { objects: ['Task'], systemTypes: [] } });
  expect(fileIn(alone, 'object-types/Task.ts')).toBe(task);
});

describe('every file', () => {
  const files = emitTree(TREE);

  test.each(files)('$path says that it is ours', ({ content }) => {
    expect(isMadeByUs(content)).toBe(true);
  });

  test.each(files)('$path has LF line ends, one at the end, and no space before them', ({ content }) => {
    expect(content).not.toMatch(/\r|[ \t]\n|\n\n$/);
    expect(content.endsWith('\n')).toBe(true);
  });
});

test('what is not ours says so', () => {
  expect(isMadeByUs('export const x = 1;\n')).toBe(false);
  expect(isMadeByUs('')).toBe(false);
  expect(isMadeByUs('{}\n')).toBe(false);
});

test('a file holds the definition of each of its Service Objects, as the runtime takes it', () => {
  const tree = openApi({
    paths: { '/tasks': { get: { tags: ['Tasks'], description: '`${x}` \\', responses: DONE } } },
    schemas: {
      Task: {
        type: 'object',
        properties: { urls: { type: 'object', properties: { '`${form}`\\\u2028': { type: 'string' } } } },
      },
    },
  });
  const files = emitTree(tree);
  for (const object of describeTree(tree).connector.serviceObjects) {
    const home = files.find(({ content }) => content.includes(`export const ${object.systemName}:`));
    const text = definitionText(home?.content ?? '', object.systemName);
    expect(JSON.parse(text)).toEqual(serviceObjectDefinition(object));
  }
});

/** The text that stands in a Service Object's template literal, as TypeScript reads it. */
function definitionText(content: string, systemName: string): string {
  const tree = ts.createSourceFile('x.ts', content, ts.ScriptTarget.ES2022, true);
  const declared = tree.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find(({ name }) => name.getText() === systemName);
  const call = declared?.initializer as ts.CallExpression;
  return (call.arguments[1] as ts.NoSubstitutionTemplateLiteral).text;
}

test('connector.json is JSON with what was described', () => {
  const model = JSON.parse(fileIn(emitTree(TREE), 'connector.json')) as Record<string, unknown>;
  expect(model).toMatchObject({
    madeBy: 'rest-broker',
    title: 'Test',
    serviceUrl: 'https://api.example/v1',
    serviceObjects: [
      { systemName: 'Owner', category: 'object-type' },
      {
        systemName: 'Task',
        properties: [
          { systemName: 'names', type: 'Memo' },
          { systemName: 'owner', type: 'Memo' },
        ],
      },
      { systemName: 'Tasks', methods: [{ systemName: 'Get_tasks' }] },
      { systemName: 'HTTPHeader', category: 'system-type' },
      { systemName: 'String' },
      { systemName: 'ServiceOperations', category: 'service-operations' },
    ],
  });
});
