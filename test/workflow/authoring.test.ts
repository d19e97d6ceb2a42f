import { expect, test } from 'vitest';
import type { WorkflowError } from '../../src/base/errors.js';
import type { Outside, Workflows } from '../../src/workflow/index.js';
import { eventually, onEachStore, waitOf, workflowsOn } from './stores.js';

const codeOf = (error: unknown): string => (error as WorkflowError).code;

onEachStore((store) => {
  test('waits with a Serial Number and goes on with what was passed back, each step once', async () => {
    const workflows = workflowsOn(store());
    const done: string[] = [];
    const inspection = workflows.define('Inspection', async (input: { container: string }, step) => {
      const score = await step.execute('Score', () => {
        done.push('score');
        return 2n ** 60n;
      });
      const outside = await step.waitForExternalSystem('Inspect', {
        invoke: ({ serialNumber, idempotencyKey }) => {
          done.push(`invoke ${serialNumber} ${idempotencyKey.length}`);
          return { stored: input.container };
        },
      });
      await step.execute('Pay', () => void done.push('pay'));
      return { score, outside };
    });
    await workflows.work();
    const instance = await workflows.start(inspection, { container: 'C-1' }, { folio: 'Ship 7' });
    const wait = await waitOf(workflows, instance.number);
    expect(wait).toMatchObject({
      serialNumber: `${instance.number}_1`,
      folio: 'Ship 7',
      eventName: 'Inspect',
    });

    expect(
      await workflows.finish(wait.serialNumber, { dataFields: { 'Is fine': true, 'a\u0000': '\ud800' } }),
    ).toBe('finished');
    const given = await instance.result();
    expect(given).toEqual({
      score: 2n ** 60n,
      outside: {
        serialNumber: wait.serialNumber,
        response: { stored: 'C-1' },
        waited: true,
        timedOut: false,
        dataFields: { 'Is fine': true, 'a\u0000': '\ud800' },
      },
    });
    expect(done).toEqual(['score', `invoke ${wait.serialNumber} 32`, 'pay']);
    expect(await workflows.finish(wait.serialNumber)).toBe('finished before');
    expect(done).toHaveLength(3);
  });

  test('a callback before arming is unknown, during the invocation and after it is taken', async () => {
    const workflows = workflowsOn(store());
    const outcomes: string[] = [];
    const early = workflows.define('Early', async (_input, step) => {
      const outside = await step.waitForExternalSystem('Event', {
        invoke: async ({ serialNumber }) => {
          outcomes.push(await workflows.finish(serialNumber, { dataFields: { when: 'during' } }));
          return 'called';
        },
      });
      return [outside.response, outside.dataFields];
    });
    expect(await workflows.finish('1_1')).toBe('unknown');
    await workflows.work();
    const instance = await workflows.start(early, {});
    expect(await instance.result()).toEqual(['called', { when: 'during' }]);
    expect(outcomes).toEqual(['finished']);
  });

  test('the invoked Method decides: do not wait, or fail', async () => {
    const workflows = workflowsOn(store());
    const decide = workflows.define('Decide', async ({ how }: { how: string }, step) => {
      let serialNumber = '';
      let outside: Outside<string> | string;
      try {
        outside = await step.waitForExternalSystem('Event', {
          invoke: (call) => {
            serialNumber = call.serialNumber;
            if (how === 'fail') throw new Error('no stock');
            return call.doNotWait('there is nothing to do');
          },
        });
      } catch (error) {
        outside = (error as Error).message;
      }
      await step.sleep('a while', 20);
      return { outside, wait: await step.execute('look', () => serialNumber) };
    });
    await workflows.work();
    const [calm, failed] = [
      await workflows.start(decide, { how: 'go' }),
      await workflows.start(decide, { how: 'fail' }),
    ];
    expect(await calm.result()).toMatchObject({
      outside: { waited: false, response: 'there is nothing to do' },
    });
    expect(await failed.result()).toMatchObject({ outside: "Step 'Event': no stock." });
    for (const { number } of [calm, failed]) {
      const [wait] = await workflows.waitsOf(number);
      expect(wait?.state).toBe('closed');
      expect(await workflows.finish(wait?.serialNumber ?? '')).toBe('closed');
    }
  });

  test('a wait times out; who comes after is told so', async () => {
    const workflows = workflowsOn(store());
    const short = workflows.define('Short', async (_input, step) => {
      const { timedOut, serialNumber } = await step.waitForExternalSystem('Event', {
        timeoutMs: 100,
        invoke: () => 1,
      });
      return { timedOut, serialNumber };
    });
    await workflows.work({ pollMs: 100 });
    const { timedOut, serialNumber } = await (await workflows.start(short, {})).result();
    expect(timedOut).toBe(true);
    expect(await workflows.finish(serialNumber)).toBe('timed out');
  });

  test('cancel says of what ends in the same moment whether it came in time', async () => {
    const workflows = workflowsOn(store());
    const short = workflows.define('Short', async () => 'done');
    await workflows.work({ concurrency: 4 });
    const instances = await Promise.all(Array.from({ length: 40 }, () => workflows.start(short, {})));
    const inTime = await Promise.all(instances.map(({ number }) => workflows.cancel(number)));
    const endedBy = await Promise.all(
      instances.map(({ number }) =>
        workflows.result(number).then(
          () => 'itself',
          () => 'cancel',
        ),
      ),
    );
    expect(endedBy).toEqual(inTime.map((came) => (came ? 'cancel' : 'itself')));
  });

  test('cancel closes what waits, children too; nothing after the wait runs', async () => {
    const workflows = workflowsOn(store());
    const done: string[] = [];
    const child = workflows.define('Child', async (_input, step) => {
      await step.waitForExternalSystem('Child event', { invoke: () => 1 });
      done.push('child went on');
    });
    const parent = workflows.define('Parent', async (_input, step) => {
      await step.child('the child', child, {});
      done.push('parent went on');
    });
    await workflows.work();
    const instance = await workflows.start(parent, {});
    const childInstance = await eventually(
      async () => (await workflows.instances({ workflow: 'Child', limit: 5 }))[0],
    );
    const wait = await waitOf(workflows, childInstance.number);
    expect(await workflows.cancel(instance.number)).toBe(true);
    expect(await workflows.cancel(instance.number)).toBe(false);
    expect(await workflows.finish(wait.serialNumber)).toBe('closed');
    await expect(instance.result()).rejects.toSatisfy((error) => codeOf(error) === 'INSTANCE_CANCELED');
    expect(done).toEqual([]);
  });

  test('parallel waits finish in any order; each branch once', async () => {
    const workflows = workflowsOn(store());
    const done: string[] = [];
    const both = workflows.define('Both', async (_input, step) => {
      const branch = (name: string) => async () => {
        const { dataFields } = await step.waitForExternalSystem(name, {
          invoke: () => void done.push(`invoke ${name}`),
        });
        await step.execute(`after ${name}`, () => void done.push(`after ${name}`));
        return dataFields['n'];
      };
      return step.parallel([branch('a'), branch('b'), () => step.sleep('short', 30)]);
    });
    await workflows.work();
    const instance = await workflows.start(both, {});
    const [a, b] = [
      await waitOf(workflows, instance.number, 'a'),
      await waitOf(workflows, instance.number, 'b'),
    ];
    expect(await workflows.finish(b.serialNumber, { dataFields: { n: 2 } })).toBe('finished');
    await eventually(() => done.includes('after b'));
    expect(done).not.toContain('after a');
    expect(await workflows.finish(a.serialNumber, { dataFields: { n: 1 } })).toBe('finished');
    expect(await instance.result()).toEqual([1, 2, undefined]);
    expect([...done].sort()).toEqual(['after a', 'after b', 'invoke a', 'invoke b']);
  });

  test('Promise.all with waits does not run a branch twice, and catch does not see a wait', async () => {
    const workflows = workflowsOn(store());
    const done: string[] = [];
    const all = workflows.define('All', async (_input, step) => {
      const branch = async (name: string): Promise<unknown> => {
        try {
          return (await step.waitForExternalSystem(name, { invoke: () => void done.push(name) })).dataFields[
            'n'
          ];
        } catch {
          done.push('caught');
          return undefined;
        } finally {
          done.push(`finally ${name}`);
        }
      };
      return Promise.all([branch('a'), branch('b')]);
    });
    await workflows.work();
    const instance = await workflows.start(all, {});
    for (const name of ['a', 'b']) {
      await workflows.finish((await waitOf(workflows, instance.number, name)).serialNumber, {
        dataFields: { n: name },
      });
    }
    expect(await instance.result()).toEqual(['a', 'b']);
    expect(done.filter((entry) => entry === 'a' || entry === 'b')).toHaveLength(2);
    expect(done).not.toContain('caught');
  });

  test('until tries durably, then asks a person', async () => {
    const workflows = workflowsOn(store());
    let looks = 0;
    const looking = workflows.define('Looking', async ({ from }: { from: number }, step) =>
      step.until(
        'Task ready',
        { maxTries: 3, everyMs: 5, whenUsedUp: { assignee: 'ann', actions: ['Try again', 'Give up'] } },
        (count) => {
          looks += 1;
          return count >= from ? `task-${count}` : '';
        },
      ),
    );
    await workflows.work({ pollMs: 50 });
    const ready = await workflows.start(looking, { from: 3 });
    expect(await ready.result()).toEqual({ ready: true, value: 'task-3', tries: 3 });
    expect(looks).toBe(3);
    const never = await workflows.start(looking, { from: 9 });
    const task = await eventually(async () => (await workflows.openTasks({ assignee: 'ann', limit: 10 }))[0]);
    expect(task).toMatchObject({ kind: 'person', assignee: 'ann', actions: ['Try again', 'Give up'] });
    expect(await workflows.openTasks({ assignee: 'bob', limit: 10 })).toEqual([]);
    await workflows.finish(task.serialNumber, { action: 'Give up' });
    expect(await never.result()).toMatchObject({ ready: false, tries: 3, person: { action: 'Give up' } });
  });

  test('a failed step is recorded: caught and replayed alike; retry tries again; uncaught fails the instance', async () => {
    const workflows = workflowsOn(store());
    let calls = 0;
    let tries = 0;
    const failing = workflows.define('Failing', async ({ isCaught }: { isCaught: boolean }, step) => {
      const first = await step
        .execute('once', () => {
          calls += 1;
          throw Object.assign(new Error('the service is down'), { code: 'CONNECTION_FAILED' });
        })
        .catch((error: Error & { reason?: string }) => {
          if (!isCaught) throw error;
          return error.reason;
        });
      await step.waitForExternalSystem('Event', { invoke: () => 1 });
      const second = await step.execute(
        'again',
        () => (++tries < 2 ? Promise.reject(new Error('not yet')) : tries),
        {
          retry: { maxTries: 3, everyMs: 5 },
        },
      );
      return [first, second];
    });
    await workflows.work({ pollMs: 50 });
    const caught = await workflows.start(failing, { isCaught: true });
    await workflows.finish((await waitOf(workflows, caught.number)).serialNumber);
    expect(await caught.result()).toEqual(['CONNECTION_FAILED', 2]);
    const uncaught = await workflows.start(failing, { isCaught: false });
    await expect(uncaught.result()).rejects.toThrow(/'once': the service is down/);
    expect(calls).toBe(2);
  });

  test('a child gives its result, and its failure', async () => {
    const workflows = workflowsOn(store());
    const child = workflows.define('Half', async ({ of }: { of: number }, step) => {
      if (of % 2 === 1) throw new Error('odd');
      return step.execute('half', () => of / 2);
    });
    const parent = workflows.define('Halves', async (_input, step) => {
      const half = await step.child('even', child, { of: 8 });
      const failed = await step.child('odd', child, { of: 3 }).catch((error: Error) => error.message);
      return [half, failed];
    });
    await workflows.work();
    expect(await (await workflows.start(parent, {})).result()).toEqual([4, "Step 'odd': odd."]);
  });

  test('an instance finishes on the version it was started on, or is refused clearly where it is not defined', async () => {
    const place = store();
    const defineFirst = (workflows: Workflows) =>
      workflows.define('Versioned', { version: '1' }, async (_input, step) => {
        await step.waitForExternalSystem('Event', { invoke: () => 1 });
        return 'first';
      });
    const before = workflowsOn(place);
    const first = defineFirst(before);
    await before.work();
    const old = await before.start(first, {});
    const wait = await waitOf(before, old.number);
    await before.close();

    const without = workflowsOn(place);
    without.define('Versioned', { version: '2' }, async () => 'second');
    await without.work({ pollMs: 50 });
    expect(await without.finish(wait.serialNumber)).toBe('finished');
    const refused = await eventually(async () => {
      const instance = await without.instance(old.number);
      return instance?.run.state === 'refused' ? instance : undefined;
    });
    expect(refused.run.failure).toMatch(/Versioned.*version: 1.*not registered/);
    expect(await (await without.start('Versioned', {})).result()).toBe('second');
    await without.close();

    const after = workflowsOn(place);
    defineFirst(after);
    after.define('Versioned', { version: '2' }, async () => 'second');
    await after.work({ pollMs: 50 });
    expect(await after.result(old.number, { timeoutMs: 20_000 })).toBe('first');
    expect(() => defineFirst(after)).toThrow(/defined already/);
  });

  test('hidden data fields stay out of failures, and fields are checked at the start', async () => {
    const workflows = workflowsOn(store());
    const fields = { Header: { hidden: true, type: 'string' }, Company: { required: true } } as const;
    const secretive = workflows.define(
      'Secretive',
      { dataFields: fields },
      async (input: { Header?: string; Company?: string }, step) => {
        const { dataFields } = await step.waitForExternalSystem('Event', {
          invoke: () => 1,
          hidden: ['Pin'],
        });
        throw new Error(`sent ${input.Header} with pin ${String(dataFields['pin'])} to ${input.Company}`);
      },
    );
    await workflows.work();
    await expect(workflows.start(secretive, { Header: 'x' })).rejects.toThrow(/'Company'.*missing/);
    const instance = await workflows.start(secretive, { Header: 'Bearer s3cr3t-token', Company: 'ACME' });
    await workflows.finish((await waitOf(workflows, instance.number)).serialNumber, {
      dataFields: { pin: '987654' },
    });
    const failure = await instance.result().catch((error: Error) => error.message);
    expect(failure).toMatch(/sent \[hidden\] with pin \[hidden\] to ACME/);
    const record = await workflows.instance(instance.number);
    expect(record?.dataFields).toEqual({ Company: 'ACME' });
    expect(JSON.stringify([record, await workflows.waitsOf(instance.number)])).not.toMatch(/s3cr3t|987654/);
  });

  test('a child hides what its parent hides, under whatever name, in lists and failures; the rest is shown', async () => {
    const workflows = workflowsOn(store());
    const child = workflows.define(
      'Caller',
      { dataFields: { company: { type: 'string', required: true }, pin: { hidden: true } } },
      async ({ token, pin }: { token: string; company: string; pin: number }) => {
        throw new Error(`refused ${token} and ${pin}`);
      },
    );
    const parent = workflows.define(
      'Keeper',
      { dataFields: { Header: { hidden: true } } },
      async ({ Header }: { Header: string }, step) => {
        const wrong = { token: Header, company: 5, pin: 1 } as unknown as {
          token: string;
          company: string;
          pin: number;
        };
        const refused = await step.child('wrong', child, wrong).catch((error: WorkflowError) => error.code);
        const failed = await step
          .child('right', child, { token: Header, company: 'ACME', pin: 77 })
          .catch((error: Error) => error.message);
        return [refused, failed];
      },
    );
    await workflows.work();
    const instance = await workflows.start(parent, { Header: 'Bearer s3cr3t-token' }, { originator: 'ann' });
    expect(await instance.result()).toEqual([
      'DATA_FIELD_INVALID',
      "Step 'right': refused [hidden] and [hidden].",
    ]);
    const [started] = await workflows.instances({ workflow: 'Caller', limit: 5 });
    expect(started?.dataFields).toEqual({ company: 'ACME' });
    expect(started?.run.failure).toBe('refused [hidden] and [hidden]');
  });

  test("a task is finished by one of its actions, in any case, and has none of K2's own", async () => {
    const workflows = workflowsOn(store());
    const asking = workflows.define('Asking', async ({ actions }: { actions: string[] }, step) => {
      const { action } = await step.waitForPerson('Decide', { assignee: 'ann', actions });
      return action;
    });
    await workflows.work();
    const asked = await workflows.start(asking, { actions: ['Approve', 'Decline'] });
    const { serialNumber } = await waitOf(workflows, asked.number);
    for (const action of [undefined, '', 'Approved']) {
      const finishing = action === undefined ? {} : { action };
      await expect(workflows.finish(serialNumber, finishing)).rejects.toMatchObject({
        code: 'ACTION_UNKNOWN',
        message: `Task ${serialNumber}: its actions are: 'Approve', 'Decline'.`,
      });
    }
    expect(await workflows.finish(serialNumber, { action: 'approve' })).toBe('finished');
    expect(await asked.result()).toBe('Approve');
    expect(await workflows.finish(serialNumber)).toBe('finished before');
    for (const actions of [[], ['Release'], ['Yes', 'yes'], [' ']]) {
      const wrong = await workflows.start(asking, { actions });
      await expect(wrong.result()).rejects.toThrow(/a task has one action or more/);
    }
  });

  test('the secret form finishes; a forged one is unknown; a malformed number is refused', async () => {
    const workflows = workflowsOn(store());
    let secret = '';
    const definition = workflows.define('Secret', async (_input, step) => {
      await step.waitForExternalSystem('Event', {
        invoke: (call) => {
          secret = call.secretSerialNumber;
        },
      });
    });
    await workflows.work();
    const instance = await workflows.start(definition, {});
    await eventually(() => secret !== '');
    const forged = secret.replace(/.{2}$/, (end) => (end === 'AA' ? 'BB' : 'AA'));
    expect(await workflows.finish(forged)).toBe('unknown');
    await expect(workflows.finish('5-31')).rejects.toSatisfy(
      (error) => codeOf(error) === 'SERIAL_NUMBER_MALFORMED',
    );
    expect(await workflows.finish(secret)).toBe('finished');
    await instance.result();
  });

  test('50 duplicates at once: one finishes, one step after it', async () => {
    const workflows = workflowsOn(store());
    const after: unknown[] = [];
    const definition = workflows.define('Duplicates', async (_input, step) => {
      const { dataFields } = await step.waitForExternalSystem('Event', { invoke: () => 1 });
      await step.execute('after', () => void after.push(dataFields['n']));
    });
    await workflows.work();
    const instance = await workflows.start(definition, {});
    const { serialNumber } = await waitOf(workflows, instance.number);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) => workflows.finish(serialNumber, { dataFields: { n } })),
    );
    await instance.result();
    expect(outcomes.filter((outcome) => outcome === 'finished')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'finished before')).toHaveLength(49);
    expect(after).toEqual([outcomes.indexOf('finished')]);
  });

  test('purge forgets what has ended and nothing else', async () => {
    const workflows = workflowsOn(store());
    const definition = workflows.define('Purged', async ({ waits }: { waits: boolean }, step) => {
      if (waits) await step.waitForExternalSystem('Event', { invoke: () => 1 });
    });
    await workflows.work();
    const [ended, waiting] = [
      await workflows.start(definition, { waits: false }),
      await workflows.start(definition, { waits: true }),
    ];
    await ended.result();
    const wait = await waitOf(workflows, waiting.number);
    expect(await workflows.purge({ endedBeforeMs: Date.now() - 60_000 })).toBe(0);
    expect(await workflows.purge({ endedBeforeMs: Date.now() + 1_000 })).toBe(1);
    expect(await workflows.instance(ended.number)).toBeUndefined();
    expect(await workflows.finish(wait.serialNumber)).toBe('finished');
    await waiting.result();
  });
});
