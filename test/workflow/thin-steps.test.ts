import { expect, test } from 'vitest';
import { type OtherEngine, untilOn, waitForExternalSystemOn } from '../../src/workflow/index.js';

/** An engine that forgets nothing while the test runs: results by name, messages by Serial Number. */
function engine(messages: Readonly<Record<string, Record<string, unknown>>> = {}) {
  const recorded = new Map<string, unknown>();
  const slept: number[] = [];
  const port: OtherEngine = {
    record: async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      if (!recorded.has(name)) recorded.set(name, await work());
      return recorded.get(name) as T;
    },
    receive: async (serialNumber) => messages[serialNumber],
    sleep: async (durationMs) => void slept.push(durationMs),
  };
  return { port, slept };
}

test('the thin wait invokes once and gives what was passed back, or that it timed out', async () => {
  const { port } = engine({ a_1: { Result: 'fine' } });
  let invoked = 0;
  const wait = (serialNumber: string) =>
    waitForExternalSystemOn(port, `wait ${serialNumber}`, {
      serialNumber,
      timeoutMs: 10,
      invoke: async (call) => {
        invoked += 1;
        return serialNumber === 'c_1'
          ? call.doNotWait('no need')
          : `${call.serialNumber} ${call.idempotencyKey}`;
      },
    });
  expect(await wait('a_1')).toMatchObject({
    response: 'a_1 a_1-invoke',
    timedOut: false,
    dataFields: { Result: 'fine' },
  });
  expect(await wait('a_1')).toMatchObject({ timedOut: false });
  expect(await wait('b_1')).toMatchObject({ timedOut: true, dataFields: {} });
  expect(await wait('c_1')).toMatchObject({ waited: false, response: 'no need' });
  expect(invoked).toBe(3);
});

test('the thin until stops when it is ready, or when its tries are used up', async () => {
  const { port, slept } = engine();
  const loop = { maxTries: 3, everyMs: 7 };
  expect(await untilOn(port, 'a', loop, async (count) => (count === 2 ? 'task' : ''))).toEqual({
    ready: true,
    value: 'task',
    tries: 2,
  });
  expect(await untilOn(port, 'b', loop, async () => '')).toEqual({ ready: false, tries: 3 });
  expect(slept).toEqual([7, 7, 7]);
  // As in `step.until`: a list is there when it has something in it, a number always.
  expect(await untilOn(port, 'c', loop, async () => [])).toMatchObject({ ready: false });
  expect(await untilOn(port, 'd', loop, async () => 0)).toMatchObject({ ready: true, value: 0 });
});
