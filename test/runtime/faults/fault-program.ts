/**
 * A program that meets every fault: `fault-program.ts ORIGINS`, the origins of the faults in their order, as JSON. It
 * prints one line for each call, the code of its error; then it ends by itself, if nothing keeps it.
 */
import { RestBrokerError } from '../../../src/base/errors.js';
import { disconnect } from '../../../src/runtime/connect.js';
import type { ConnectOptions } from '../../../src/runtime/connect-options.js';
import { connectTasks } from '../tasks-connector.js';
import { FAULTS, type Fault, SECRET } from './misbehaving.js';

const WAYS: readonly ConnectOptions[] = [
  {},
  { hooks: {}, retries: 0, redirects: 0, headersTimeoutMs: 60_000 },
];

async function meet(serviceUrl: string, { options, timeoutMs = 10_000 }: Fault): Promise<void> {
  for (const way of WAYS) {
    const nwc = connectTasks({
      serviceUrl,
      authentication: { mode: 'bearer', token: SECRET },
      maxResponseBytes: 1_000_000,
      ownConnections: true,
      ...way,
      ...options,
    });
    const end = await nwc.Tasks.Get_tasks({ api_key: SECRET }, { timeoutMs }).then(
      () => 'ok',
      (error: unknown) => (error instanceof RestBrokerError ? error.code : `${error}`),
    );
    console.log(end);
    await disconnect(nwc);
  }
}

const origins = JSON.parse(process.argv[2] ?? '[]') as readonly string[];
for (const [index, fault] of FAULTS.entries()) await meet(origins[index] ?? '', fault);
