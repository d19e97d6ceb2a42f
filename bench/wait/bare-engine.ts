import { OpenWorkflow } from 'openworkflow';
import type { Backend } from 'openworkflow/internal';
import { BackendPostgres } from 'openworkflow/postgres';
import { sqliteBackend } from '../../src/workflow/engine/openworkflow-internals.js';
import { openSqlite } from '../../src/workflow/engine/sqlite-database.js';

interface Tools {
  inBatches(count: number, act: (n: number) => Promise<unknown>): Promise<void>;
  until(holds: () => boolean): Promise<void>;
}

/** The same work on the engine alone: a step, a wait for a signal, a step. Its worker's own loop, ten at once. */
export async function measureBareEngine(
  store: string,
  count: number,
  { inBatches, until }: Tools,
): Promise<object> {
  const backend = await open(store);
  const client = new OpenWorkflow({ backend });
  const invoked = new Set<number>();
  const after = new Set<number>();
  const workflow = client.defineWorkflow<{ n: number }, void>(
    { name: 'bare' },
    async ({ input: { n }, step }) => {
      await step.run({ name: 'invoke' }, () => n);
      invoked.add(n);
      await step.waitForSignal({ name: 'event', signal: `event-${n}` });
      await step.run({ name: 'after' }, () => void after.add(n));
    },
  );
  const worker = client.newWorker({ concurrency: 10 });
  await worker.start();
  const startMs = performance.now();
  await inBatches(count, (n) => workflow.run({ n }));
  await until(() => invoked.size === count);
  const startsPerS = count / ((performance.now() - startMs) / 1_000);
  // A signal sent before its wait exists is lost.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const finishMs = performance.now();
  await inBatches(count, (n) => client.sendSignal({ signal: `event-${n}`, data: '{"n":1}' }));
  await until(() => after.size === count);
  return { startsPerS, finishesPerS: count / ((performance.now() - finishMs) / 1_000) };
}

async function open(store: string): Promise<Backend> {
  if (store.startsWith('postgres')) return BackendPostgres.connect(store);
  const database = await openSqlite(store.replace(/^file:/, ''), 'FULL');
  // As the engine's own connect leaves it: SQLite's default, each commit synced.
  database.connection.exec('PRAGMA synchronous = FULL');
  return sqliteBackend(database);
}
