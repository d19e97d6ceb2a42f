/**
 * A process to be killed: `crash-program.ts STORE LOG COUNT SLOW`. Works; starts COUNT instances first, each of
 * which waits; writes what was done to LOG, one line each. With SLOW the step after the wait never ends.
 */
import { appendFileSync } from 'node:fs';
import { createWorkflows } from '../../src/workflow/index.js';

const [store = '', log = '', count = '0', slow = ''] = process.argv.slice(2);
const workflows = createWorkflows({ store, synchronous: 'NORMAL' });
const note = (line: string): void => appendFileSync(log, `${line}\n`);

const definition = workflows.define('Crash', async ({ n }: { n: number }, step) => {
  const { dataFields, serialNumber } = await step.waitForExternalSystem('Event', {
    invoke: (call) => note(`invoke ${n} ${call.serialNumber}`),
  });
  await step.execute('after', async () => {
    note(`after ${n} ${String(dataFields['n'])} ${serialNumber}`);
    if (slow === 'slow') await new Promise(() => undefined);
  });
  return n;
});

await workflows.work();
await Promise.all(Array.from({ length: Number(count) }, (_, n) => workflows.start(definition, { n })));
console.log('working');
