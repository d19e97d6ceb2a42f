import { expect, test } from 'vitest';
import type { Workflows } from '../../src/workflow/index.js';
import { onEachStore, waitOf, workflowsOn } from './stores.js';

/** So long that nothing here is found by asking. */
const POLL_MS = 60_000;
const AT_ONCE_MS = 3_000;

function defineWaiting(workflows: Workflows) {
  return workflows.define('Waiting', async (_input, step) => {
    await step.sleep('a moment', 50);
    const { dataFields } = await step.waitForExternalSystem('Event', { invoke: () => 1 });
    return dataFields['n'];
  });
}

onEachStore((store, name) => {
  test('a start, a short pause and a finish wake the worker at once, also when more come than it has slots', async () => {
    const workflows = workflowsOn(store());
    const definition = defineWaiting(workflows);
    await workflows.work({ pollMs: POLL_MS, concurrency: 2 });
    const startMs = performance.now();
    const instances = await Promise.all(Array.from({ length: 8 }, () => workflows.start(definition, {})));
    for (const [n, { number }] of instances.entries()) {
      await workflows.finish((await waitOf(workflows, number)).serialNumber, { dataFields: { n } });
    }
    const results = await Promise.all(
      instances.map((instance) => instance.result({ timeoutMs: AT_ONCE_MS })),
    );
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(performance.now() - startMs).toBeLessThan(2 * AT_ONCE_MS);
  });

  if (name === 'Postgres') {
    test('a process that does not work itself wakes one that does', async () => {
      const place = store();
      const working = workflowsOn(place);
      defineWaiting(working);
      await working.work({ pollMs: POLL_MS });
      const calling = workflowsOn(place);
      const instance = await calling.start(defineWaiting(calling), {});
      const wait = await waitOf(calling, instance.number);
      expect(await calling.finish(wait.serialNumber, { dataFields: { n: 'from outside' } })).toBe('finished');
      expect(await instance.result({ timeoutMs: AT_ONCE_MS })).toBe('from outside');
    });
  }
});
