import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { createWorkflows, type WaitRecord, type Workflows } from '../../src/workflow/index.js';
import { startPostgres } from './postgres-cluster.js';

interface Place {
  /** A store of its own, empty. */
  store(): string;
  stop(): Promise<void>;
}

function sqliteFolder(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-sqlite-'));
  let count = 0;
  return {
    store: () => {
      count += 1;
      return `file:${join(folder, `workflow-${count}.db`)}`;
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The same tests on each store. */
export function onEachStore(tests: (store: () => string, name: string) => void): void {
  const starts = {
    SQLite: async () => sqliteFolder(),
    Postgres: async () => {
      const cluster = await startPostgres();
      return { store: () => cluster.database(), stop: () => cluster.stop() };
    },
  };
  for (const [name, start] of Object.entries(starts)) {
    describe(name, () => {
      let place: Place | undefined;
      beforeAll(async () => {
        place = await start();
      }, 60_000);
      afterAll(() => place?.stop(), 60_000);
      tests(() => (place as Place).store(), name);
    });
  }
}

/** Workflows on a store; closed when the test is over. */
export function workflowsOn(store: string): Workflows {
  const workflows = createWorkflows({ store, synchronous: 'NORMAL' });
  onTestFinished(() => workflows.close());
  return workflows;
}

/** Asks until it holds; fails after ten seconds. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const untilMs = performance.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > untilMs) throw new Error(`It did not come to hold in 10 s: ${String(ask)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The step that an instance waits at. */
export function waitOf(workflows: Workflows, instance: number, eventName?: string): Promise<WaitRecord> {
  return eventually(async () => {
    const waits = await workflows.waitsOf(instance);
    return waits.find(
      (wait) => wait.state === 'waiting' && (eventName === undefined || wait.eventName === eventName),
    );
  });
}
