import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DescriptorError } from '../../../src/base/errors.js';
import { selectServiceObjects } from '../../../src/describe/select-service-objects.js';
import { connectorJson } from '../../../src/emit/typescript/connector-json.js';
import { parseDescriptor } from '../../../src/load/parse-descriptor.js';
import type { Connector } from '../../../src/model/connector.js';
import { isConnectorJson, readConnectorJson } from '../../../src/workspace/sides/read-connector-json.js';
import { filesBelow, textOf } from '../../architecture/source-tree.js';
import { descriptorPath } from '../../cli/run-bin.js';
import { describeTree, openApi, type Tree } from '../../describe/describe-tree.js';

const read = async (text: string): Promise<Connector> =>
  readConnectorJson(await parseDescriptor(text, 'connector.json'));

/** What is not printed: where Properties and inputs stand. */
export function withoutPlaces(connector: Connector): unknown {
  const unplaced = <T extends { readonly pointer?: string }>({ pointer: _, ...rest }: T): object => rest;
  const serviceObjects = connector.serviceObjects.map((object) => ({
    ...object,
    properties: object.properties.map(unplaced),
    methods: object.methods.map((method) => ({ ...method, inputs: method.inputs.map(unplaced) })),
  }));
  return { ...connector, serviceObjects };
}

const DESCRIPTORS: [string, Tree][] = [
  ...filesBelow('test/golden')
    .filter((path) => path.endsWith('/descriptor.json'))
    .map((path) => `test/golden/${path}`),
  ...filesBelow('test/descriptors')
    .filter((path) => !path.startsWith('multi-file/'))
    .map((path) => `test/descriptors/${path}`),
  ...filesBelow('descriptors').map((path) => `descriptors/${path}`),
].map((path) => [path, parse(textOf(path)) as Tree]);

describe('what connectorJson prints is read as it was', () => {
  test.each(DESCRIPTORS)('%s', async (_, tree) => {
    for (const settings of [
      {},
      { addHttpRequestHeaders: true, addHttpResponseHeaders: true, appendPropertyTypes: true },
    ]) {
      const { connector } = describeTree(tree, settings);
      expect(withoutPlaces(await read(connectorJson(connector)))).toEqual(withoutPlaces(connector));
    }
  });

  test('a selection', async () => {
    const tree = parse(readFileSync(descriptorPath('nwc-workflow.swagger.json'), 'utf8')) as Tree;
    const selection = { objects: ['Tasks', 'Task'], systemTypes: ['HTTPHeader'] };
    const connector = selectServiceObjects(describeTree(tree, { selection }).connector, selection);
    expect(withoutPlaces(await read(connectorJson(connector)))).toEqual(withoutPlaces(connector));
  });

  test('answers of several forms, a Property called as every output', async () => {
    const json = (schema: object): Tree =>
      ({ description: '', content: { 'application/json': { schema } } }) as Tree;
    const tree = openApi({
      paths: {
        '/a': {
          get: {
            responses: {
              200: json({ $ref: '#/components/schemas/A' }),
              201: json({ type: 'array', items: {} }),
              202: json({ type: 'integer' }),
              204: { description: '' },
            },
          },
        },
      },
      schemas: {
        A: {
          type: 'object',
          properties: { HttpResponseCode: { type: 'string' }, 'b c': { type: 'string', nullable: true } },
        },
      },
    });
    const { connector } = describeTree(tree);
    expect(withoutPlaces(await read(connectorJson(connector)))).toEqual(withoutPlaces(connector));
  });
});

describe('what was not printed by connectorJson is refused with its place', () => {
  const printed = connectorJson(
    describeTree(parse(textOf('test/golden/tasks/descriptor.json')) as Tree).connector,
  );
  const rows = [
    {
      name: 'a kind of type that there is not',
      given: printed.replace('"value": { "kind": "text" }', '"value": { "kind": "words" }'),
      want: /^connector\.json:\d+:\d+: serviceObjects\.\d+\..*value: must be a type whose kind is one of any, nothing/,
    },
    {
      name: 'a member that is missing',
      given: printed.replace('"title": ', '"titel": '),
      want: /^connector\.json:1:1: 'title' is missing/,
    },
    {
      name: 'another type',
      given: printed.replace(/"serviceObjects": \[/, '"version": 7, $&'),
      want: /^connector\.json:\d+:\d+: version: must be text/,
    },
    {
      name: 'an answer of no Object Type',
      given: printed.replace('"object": "TaskList"', '"object": "Nothing"'),
      want: /: serviceObjects\.\d+\.methods\.\d+\.answers\.\d+\.object: there is no Object Type 'Nothing'/,
    },
    {
      name: 'a name that is there twice',
      given: printed
        .replace('"systemName": "TaskList"', '"systemName": "Task"')
        .replaceAll('"object": "TaskList"', '"object": "Task"'),
      want: /: serviceObjects\.\d+\.systemName: the name is there twice/,
    },
  ];
  test.each(rows)('$name', async ({ given, want }) => {
    expect(given).not.toBe(printed);
    await expect(read(given)).rejects.toThrow(
      expect.objectContaining({
        code: 'CONNECTOR_MALFORMED',
        message: expect.stringMatching(want),
        place: expect.objectContaining({ document: 'connector.json', line: expect.any(Number) }),
      } satisfies Partial<Record<keyof DescriptorError, unknown>>),
    );
  });

  test('a descriptor is none', async () => {
    const text = textOf('test/golden/tasks/descriptor.json');
    expect(isConnectorJson(await parseDescriptor(text, 'a.json'))).toBe(false);
    expect(isConnectorJson(await parseDescriptor(printed, 'a.json'))).toBe(true);
  });
});
