import postgres, { type Sql } from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import type { Workflows } from '../../src/workflow/index.js';
import { eventually, onEachStore, waitOf, workflowsOn } from './stores.js';

function defineWaiting(workflows: Workflows) {
  return workflows.define('Waiting', async (_input, step) => {
    const { dataFields } = await step.waitForExternalSystem('Event', { invoke: () => 1 });
    return dataFields['n'];
  });
}

onEachStore((store, name) => {
  test('every slot is free again after failures, cancels in the midst of a step, and bursts of finishes', async () => {
    const SLOTS = 4;
    const workflows = workflowsOn(store());
    let inside = 0;
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const waiting = defineWaiting(workflows);
    const failing = workflows.define('Failing', async (_input, step) => {
      await Promise.all([
        step.waitForExternalSystem('Never', { invoke: () => 1 }),
        step.execute('fails', () => Promise.reject(new Error('no'))),
      ]);
    });
    let slow = 0;
    const canceled = workflows.define('Canceled', async (_input, step) => {
      await step.execute('slow', () => new Promise((resolve) => setTimeout(resolve, 50, ++slow)));
      await step.sleep('a while', 10_000);
    });
    const gate = workflows.define('Gate', async (_input, step) => {
      await step.execute('all at once', async () => {
        inside += 1;
        if (inside === SLOTS) open();
        await opened;
      });
    });
    await workflows.work({ concurrency: SLOTS });
    for (let round = 0; round < 5; round += 1) {
      const doomed = await Promise.all([
        workflows.start(canceled, {}),
        workflows.start(failing, {}),
        workflows.start(canceled, {}),
      ]);
      await eventually(() => slow > round * 2);
      for (const { number } of doomed) await workflows.cancel(number);
      const instances = await Promise.all(Array.from({ length: 20 }, () => workflows.start(waiting, {})));
      const waits = await Promise.all(instances.map(({ number }) => waitOf(workflows, number)));
      await Promise.all(waits.map(({ serialNumber }) => workflows.finish(serialNumber)));
      await Promise.all(instances.map((instance) => instance.result()));
    }
    // They can all be executed only when each has a slot at the same time.
    const gates = await Promise.all(Array.from({ length: SLOTS }, () => workflows.start(gate, {})));
    await Promise.all(gates.map((instance) => instance.result({ timeoutMs: 15_000 })));
    expect(inside).toBe(SLOTS);
  });

  if (name !== 'Postgres') return;

  /** A connection beside ours, to look at the server with. */
  function look(place: string): { readonly sql: Sql; counts(): Promise<[number, number]> } {
    const sql = postgres(place, { max: 1, onnotice: () => undefined });
    onTestFinished(() => sql.end());
    return {
      sql,
      counts: async () => {
        const [row] = await sql`SELECT
          (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()) AS connections,
          (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks`;
        return [Number(row?.['connections']), Number(row?.['locks'])];
      },
    };
  }

  test('opened, working and closed 20 times, no connection and no lock is left', async () => {
    const place = store();
    const { counts } = look(place);
    expect(await counts()).toEqual([0, 0]);
    for (let round = 0; round < 20; round += 1) {
      const workflows = workflowsOn(place);
      const definition = defineWaiting(workflows);
      await workflows.work();
      const instance = await workflows.start(definition, {});
      const wait = await waitOf(workflows, instance.number);
      expect(await workflows.finish(wait.serialNumber, { dataFields: { n: round } })).toBe('finished');
      expect(await instance.result()).toBe(round);
      expect((await counts())[0]).toBeGreaterThan(0);
      await workflows.close();
      // The server sees the end of a connection a moment after we do.
      await eventually(async () => (await counts())[0] === 0);
      expect(await counts()).toEqual([0, 0]);
    }
  });

  test('a store that is refused after its connection was made leaves none behind', async () => {
    const place = store();
    const { sql, counts } = look(place);
    await sql`CREATE SCHEMA rest_broker`;
    await sql`CREATE TABLE rest_broker.rest_broker_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)`;
    await sql`INSERT INTO rest_broker.rest_broker_settings VALUES (${'tables'}, ${'0'})`;
    await expect(workflowsOn(place).open()).rejects.toMatchObject({
      code: 'STORE_UNUSABLE',
      message: expect.stringMatching(/its tables are of version 0/),
    });
    await eventually(async () => (await counts())[0] === 0);
    expect(await counts()).toEqual([0, 0]);
  });

  test('a connection that is lost while a run is put to rest does not hold its finish back', async () => {
    const place = store();
    const { sql } = look(place);
    const working = workflowsOn(place);
    const definition = defineWaiting(working);
    await working.open();
    // A sequence is not rolled back: it is the first one only.
    await sql.unsafe(`
      CREATE SEQUENCE rests;
      CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('rests') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
        RETURN NEW; END $$;
      CREATE TRIGGER lose BEFORE UPDATE ON rest_broker.workflow_runs FOR EACH ROW
        WHEN (OLD.worker_id IS NOT NULL AND NEW.worker_id IS NULL) EXECUTE FUNCTION lose()`);
    await working.work({ pollMs: 500 });
    const instance = await working.start(definition, {});
    const wait = await waitOf(working, instance.number);
    expect(await working.finish(wait.serialNumber, { dataFields: { n: 'after it' } })).toBe('finished');
    expect(await instance.result({ timeoutMs: 15_000 })).toBe('after it');
    const [rests] = await sql`SELECT last_value::int AS "count" FROM rests`;
    expect(rests?.['count']).toBeGreaterThan(1);
  });

  test('when the server drops every connection, what waits goes on all the same', async () => {
    const place = store();
    const { sql } = look(place);
    const working = workflowsOn(place);
    const definition = defineWaiting(working);
    await working.work({ pollMs: 500 });
    const instance = await working.start(definition, {});
    const wait = await waitOf(working, instance.number);
    const dropped = await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    expect(dropped.length).toBeGreaterThan(1);
    const calling = workflowsOn(place);
    expect(await calling.finish(wait.serialNumber, { dataFields: { n: 'after it' } })).toBe('finished');
    expect(await instance.result({ timeoutMs: 20_000 })).toBe('after it');
  });
});
