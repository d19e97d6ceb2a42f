import { expect, test } from 'vitest';
import type { Steps, Workflows } from '../../src/workflow/index.js';
import { eventually, onEachStore, waitOf, workflowsOn } from './stores.js';

type Run = (input: object, step: Steps) => Promise<unknown>;

/** A process of its own, as far as the store can see: with these definitions, at work. */
async function processOf(place: string, definitions: Readonly<Record<string, Run>>): Promise<Workflows> {
  const workflows = workflowsOn(place);
  for (const [name, run] of Object.entries(definitions)) workflows.define(name, run);
  await workflows.work({ pollMs: 100 });
  return workflows;
}

const waits: Run = async (_input, step) => {
  const outside = await step.waitForExternalSystem('Event', { invoke: () => 1 });
  return step.execute('after', () => outside.dataFields['n']);
};

onEachStore((store) => {
  test('processes with other definitions leave each its own: nothing is put away, nothing is refused', async () => {
    const place = store();
    const [left, right] = [await processOf(place, { Left: waits }), await processOf(place, { Right: waits })];
    const instances = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? left.start('Left', {}) : right.start('Right', {}))),
    );
    for (const [n, instance] of instances.entries()) {
      const { serialNumber } = await waitOf(left, instance.number);
      // Half of them by the process that cannot execute them.
      expect(await (n % 4 < 2 ? left : right).finish(serialNumber, { dataFields: { n } })).toBe('finished');
    }
    const given = await Promise.all(instances.map((instance) => instance.result({ timeoutMs: 4_000 })));
    expect(given).toEqual(instances.map((_, n) => n));
  });

  test('what has no definition anywhere is refused, and what waits after that is running again', async () => {
    const place = store();
    const other = await processOf(place, { Other: async () => 1 });
    const starter = workflowsOn(place);
    starter.define('Late', waits);
    const { number } = await starter.start('Late', {});
    const refused = await eventually(async () => {
      const instance = await other.instance(number);
      return instance?.run.state === 'refused' && instance;
    });
    expect(refused.run.failure).toBe('Workflow "Late" (version: 1) is not registered');
    await starter.work({ pollMs: 100 });
    const wait = await waitOf(starter, number);
    expect((await other.instance(number))?.run).toMatchObject({ state: 'running', failure: undefined });
    await starter.finish(wait.serialNumber, { dataFields: { n: 5 } });
    expect(await starter.result(number, { timeoutMs: 4_000 })).toBe(5);
  });

  test.each<{ change: string; now: Run }>([
    {
      change: 'a wait where a Method was',
      now: (_input, step) => step.waitForExternalSystem('A', { invoke: () => 1 }),
    },
    { change: 'a child where a Method was', now: (_input, step) => step.child('A', CHILD, {}) },
    {
      change: 'a pause where a wait was',
      now: async (_input, step) => {
        await step.execute('A', () => 1);
        await step.sleep('Event', 1);
      },
    },
    {
      change: 'a Method where a wait was',
      now: async (_input, step) => {
        await step.execute('A', () => 1);
        return step.execute('Event', () => 2);
      },
    },
  ])(
    'changed and kept its version, $change: refused, and finished by what it was started with',
    async ({ now }) => {
      const place = store();
      let calls = 0;
      const then: Run = async (_input, step) => {
        await step.execute('A', () => ++calls);
        return (await step.waitForExternalSystem('Event', { invoke: () => 1 })).dataFields['n'];
      };
      const before = await processOf(place, { Changed: then });
      const { number } = await before.start('Changed', {});
      const { serialNumber } = await waitOf(before, number);
      await before.close();

      const changed = await processOf(place, { Changed: now });
      expect(await changed.finish(serialNumber, { dataFields: { n: 7 } })).toBe('finished');
      const refused = await eventually(async () => {
        const instance = await changed.instance(number);
        return instance?.run.state === 'refused' && instance;
      });
      expect(refused.run.failure).toMatch(/another kind of step is recorded.*kept its version/);
      await changed.close();

      const again = await processOf(place, { Changed: then });
      await again.finish(serialNumber);
      expect(await again.result(number, { timeoutMs: 10_000 })).toBe(7);
      expect(calls).toBe(1);
    },
    60_000,
  );

  test('purge keeps a child whose parent has not taken its result: it is not started again', async () => {
    const place = store();
    let calls = 0;
    const child: Run = async (_input, step) => {
      await step.waitForExternalSystem('Event', { invoke: () => 1 });
      return step.execute('once', () => ++calls);
    };
    const both = workflowsOn(place);
    const childDefinition = both.define('Child', child);
    const parent: Run = (_input, step) => step.child('the child', childDefinition, {});
    both.define('Parent', parent);
    await both.work();
    const { number } = await both.start('Parent', {});
    const [started] = await eventually(async () => {
      const found = await both.instances({ workflow: 'Child', limit: 1 });
      return found.length === 1 && found;
    });
    const wait = await waitOf(both, started?.number ?? 0);
    await both.close();

    const childless = await processOf(place, { Child: child });
    await childless.finish(wait.serialNumber);
    await childless.result(wait.instance);
    expect(await childless.purge({ endedBeforeMs: Date.now() + 1_000 })).toBe(0);
    const whole = await processOf(place, { Parent: parent });
    expect(await whole.result(number, { timeoutMs: 10_000 })).toBe(1);
    expect(calls).toBe(1);
    expect(await whole.purge({ endedBeforeMs: Date.now() + 1_000 })).toBe(2);
  });
});

const CHILD = { name: 'Any', version: '1', dataFields: {}, description: '', folder: '', run: async () => 1 };
