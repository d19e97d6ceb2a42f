import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import type { WorkflowFunction } from '../../src/workflow/index.js';
import { startPostgres } from './postgres-cluster.js';
import { waitOf, workflowsOn } from './stores.js';

/** A store whose finishes end their transaction a second late, when each has looked whether its run rests. */
async function lateStore(): Promise<string> {
  const cluster = await startPostgres();
  onTestFinished(() => cluster.stop(), 60_000);
  const place = cluster.database();
  const made = workflowsOn(place);
  await made.open();
  const sql = postgres(place, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`
    CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(1); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER late AFTER INSERT ON rest_broker.workflow_signals
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late()`);
  await sql.end();
  return place;
}

test('a finish whose transaction ends only after its run was put to rest wakes it all the same', async () => {
  const workflows = workflowsOn(await lateStore());
  const finishes: Promise<string>[] = [];
  const definition = workflows.define('Late', async (_input, step) => {
    const outside = await step.waitForExternalSystem('Event', {
      invoke: async ({ serialNumber }) => {
        finishes.push(workflows.finish(serialNumber, { dataFields: { n: 5 } }));
        // The outside system has been told, and its finish is on its way.
        await new Promise((resolve) => setTimeout(resolve, 300));
      },
    });
    return outside.dataFields['n'];
  });
  await workflows.work();
  const instance = await workflows.start(definition, {});
  expect(await instance.result({ timeoutMs: 15_000 })).toBe(5);
  expect(await Promise.all(finishes)).toEqual(['finished']);
}, 60_000);

test('a worker that starts wakes what a process that was killed has finished and not woken', async () => {
  const cluster = await startPostgres();
  onTestFinished(() => cluster.stop(), 60_000);
  const place = cluster.database();
  const before = workflowsOn(place);
  const run: WorkflowFunction<object, unknown> = async (_input, step) =>
    (await step.waitForExternalSystem('Event', { invoke: () => 1 })).dataFields['n'];
  const definition = before.define('Forgotten', run);
  await before.work();
  const { number } = await before.start(definition, {});
  const { serialNumber } = await waitOf(before, number);
  await before.close();
  const caller = workflowsOn(place);
  expect(await caller.finish(serialNumber, { dataFields: { n: 6 } })).toBe('finished');
  const sql = postgres(place, { max: 1, onnotice: () => undefined });
  await sql`UPDATE rest_broker.workflow_runs SET available_at = NOW() + INTERVAL '1 year'`;
  await sql.end();
  const after = workflowsOn(place);
  after.define('Forgotten', run);
  await after.work();
  expect(await after.result(number, { timeoutMs: 10_000 })).toBe(6);
}, 60_000);
