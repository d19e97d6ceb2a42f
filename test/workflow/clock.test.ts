import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { ServerClock } from '../../src/workflow/engine/server-clock.js';
import { eventually, onEachStore, waitOf, workflowsOn } from './stores.js';

const HOUR_MS = 3_600_000;

function jump(byMs: number): void {
  const toMs = Date.now() + byMs;
  vi.useFakeTimers({ toFake: ['Date'], now: toMs });
  // The faked clock stands still: let it run.
  const startMs = performance.now();
  const timer = setInterval(() => vi.setSystemTime(toMs + performance.now() - startMs), 5);
  onTestFinished(() => clearInterval(timer));
}

afterEach(() => {
  vi.useRealTimers();
});

test("a server's clock counts on by itself: never ahead of the server, and not moved when this one is", async () => {
  const clock = await ServerClock.compare(async () => {
    const serverMs = Date.now() + 5 * HOUR_MS;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return serverMs;
  });
  const startMs = performance.now();
  const aheadMs = clock.nowMs() - Date.now() - 5 * HOUR_MS;
  expect(aheadMs).toBeLessThanOrEqual(0);
  expect(aheadMs).toBeGreaterThan(-5_000);
  const before = clock.nowMs();
  jump(-HOUR_MS);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(clock.nowMs()).toBeGreaterThanOrEqual(before + 90);
  expect(clock.nowMs()).toBeLessThanOrEqual(before + (performance.now() - startMs) + 1);
});

onEachStore((store, name) => {
  test('an hour forward during an invocation: the lease is over, and still it is invoked once', async () => {
    const workflows = workflowsOn(store());
    let invoked = 0;
    let answer: (value: string) => void = () => undefined;
    const answered = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const definition = workflows.define('Forward', async (_input, step) => {
      const outside = await step.waitForExternalSystem('Event', {
        invoke: () => {
          invoked += 1;
          return answered;
        },
      });
      return [outside.response, outside.dataFields['n']];
    });
    await workflows.work({ pollMs: 20 });
    const instance = await workflows.start(definition, {});
    await eventually(() => invoked === 1);
    jump(HOUR_MS);
    await new Promise((resolve) => setTimeout(resolve, 300));
    answer('stored');
    const wait = await waitOf(workflows, instance.number);
    expect(await workflows.finish(wait.serialNumber, { dataFields: { n: 1 } })).toBe('finished');
    expect(await instance.result()).toEqual(['stored', 1]);
    expect(invoked).toBe(1);
  });

  test('an hour back while waiting: a finish goes on at once', async () => {
    const workflows = workflowsOn(store());
    const definition = workflows.define('Back', async (_input, step) => {
      const outside = await step.waitForExternalSystem('Event', { timeoutMs: HOUR_MS, invoke: () => 1 });
      return outside.timedOut;
    });
    await workflows.work();
    const instance = await workflows.start(definition, {});
    const wait = await waitOf(workflows, instance.number);
    jump(-HOUR_MS);
    expect(await workflows.finish(wait.serialNumber)).toBe('finished');
    expect(await instance.result({ timeoutMs: 5_000 })).toBe(false);
  });

  if (name === 'SQLite') {
    test('an hour forward while waiting for less: it has timed out, and a finish is told so', async () => {
      const workflows = workflowsOn(store());
      const definition = workflows.define('Due', async (_input, step) => {
        const outside = await step.waitForExternalSystem('Event', {
          timeoutMs: HOUR_MS / 2,
          invoke: () => 1,
        });
        return outside.timedOut;
      });
      await workflows.work({ pollMs: 50 });
      const instance = await workflows.start(definition, {});
      const wait = await waitOf(workflows, instance.number);
      jump(HOUR_MS);
      expect(await workflows.finish(wait.serialNumber)).toBe('timed out');
      expect(await instance.result({ timeoutMs: 5_000 })).toBe(true);
    });
  } else {
    test('an hour forward in one of many processes: the server has the time, and a finish is taken', async () => {
      const workflows = workflowsOn(store());
      const definition = workflows.define('Ahead', async (_input, step) => {
        const outside = await step.waitForExternalSystem('Event', {
          timeoutMs: HOUR_MS / 2,
          invoke: () => 1,
        });
        return [outside.timedOut, outside.dataFields['n']];
      });
      await workflows.work({ pollMs: 50 });
      const instance = await workflows.start(definition, {});
      const wait = await waitOf(workflows, instance.number);
      // From the invocation to the parking: what waits is then woken by the server's clock alone.
      await new Promise((resolve) => setTimeout(resolve, 500));
      jump(HOUR_MS);
      expect(await workflows.finish(wait.serialNumber, { dataFields: { n: 1 } })).toBe('finished');
      expect(await instance.result({ timeoutMs: 5_000 })).toEqual([false, 1]);
    });

    test('an hour back in one of many processes: what is due does not keep it busy', async () => {
      const workflows = workflowsOn(store());
      let executions = 0;
      const definition = workflows.define('Behind', async (_input, step) => {
        executions += 1;
        await step.waitForExternalSystem('Event', { timeoutMs: 300, invoke: () => 1 });
      });
      await workflows.work({ pollMs: 20 });
      const instance = await workflows.start(definition, {});
      const wait = await waitOf(workflows, instance.number);
      jump(-HOUR_MS);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(executions).toBeLessThan(6);
      expect(await workflows.finish(wait.serialNumber)).toBe('timed out');
    });
  }
});
