/** One measurement in a process of its own: `measure.ts WHAT STORE FOLDER`; prints its figures as one line of JSON. */
import { setTimeout as wait } from 'node:timers/promises';
import { startWorkflowServer } from '../../src/server/index.js';
import { createWorkflows, type Workflows } from '../../src/workflow/index.js';
import { startBareEndpoint } from './bare-endpoint.js';
import { measureBareEngine } from './bare-engine.js';
import { quantiles } from './quantiles.js';

const WAITING = 10_000;
const BURST = 1_000;
const FINISHES = 400;
const IDLE_MS = 10_000;
const TOKEN = 'token-of-the-benchmark-1';

const [what = '', store = '', folder = ''] = process.argv.slice(2);

interface Stage {
  readonly workflows: Workflows;
  readonly serialNumbers: string[];
  readonly after: Set<number>;
  /** Called when the step after the wait is executed. */
  onAfter: (n: number) => void;
  start(count: number): Promise<void>;
}

function stage(): Stage {
  const workflows = createWorkflows({ store });
  const serialNumbers: string[] = [];
  const after = new Set<number>();
  const set: Stage = { workflows, serialNumbers, after, onAfter: () => undefined, start };
  const definition = workflows.define('Bench', async ({ n }: { n: number }, step) => {
    await step.waitForExternalSystem('Event', {
      invoke: ({ serialNumber }) => {
        serialNumbers.push(serialNumber);
        return n;
      },
    });
    await step.execute('after', () => {
      after.add(n);
      set.onAfter(n);
    });
  });
  async function start(count: number): Promise<void> {
    await inBatches(count, (n) => workflows.start(definition, { n }));
    await until(() => serialNumbers.length >= count);
  }
  return set;
}

/** 10,000 waiting: heap for each, CPU while nothing happens. */
async function hold(): Promise<object> {
  const { workflows, start } = stage();
  await workflows.work();
  await start(100);
  const before = heapBytes();
  await start(WAITING);
  await wait(2_000);
  const heapBytesEach = (heapBytes() - before) / WAITING;
  const cpu = process.cpuUsage();
  await wait(IDLE_MS);
  const { user, system } = process.cpuUsage(cpu);
  return { heapBytesEach, idleCpuPercent: ((user + system) / 1_000 / IDLE_MS) * 100 };
}

/** A new process on 10,000 waiting steps: until it works, and until a finish goes through. */
async function again(): Promise<object> {
  const startMs = performance.now();
  const set = stage();
  await set.workflows.work();
  const [instance] = await set.workflows.instances({ isOpen: true, limit: 1 });
  const [found] = await set.workflows.waitsOf(instance?.number ?? 0);
  if (found?.state !== 'waiting') throw new Error('The last one does not wait.');
  const waitingAgainMs = performance.now() - startMs;
  await set.workflows.finish(found.serialNumber);
  await until(() => set.after.size === 1);
  return { waitingAgainMs, firstFinishedMs: performance.now() - startMs };
}

/** From the request that finishes to the next step, and the bare endpoint's answer, in turns. */
async function latency(): Promise<object> {
  const set = stage();
  const { workflows, serialNumbers } = set;
  await workflows.work();
  const callers = [
    { name: 'bench', token: TOKEN, rights: ['serverEvent' as const], workflows: 'all' as const },
  ];
  const server = await startWorkflowServer({ workflows, callers });
  const bare = await startBareEndpoint(`${folder}/bare-${process.pid}.db`);
  await set.start(FINISHES);
  await wait(1_000);
  const took: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (const serialNumber of [...serialNumbers]) {
    took.bare.push(await bare.finish());
    await wait(5);
    const next = new Promise<void>((resolve) => {
      set.onAfter = () => resolve();
    });
    const startMs = performance.now();
    const answer = fetch(`${server.serviceUrl}/serverEvents/${serialNumber}/finish`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: '{"dataFields":{"n":1}}',
    });
    await next;
    took.ours.push(performance.now() - startMs);
    await (await answer).text();
    // Until the instance has ended: its last writes are not the bare endpoint's to wait for.
    await wait(25);
  }
  await bare.close();
  await server.close();
  return { ours: quantiles(took.ours.slice(20)), bare: quantiles(took.bare.slice(20)) };
}

/** Starts until all wait, and finishes until all are done, in bursts. */
async function throughput(): Promise<object> {
  const set = stage();
  const { workflows, serialNumbers, after } = set;
  await workflows.work();
  await set.start(50);
  serialNumbers.length = 0;
  const startMs = performance.now();
  await set.start(BURST);
  const startsPerS = BURST / ((performance.now() - startMs) / 1_000);
  await wait(1_000);
  after.clear();
  const finishMs = performance.now();
  await inBatches(BURST, (n) => workflows.finish(serialNumbers[n] ?? ''));
  await until(() => after.size === BURST);
  return { startsPerS, finishesPerS: BURST / ((performance.now() - finishMs) / 1_000) };
}

async function inBatches(count: number, act: (n: number) => Promise<unknown>): Promise<void> {
  for (let first = 0; first < count; first += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - first) }, (_, index) => act(first + index)));
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(2);
}

function heapBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const MEASURES: Readonly<Record<string, () => Promise<object>>> = {
  hold,
  again,
  latency,
  throughput,
  'bare engine': () => measureBareEngine(store, BURST, { inBatches, until }),
};

console.log(JSON.stringify(await MEASURES[what]?.()));
process.exit();
