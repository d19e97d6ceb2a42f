import { readFileSync } from 'node:fs';
import SwaggerParser from '@apidevtools/swagger-parser';
import { expect, onTestFinished, test } from 'vitest';
import { apiDocument } from '../../src/server/api-document.js';
import { startWorkflowServer } from '../../src/server/index.js';
import { workflowsOn } from '../workflow/stores.js';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const K2 = JSON.parse(
  readFileSync(new URL('../../descriptors/k2-workflow.swagger.json', import.meta.url), 'utf8'),
) as { paths: Paths };
const OURS = apiDocument({ host: '127.0.0.1', protocol: 'http', base: '/api/workflow/v1' }) as unknown as {
  paths: Paths;
};

/** Verb, path, id, inputs and status of success of every operation. */
function operationsOf({ paths }: { readonly paths: Paths }): string[] {
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, { operationId, parameters = [], responses }]) => {
      const inputs = parameters.map(({ name }) => name).join(', ');
      return `${verb} ${path} ${operationId}(${inputs}) ${Object.keys(responses).filter((code) => code < '300')}`;
    }),
  );
}

test('the document has every operation of K2, and no other, but for the one that K2 reserves for itself', () => {
  const reserved = operationsOf(K2).filter((line) => line.includes('/op/'));
  expect(reserved).toHaveLength(1);
  expect(operationsOf(OURS).sort()).toEqual(
    operationsOf(K2)
      .filter((line) => !reserved.includes(line))
      .sort(),
  );
});

test('the document says with what each operation refuses', () => {
  for (const [path, verbs] of Object.entries(OURS.paths)) {
    for (const [verb, { parameters = [], responses }] of Object.entries(verbs)) {
      const wanted = ['401', '403', '503'];
      if (/\{(serialNumber|id)\}/.test(path)) wanted.push('400', '404');
      if (path.includes('{serialNumber}')) wanted.push('410');
      if (parameters.some(({ in: where }) => where === 'body')) wanted.push('400', '413', '415');
      expect([verb, path, Object.keys(responses)]).toEqual([verb, path, expect.arrayContaining(wanted)]);
    }
  }
});

test('the document is valid Swagger 2.0', async () => {
  const document = structuredClone(OURS) as unknown as Parameters<typeof SwaggerParser.validate>[0];
  await expect(SwaggerParser.validate(document)).resolves.toMatchObject({ swagger: '2.0' });
});

test('every operation of K2 is served: none is unknown as an address, or not implemented', async () => {
  const workflows = workflowsOn(':memory:');
  const token = 'token-of-whoever-asks';
  const server = await startWorkflowServer({
    workflows,
    callers: [{ name: 'all', token, rights: ['start', 'serverEvent', 'allTasks'], workflows: 'all' }],
  });
  onTestFinished(() => server.close());
  for (const [path, verbs] of Object.entries(K2.paths)) {
    for (const verb of Object.keys(verbs)) {
      const filled = path
        .replace('{serialNumber}', '9_9')
        .replace('{id}', '9')
        .replace(/\{\w+\}/g, 'Approve');
      const answer = await fetch(`${server.serviceUrl}${filled}`, {
        method: verb.toUpperCase(),
        headers: { authorization: `Bearer ${token}` },
      });
      const text = await answer.text();
      expect([200, 404], `${verb} ${path}: ${text}`).toContain(answer.status);
      expect(text).not.toContain('nothing at this address');
    }
  }
});
