import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import SwaggerParser from '@apidevtools/swagger-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = fileURLToPath(new URL('../../descriptors/', import.meta.url));
const FILES = [
  'business-credit.openapi.yaml',
  'k2-workflow.swagger.json',
  'nwc-workflow-v2.swagger.json',
  'nwc-workflow.swagger.json',
] as const;
const K2_IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const VERBS = ['get', 'put', 'post', 'delete', 'patch'];

interface Parameter {
  name: string;
  in: string;
  schema?: { $ref?: string };
}

interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  responses: Record<string, { description?: string; $ref?: string }>;
}

interface DescriptorText {
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  definitions: Record<string, { properties: Record<string, unknown> }>;
  [key: string]: unknown;
}

const textOf = (file: string): string => readFileSync(FOLDER + file, 'utf8');
const parsed = (file: string): DescriptorText => parse(textOf(file)) as DescriptorText;

function operationsOf(descriptor: DescriptorText): Operation[] {
  return Object.values(descriptor.paths).flatMap((item) => VERBS.flatMap((verb) => item[verb] ?? []));
}

function operation(file: string, operationId: string): Operation {
  const found = operationsOf(parsed(file)).find((each) => each.operationId === operationId);
  if (found === undefined) throw new Error(`${file} has no operation ${operationId}`);
  return found;
}

function bodyOf({ parameters = [] }: Operation): Parameter | undefined {
  return parameters.find((parameter) => parameter.in === 'body');
}

test('the folder ships these descriptors and no others', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...FILES]);
});

describe.each(FILES)('%s', (file) => {
  test('is a valid descriptor', async () => {
    // validate changes what it is handed: this object belongs to this test alone.
    const copy = parsed(file) as unknown as Parameters<typeof SwaggerParser.validate>[0];
    await expect(SwaggerParser.validate(copy)).resolves.toBeDefined();
  });

  test('names every operation once, by a K2 identifier', () => {
    const names = operationsOf(parsed(file)).map(({ operationId }) => operationId);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !K2_IDENTIFIER.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test('groups every operation by a tag that is explained', () => {
    const descriptor = parsed(file);
    const used = operationsOf(descriptor).map(({ tags }) => tags?.[0]);
    expect(new Set(used)).toEqual(new Set(descriptor.tags.map(({ name }) => name)));
  });

  test('promises one success for each operation', () => {
    const successes = operationsOf(parsed(file)).map(
      ({ responses }) => Object.keys(responses).filter((code) => code.startsWith('2')).length,
    );
    expect(new Set(successes)).toEqual(new Set([1]));
  });

  test('is tidy text', () => {
    const text = textOf(file);
    expect(text).not.toMatch(/\r|\t|[^\n]$|\n\n$| \n/);
    expect(text).not.toContain('x-fact-status');
    if (file.endsWith('.json')) expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });
});

describe('Nintex Workflow Cloud, as the article uses it', () => {
  const file = 'nwc-workflow.swagger.json';

  test('Tasks carries Get_tasks, which filters by workflow instance', () => {
    const getTasks = operation(file, 'Get_tasks');
    expect(getTasks.tags).toEqual(['Tasks']);
    expect(getTasks.parameters?.map(({ name }) => name)).toContain('workflowInstanceId');
  });

  test('Tasks carries Patch_tasks__task_id_, with the inputs task_id and Outcome', () => {
    const completion = operation(file, 'Patch_tasks__task_id_');
    expect(completion.tags).toEqual(['Tasks']);
    expect(completion.parameters?.map(({ name }) => name)).toEqual(['task_id', 'Outcome']);
    expect(bodyOf(completion)?.schema?.$ref).toBe('#/definitions/TaskCompletion');
    expect(Object.keys(parsed(file).definitions['TaskCompletion']?.properties ?? {})).toEqual(['outcome']);
  });

  test('Task is a type of its own, with an id', () => {
    expect(Object.keys(parsed(file).definitions['Task']?.properties ?? {})).toContain('id');
  });

  test('its address is the one of the US region', () => {
    expect(parsed(file)).toMatchObject({
      host: 'us.nintex.io',
      basePath: '/workflows/v1',
      schemes: ['https'],
    });
  });

  test.each([file, 'nwc-workflow-v2.swagger.json'])('%s: each operationId is its verb and path', (each) => {
    for (const [path, item] of Object.entries(parsed(each).paths)) {
      for (const [verb, { operationId }] of Object.entries(item)) {
        const name = verb[0]?.toUpperCase() + verb.slice(1) + path.replace(/[^A-Za-z0-9_]/g, '_');
        expect(operationId).toBe(name);
      }
    }
  });

  test('version 2 completes an assignment with the same input', () => {
    const v2 = 'nwc-workflow-v2.swagger.json';
    const completion = operation(v2, 'Patch_tasks__task_id__assignments__assignment_id_');
    expect(bodyOf(completion)?.name).toBe('Outcome');
    expect(parsed(v2)['basePath']).toBe('/workflows/v2');
  });
});

describe('K2 Workflow REST API, as the articles use it', () => {
  const file = 'k2-workflow.swagger.json';

  test('ServerEvents carries an operation titled Finish Server Event that answers 204', () => {
    const titled = operationsOf(parsed(file)).filter(({ summary }) => summary === 'Finish Server Event');
    expect(titled.map(({ operationId }) => operationId)).toEqual(['ServerEvent_Finish']);
    expect(titled[0]?.tags).toEqual(['ServerEvents']);
    expect(Object.keys(titled[0]?.responses ?? {})).toContain('204');
  });

  test.each([
    ['ServerEvent_Finish', 'userDefinedFields'],
    ['Tasks_TaskCustomAction', 'userDefinedFields'],
    ['Tasks_PostRedirectAction', 'redirectData'],
    ['Tasks_PostSleepAction', 'sleepData'],
    ['StartWorkflow', 'instance'],
  ])('%s takes its body as %s', (operationId, name) => {
    expect(bodyOf(operation(file, operationId))?.name).toBe(name);
  });

  test.each(['UpdateFieldsRequest', 'UserDefinedWorkflowInstance'])(
    '%s.dataFields takes any member with any value',
    (name) => {
      const dataFields = parsed(file).definitions[name]?.properties['dataFields'];
      expect(dataFields).toEqual({ type: 'object', description: expect.any(String) });
    },
  );
});

describe('Business Credit', () => {
  const file = 'business-credit.openapi.yaml';

  test.each([
    ['Get_scores', 'Scores', '200'],
    ['Get_scores__company_', 'Scores', '200'],
    ['Post_reports', 'Reports', '202'],
    ['Get_reports__id_', 'Reports', '200'],
  ])('%s belongs to %s and answers %s', (operationId, tag, code) => {
    const { tags, responses } = operation(file, operationId);
    expect({ tags, codes: Object.keys(responses) }).toMatchObject({
      tags: [tag],
      codes: expect.arrayContaining([code]),
    });
  });

  test('a score is a whole number from 0 to 100 with a rating in a word', () => {
    expect(parsed(file)).toMatchObject({
      openapi: '3.1.0',
      components: {
        schemas: {
          CreditScore: {
            properties: { score: { type: 'integer', minimum: 0, maximum: 100 } },
          },
          Rating: { enum: ['reliable', 'review', 'unreliable'] },
        },
      },
    });
  });
});
