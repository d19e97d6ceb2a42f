import { expect, test } from 'vitest';
import type { PersonTask, StartOptions } from '../../src/workflow/index.js';
import { eventually, onEachStore, waitOf, workflowsOn } from './stores.js';

/** What an outside system may well send: NUL, and half of a surrogate pair. */
const ODD = 'a\u0000b\ud800c';
const SHOWN = 'a\\u{0}b\\u{d800}c';

onEachStore((store) => {
  test('text that no column takes fails nothing and stops nothing: names, descriptions, folios, failures', async () => {
    const workflows = workflowsOn(store());
    let calls = 0;
    const odd = workflows.define('Odd', async ({ text }: { text: string }, step) => {
      await step.execute(text, () => ++calls);
      const outside = await step.waitForExternalSystem(text, { description: text, invoke: () => 1 });
      await step.waitForPerson(text, { assignee: text, description: text, actions: [text] });
      throw new Error(`got ${String(outside.dataFields['text'])}`);
    });
    await workflows.work();
    const instance = await workflows.start(odd, { text: ODD }, { folio: ODD, originator: ODD });
    const wait = await waitOf(workflows, instance.number);
    expect(wait).toMatchObject({ eventName: SHOWN, description: SHOWN, folio: SHOWN, originator: ODD });
    await workflows.finish(wait.serialNumber, { dataFields: { text: ODD } });
    const task = await eventually(async () => (await workflows.openTasks({ assignee: SHOWN, limit: 5 }))[0]);
    await workflows.finish(task.serialNumber, { action: ODD });
    await expect(instance.result()).rejects.toThrow(`it failed: got ${SHOWN}.`);
    const [listed] = await workflows.instances({ limit: 5 });
    expect(listed).toMatchObject({
      folio: SHOWN,
      dataFields: { text: ODD },
      run: { failure: `got ${SHOWN}` },
    });
    expect(calls).toBe(1);
  });

  test('a step that is asked for what cannot be fails at once, and says why', async () => {
    const workflows = workflowsOn(store());
    const retrying = workflows.define(
      'Retrying',
      async (retry: { maxTries: number; everyMs: number }, step) =>
        step.execute('Try', () => Promise.reject(new Error('no')), { retry }),
    );
    const sleeping = workflows.define('Sleeping', async ({ ms }: { ms: number }, step) =>
      step.sleep('Rest', ms),
    );
    const asking = workflows.define('Asking', async ({ actions }: { actions: string[] }, step) => {
      const whenUsedUp: PersonTask = { assignee: 'ann', actions };
      return step.until('Task ready', { maxTries: 2, everyMs: 1, whenUsedUp }, () =>
        Promise.reject(new Error('tried')),
      );
    });
    await workflows.work();
    for (const retry of [
      { maxTries: 0, everyMs: 1 },
      { maxTries: Number.NaN, everyMs: 1 },
      { maxTries: 5_000, everyMs: 1 },
      { maxTries: 2, everyMs: -1 },
    ]) {
      await expect((await workflows.start(retrying, retry)).result()).rejects.toThrow(
        /'Try': (maxTries|a duration) is/,
      );
    }
    for (const ms of [1e18, Number.POSITIVE_INFINITY, -1]) {
      await expect((await workflows.start(sleeping, { ms })).result()).rejects.toThrow(/from 0 to 100 years/);
    }
    await expect((await workflows.start(asking, { actions: ['wake'] })).result()).rejects.toThrow(
      /none of redirect/,
    );
  });

  test('what is wrong with a start is said before anything is started', async () => {
    const workflows = workflowsOn(store());
    const any = workflows.define('Any', async () => 1);
    const wrong: StartOptions[] = [
      { priority: 3 },
      { priority: 1.5 },
      { priority: Number.NaN },
      { folio: 5 as unknown as string },
    ];
    for (const options of wrong) {
      await expect(workflows.start(any, {}, options)).rejects.toMatchObject({ code: 'DATA_FIELD_INVALID' });
    }
    await expect(workflows.start(any, { of: new Map([[1, 2]]) })).rejects.toThrow(/a value of the kind Map/);
    expect(await workflows.instances({ limit: 5 })).toEqual([]);
    for (const options of [{ concurrency: 0 }, { concurrency: Number.NaN }, { pollMs: 0 }, { pollMs: 1e9 }]) {
      await expect(workflows.work(options)).rejects.toMatchObject({ code: 'SETTING_INVALID' });
    }
  });

  test('what an author wrote into a description does not show a hidden value, nor a failure the secret form', async () => {
    const workflows = workflowsOn(store());
    const fields = { Header: { hidden: true } };
    const telling = workflows.define(
      'Telling',
      { dataFields: fields },
      async ({ Header }: { Header: string }, step) => {
        await step.waitForExternalSystem(`Call with ${Header}`, {
          description: `The header is ${Header}`,
          invoke: ({ serialNumber, secretSerialNumber }) =>
            serialNumber === ''
              ? 1
              : Promise.reject(new Error(`POST /callback/${secretSerialNumber}: refused`)),
        });
      },
    );
    await workflows.work();
    const instance = await workflows.start(telling, { Header: 'Bearer s3cr3t-token' });
    await expect(instance.result()).rejects.toThrow(/POST \/callback\/\[hidden\]: refused/);
    const [wait] = await workflows.waitsOf(instance.number);
    expect(wait).toMatchObject({ eventName: 'Call with [hidden]', description: 'The header is [hidden]' });
  });

  test("a task's answer has all that was passed back", async () => {
    const workflows = workflowsOn(store());
    const asking = workflows.define('Asked', async (_input, step) =>
      step.waitForPerson('Decide', { assignee: 'ann', actions: ['Yes'] }),
    );
    await workflows.work();
    const instance = await workflows.start(asking, {});
    const { serialNumber } = await waitOf(workflows, instance.number);
    const xmlFields = [{ name: 'a', value: '<b/>' }];
    await workflows.finish(serialNumber, { action: 'yes', xmlFields, itemReferences: { q: 1 } });
    expect(await instance.result()).toMatchObject({ action: 'Yes', xmlFields, itemReferences: { q: 1 } });
  });
});
