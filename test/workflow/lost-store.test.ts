import { spawn } from 'node:child_process';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { onEachStore, waitOf, workflowsOn } from './stores.js';

/** The stores' own patience with a lock: SQLite's busy time-out, and Postgres' lock time-out as it is set below. */
const PATIENCE_MS = { SQLite: 5_000, Postgres: 500 };

/** Another process has the database file to itself for a time; gives when it has got it. */
async function holdSqlite(file: string, forMs: number): Promise<void> {
  const program = `import { createRequire } from 'node:module';
const require = createRequire(${JSON.stringify(import.meta.url)});
const builtin = process.getBuiltinModule('node:sqlite');
const Database = builtin === undefined ? require('libsql') : builtin.DatabaseSync;
const db = new Database(${JSON.stringify(file)});
db.exec('BEGIN EXCLUSIVE');
console.log('held');
setTimeout(() => { db.exec('COMMIT'); process.exit(); }, ${forMs});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((resolve) => child.stdout.once('data', resolve));
}

/** Another connection has the engine's tables to itself for a time; gives when it has got them. */
async function holdPostgres(place: string, forMs: number): Promise<void> {
  const sql = postgres(place, { max: 1, onnotice: () => undefined });
  await new Promise<void>((held) => {
    void sql
      .begin(async (tx) => {
        await tx`LOCK TABLE rest_broker.step_attempts, rest_broker.workflow_runs IN ACCESS EXCLUSIVE MODE`;
        held();
        await new Promise((resolve) => setTimeout(resolve, forMs));
      })
      .finally(() => sql.end());
  });
}

/** Somebody else has the store for so many times its patience. */
async function hold(place: string, times: number): Promise<void> {
  if (place.startsWith('postgres')) return holdPostgres(place, PATIENCE_MS.Postgres * times);
  return holdSqlite(place.replace(/^file:/, ''), PATIENCE_MS.SQLite * times);
}

/** So that what is locked is an error soon. */
async function impatient(place: string): Promise<string> {
  if (!place.startsWith('postgres')) return place;
  const sql = postgres(place, { max: 1 });
  await sql.unsafe(
    `ALTER DATABASE ${new URL(place).pathname.slice(1)} SET lock_timeout = ${PATIENCE_MS.Postgres}`,
  );
  await sql.end();
  return place;
}

onEachStore((store) => {
  test.each([
    // The result cannot be recorded; then, by the way of the engine, its failure can be, or cannot either.
    { when: 'while a step is at work', times: 1.3 },
    { when: 'while a step is at work', times: 3 },
    { when: 'between two steps', times: 1.3 },
  ])(
    'a store that fails $when, for $times times its patience, fails no instance: it goes on afterwards',
    async ({ when, times }) => {
      const place = await impatient(store());
      const workflows = workflowsOn(place);
      let holds = 0;
      let caught = 0;
      const holdOnce = async (): Promise<void> => {
        holds += 1;
        if (holds === 1) await hold(place, times);
      };
      const definition = workflows.define('Patient', async (_input, step) => {
        try {
          const first = await step.execute('first', async () => {
            if (when === 'while a step is at work') await holdOnce();
            return 1;
          });
          if (when === 'between two steps') await holdOnce();
          const outside = await step.waitForExternalSystem('Event', { invoke: () => 2 });
          return [first, outside.response, outside.dataFields['n']];
        } catch {
          caught += 1;
          return 'caught';
        }
      });
      await workflows.work({ pollMs: 200 });
      const instance = await workflows.start(definition, {});
      await expect.poll(() => holds, { timeout: 10_000 }).toBeGreaterThan(0);
      // Asking fails too while the store does.
      await expect
        .poll(() => workflows.waitsOf(instance.number).catch(() => []), { timeout: 60_000 })
        .toMatchObject([{ state: 'waiting' }]);
      const wait = await waitOf(workflows, instance.number);
      expect(await workflows.finish(wait.serialNumber, { dataFields: { n: 3 } })).toBe('finished');
      expect(await instance.result({ timeoutMs: 45_000 })).toEqual([1, 2, 3]);
      // What the store could not do is nothing for an author to catch.
      expect(caught).toBe(0);
    },
    90_000,
  );
});
