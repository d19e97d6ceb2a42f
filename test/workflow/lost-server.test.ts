import { expect, onTestFinished, test } from 'vitest';
import { startWorkflowServer } from '../../src/server/index.js';
import { startPostgres } from './postgres-cluster.js';
import { eventually, waitOf, workflowsOn } from './stores.js';

const TOKEN = 'token-of-the-outside-system';

test('a database server that was gone for seconds: callers are told to come again, and nothing is lost or done twice', async () => {
  const cluster = await startPostgres();
  onTestFinished(() => cluster.stop(), 60_000);
  const workflows = workflowsOn(cluster.database());
  const calls: string[] = [];
  const definition = workflows.define('Patient', async (input: { n: number }, step) => {
    const { dataFields } = await step.waitForExternalSystem('Event', {
      invoke: ({ serialNumber }) => void calls.push(serialNumber),
    });
    return step.execute('after', () => {
      calls.push(`after ${input.n}`);
      return dataFields['n'];
    });
  });
  await workflows.work();
  const server = await startWorkflowServer({
    workflows,
    callers: [{ name: 'outside', token: TOKEN, rights: ['serverEvent'], workflows: 'all' }],
  });
  onTestFinished(() => server.close());
  const finish = (serialNumber: string, n: number): Promise<Response> =>
    fetch(`${server.serviceUrl}/serverEvents/${serialNumber}/finish`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ dataFields: { n } }),
    });
  const instances = await Promise.all([0, 1, 2, 3].map((n) => workflows.start(definition, { n })));
  const waits = await Promise.all(instances.map(({ number }) => waitOf(workflows, number)));

  // What was invoked and could not be recorded is invoked again: here it has been.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await cluster.restart(async () => {
    const answer = await finish(waits[0]?.serialNumber ?? '', 0);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toMatchObject({ status: 503, Message: expect.stringMatching(/later/) });
    await expect(workflows.start(definition, { n: 9 })).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringMatching(/^Workflow store: it failed: /),
    });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
  });
  // By itself its client would look for the server again after up to 20 seconds.
  for (const [n, { serialNumber }] of waits.entries()) {
    await eventually(async () => (await finish(serialNumber, n)).status === 204);
  }
  const results = await Promise.all(instances.map((instance) => instance.result({ timeoutMs: 45_000 })));
  expect(results).toEqual([0, 1, 2, 3]);
  expect(new Set(calls).size).toBe(8);
  expect(calls).toHaveLength(8);
}, 120_000);
