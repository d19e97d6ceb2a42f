/**
 * Many calls at once against a service that misbehaves now and then: does each end as it must, does memory stay flat,
 * is nothing left? `npm run soak`, or `npm run soak -- 20000` for a shorter one.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { RestBrokerError } from '../../src/base/errors.js';
import type { ServiceInstanceDefinition, ServiceObjectDefinition } from '../../src/model/definition.js';
import { connect, disconnect, type Method, serviceObject } from '../../src/runtime/connect.js';
import { faultOf, isGivenUp, MAX_RESPONSE_BYTES, type RequestCounts } from './soak-faults.js';

type Row = Record<string, unknown>;
type SmartObjects = { readonly Tasks: { readonly Get_tasks: Method<Row, Row, unknown> } };

const CALLS = Number(process.argv[2] ?? 200_000);
const AT_ONCE = 50;
const SAMPLES = 40;
const LONGEST_MS = 20 * 60_000;
/** Of the second half, in bytes: of 200,000 calls, a leak of 40 bytes a call is as much. */
const MAX_GROWTH_BYTES = 4 * 1024 * 1024;

const INSTANCE: ServiceInstanceDefinition = {
  name: 'soak',
  authentication: { mode: 'none' },
  timeoutMs: 60_000,
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

interface Soaked {
  /** How calls ended, and how many of them. */
  readonly ends: Map<string, number>;
  /** Calls that ended otherwise than they had to: an answer of another call's, another code. */
  readonly wrong: string[];
  /** Bytes in use after a collection, from begin to end. */
  readonly used: number[];
}

async function soak(serviceUrl: string): Promise<Soaked> {
  const nwc = connect<SmartObjects>(
    INSTANCE,
    { Tasks: serviceObject<SmartObjects['Tasks']>(INSTANCE, TASKS) },
    {
      serviceUrl,
      ownConnections: true,
      retries: 1,
      maxResponseBytes: MAX_RESPONSE_BYTES,
      authentication: { mode: 'bearer', token: () => 's3cret' },
    },
  );
  const soaked: Soaked = { ends: new Map(), wrong: [], used: [] };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < CALLS) {
      const n = next++;
      if (n % Math.ceil(CALLS / SAMPLES) === 0) soaked.used.push(bytesInUse());
      note(soaked, n, await endOf(nwc, n));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  await disconnect(nwc);
  soaked.used.push(bytesInUse());
  return soaked;
}

function note({ ends, wrong }: Soaked, n: number, end: string): void {
  ends.set(end, (ends.get(end) ?? 0) + 1);
  const fault = faultOf(n);
  const wanted = fault?.end ?? 'ok';
  if (end !== wanted) wrong.push(`call ${n} (${fault?.name ?? 'no fault'}): ${end} instead of ${wanted}`);
}

/** `ok` where the answer is this call's own; else the code of its error. */
async function endOf(nwc: SmartObjects, n: number): Promise<string> {
  const { timeoutMs, abortAfterMs } = faultOf(n) ?? {};
  const controller = new AbortController();
  const giveUp = (): void => controller.abort('given up');
  const timer = abortAfterMs === undefined ? undefined : setTimeout(giveUp, abortAfterMs);
  try {
    const options = { signal: controller.signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
    const outputs = await nwc.Tasks.Get_tasks({ n }, options);
    const isOwn = outputs['n'] === n && String(outputs['tasks']).includes(`"task-${n}"`);
    return isOwn && outputs['HttpResponseCode'] === 200 ? 'ok' : `the answer ${JSON.stringify(outputs)}`;
  } catch (error) {
    return error instanceof RestBrokerError ? error.code : String(error);
  } finally {
    clearTimeout(timer);
  }
}

function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Sockets, timers and all else that may keep the process alive. */
const handles = (): string[] => process.getActiveResourcesInfo().sort();

async function main(): Promise<void> {
  const service = fork(fileURLToPath(new URL('misbehaving-service.ts', import.meta.url)), {
    execArgv: process.execArgv.filter((argument) => argument !== '--expose-gc'),
  });
  const [origin] = (await once(service, 'message')) as [string];
  setTimeout(endEarly, LONGEST_MS).unref();
  const before = handles();
  const startedAt = performance.now();
  const soaked = await soak(origin);
  const seconds = (performance.now() - startedAt) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const after = handles();
  service.send('how many');
  const [requests] = (await once(service, 'message')) as [RequestCounts];
  service.disconnect();
  report(soaked, seconds);
  checkRequests(requests);
  if (after.join() !== before.join())
    fail(`handles are left: ${after.join()} where there were ${before.join()}`);
  else console.log('no handle left');
}

function report({ ends, wrong, used }: Soaked, seconds: number): void {
  const counted = [...ends.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${CALLS} calls, ${AT_ONCE} at once, in ${seconds.toFixed(1)} s`);
  for (const [end, count] of [...ends].sort()) console.log(`  ${end.padEnd(24)} ${count}`);
  const half = used.slice(Math.floor(used.length / 2));
  // The least of some samples: what is under way at that moment does not count.
  const [atHalf, atEnd] = [Math.min(...half.slice(0, 8)), Math.min(...half.slice(-8))];
  console.log(`in use at the half ${mib(atHalf)}, at the end ${mib(atEnd)}`);
  console.log(`resident at the end ${mib(process.memoryUsage().rss)}`);
  if (counted !== CALLS) fail(`${CALLS - counted} calls are not accounted for`);
  for (const each of wrong.slice(0, 5)) fail(each);
  if (wrong.length > 5) fail(`and ${wrong.length - 5} more that ended otherwise than they had to`);
  if (ends.size < 2) fail('no fault arrived: the soak proves nothing');
  if (globalThis.gc === undefined) fail('without --expose-gc memory cannot be told');
  else if (atEnd - atHalf > MAX_GROWTH_BYTES)
    fail(`memory grew by ${mib(atEnd - atHalf)} in the second half`);
}

/** Each call makes one request, and one more only where it is tried again; one that is given up may make none. */
function checkRequests(got: RequestCounts): void {
  const wanted: RequestCounts = { ending: 0, givenUp: 0 };
  for (let n = 0; n < CALLS; n += 1) {
    const fault = faultOf(n);
    wanted[isGivenUp(fault) ? 'givenUp' : 'ending'] += fault?.requests ?? 1;
  }
  console.log(`${got.ending} requests of calls that end, ${got.givenUp} of ${wanted.givenUp} given up`);
  if (got.ending !== wanted.ending)
    fail(`the service got ${got.ending} requests instead of ${wanted.ending}`);
  if (got.givenUp > wanted.givenUp) fail(`${got.givenUp - wanted.givenUp} requests were sent once too often`);
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function fail(what: string): void {
  console.error(`soak: ${what}`);
  process.exitCode = 1;
}

function endEarly(): void {
  fail(`not done after ${LONGEST_MS / 60_000} minutes`);
  process.exit();
}

await main();
