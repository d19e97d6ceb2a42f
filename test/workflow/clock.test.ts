import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Workflows } from '../../src/workflow/index.js';
import { eventually, waitOf, workflowsOn } from './stores.js';

// On SQLite the engine goes by this process' clock, so it can be put forward and back here.

const HOUR_MS = 3_600_000;

function fresh(): Workflows {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return workflowsOn(`file:${join(folder, 'workflow.db')}`);
}

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

test('an hour forward during an invocation: the lease is over, and still it is invoked once', async () => {
  const workflows = fresh();
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
  const workflows = fresh();
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

test('an hour forward while waiting for less: it has timed out, and a finish is told so', async () => {
  const workflows = fresh();
  const definition = workflows.define('Due', async (_input, step) => {
    const outside = await step.waitForExternalSystem('Event', { timeoutMs: HOUR_MS / 2, invoke: () => 1 });
    return outside.timedOut;
  });
  await workflows.work({ pollMs: 50 });
  const instance = await workflows.start(definition, {});
  const wait = await waitOf(workflows, instance.number);
  jump(HOUR_MS);
  expect(await workflows.finish(wait.serialNumber)).toBe('timed out');
  expect(await instance.result({ timeoutMs: 5_000 })).toBe(true);
});
