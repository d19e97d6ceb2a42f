/**
 * Many calls at once against a service that misbehaves now and then: is each accounted for, does memory stay flat,
 * is nothing left? `npm run soak`, or `tsx bench/soak/main.ts 20000` for a shorter one.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { RestBrokerError } from '../../src/base/errors.js';
import type { ServiceInstanceDefinition, ServiceObjectDefinition } from '../../src/model/definition.js';
import { connect, disconnect, type Method, serviceObject } from '../../src/runtime/connect.js';

type Row = Record<string, unknown>;
type SmartObjects = { readonly Tasks: { readonly Get_tasks: Method<Row, Row, unknown> } };

const CALLS = Number(process.argv[2] ?? 200_000);
const AT_ONCE = 50;
const LONGEST_MS = 15 * 60_000;
/** Of the second half over its own begin, in bytes: a leak of 100 bytes a call is ten times that. */
const MAX_GROWTH_BYTES = Math.max(8 * 1024 * 1024, CALLS * 10);

const INSTANCE: ServiceInstanceDefinition = {
  name: 'soak',
  authentication: { mode: 'none' },
  timeoutMs: 2_000,
  breakOnError: true,
};

const TASKS: ServiceObjectDefinition = {
  systemName: 'Tasks',
  methods: {
    Get_tasks: {
      verb: 'GET',
      path: '/tasks',
      inputs: { n: { in: 'query', type: 'Number' } },
      answers: { '200': { as: 'record', properties: { tasks: 'SerializedArray', n: 'Number' } } },
    },
  },
};

/** How calls ended, by code; `wrong` must stay 0: an answer that belongs to another call, or is none of ours. */
type Ends = Record<string, number>;

async function soak(serviceUrl: string): Promise<{ ends: Ends; heap: readonly number[] }> {
  const nwc = connect<SmartObjects>(
    INSTANCE,
    { Tasks: serviceObject<SmartObjects['Tasks']>(INSTANCE, TASKS) },
    {
      serviceUrl,
      ownConnections: true,
      retries: 1,
      authentication: { mode: 'bearer', token: () => 's3cret' },
    },
  );
  const ends: Ends = {};
  const heap: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < CALLS) {
      const n = next++;
      if (n % Math.ceil(CALLS / 20) === 0) heap.push(heapUsed());
      const end = await endOf(nwc, n);
      ends[end] = (ends[end] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  heap.push(heapUsed());
  await disconnect(nwc);
  return { ends, heap };
}

async function endOf(nwc: SmartObjects, n: number): Promise<string> {
  try {
    const outputs = await nwc.Tasks.Get_tasks({ n }, { timeoutMs: 1_000 });
    return outputs['n'] === n && outputs['HttpResponseCode'] === 200 ? 'ok' : 'wrong';
  } catch (error) {
    return error instanceof RestBrokerError ? error.code : 'wrong';
  }
}

function heapUsed(): number {
  globalThis.gc?.();
  const { heapUsed: used, external } = process.memoryUsage();
  return used + external;
}

/** Sockets and timers that would keep the process alive. */
function handles(): number {
  return process
    .getActiveResourcesInfo()
    .filter((kind) => kind === 'TCPSocketWrap' || kind === 'Timeout' || kind === 'GetAddrInfoReqWrap').length;
}

async function main(): Promise<void> {
  const service = fork(fileURLToPath(new URL('misbehaving-service.ts', import.meta.url)), {
    execArgv: process.execArgv.filter((argument) => argument !== '--expose-gc'),
  });
  const [origin] = (await once(service, 'message')) as [string];
  const watch = setTimeout(() => fail(`not done after ${LONGEST_MS} ms`), LONGEST_MS);
  watch.unref();
  const before = handles();
  const startedAt = performance.now();
  const { ends, heap } = await soak(origin);
  const seconds = (performance.now() - startedAt) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const left = handles() - before;
  clearTimeout(watch);
  service.disconnect();
  report(ends, heap, left, seconds);
}

function report(ends: Ends, heap: readonly number[], left: number, seconds: number): void {
  const counted = Object.values(ends).reduce((sum, count) => sum + count, 0);
  const half = heap.slice(Math.floor(heap.length / 2));
  const growth = Math.min(...half.slice(-3)) - Math.min(...half.slice(0, 3));
  console.log(`${CALLS} calls, ${AT_ONCE} at once, in ${seconds.toFixed(1)} s`);
  for (const [end, count] of Object.entries(ends).sort()) console.log(`  ${end.padEnd(24)} ${count}`);
  console.log(`heap of the second half grew by ${(growth / 1024).toFixed(0)} KiB; handles left: ${left}`);
  if (counted !== CALLS) fail(`${CALLS - counted} calls are not accounted for`);
  if ((ends['wrong'] ?? 0) > 0) fail(`${ends['wrong']} calls ended in no way that is documented`);
  if (counted - (ends['ok'] ?? 0) === 0) fail('no fault arrived: the soak proves nothing');
  if (growth > MAX_GROWTH_BYTES) fail('memory grows');
  if (left > 0) fail(`${left} handles are left`);
}

function fail(what: string): void {
  console.error(`soak: ${what}`);
  process.exitCode = 1;
}

await main();
