/**
 * `npm run bench:check`: what `rest-broker check` costs as a whole process on a workspace with nothing changed, and
 * what starting Node costs, in turns. CPU seconds, never wall time. `--instances 50 --operations 200 --rounds 5`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureProcess, median, type Usage } from '../generate/measure-process.js';
import { syntheticDescriptor } from '../generate/synthetic-descriptor.js';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
/** CPU beyond starting Node that a check may cost. */
const WANTED_SECONDS = 1;

const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: '50' },
    operations: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
  },
});
const [instances, operations, rounds] = [values.instances, values.operations, values.rounds].map(Number);

function print(name: string, { userSeconds, cpuSeconds, peakMegabytes }: Usage): void {
  const cells = [userSeconds.toFixed(2), cpuSeconds.toFixed(2), peakMegabytes.toFixed(0)];
  console.log(`  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

const folder = mkdtempSync(join(tmpdir(), 'rest-broker-bench-'));
try {
  for (let i = 0; i < (instances ?? 0); i++) {
    const descriptor = join(folder, `api${i}.json`);
    writeFileSync(
      descriptor,
      JSON.stringify(syntheticDescriptor(operations ?? 0)).replace('Synthetic', `Synthetic ${i}`),
    );
    measureProcess([CLI, 'register', `api${i}`, descriptor], folder);
  }
  measureProcess([CLI, 'generate'], folder);
  const lock = JSON.parse(readFileSync(join(folder, 'generated/connectors.lock.json'), 'utf8')) as {
    connectors: Record<string, { files: object }>;
  };
  const files = Object.values(lock.connectors).reduce((sum, one) => sum + Object.keys(one.files).length, 0);
  const checks: Usage[] = [];
  const starts: Usage[] = [];
  for (let round = 0; round < (rounds ?? 0); round++) {
    checks.push(measureProcess([CLI, 'check'], folder));
    starts.push(measureProcess(['-e', '0'], folder));
  }
  console.log(
    `check with nothing changed: ${instances} registered, ${operations} operations each, ${files} files; median of ${rounds}`,
  );
  console.log(`  ${''.padEnd(24)}${['user s', 'CPU s', 'peak MB'].map((head) => head.padStart(9)).join('')}`);
  const [check, start] = [median(checks), median(starts)];
  print('rest-broker check', check);
  print('start of Node', start);
  const beyond = check.cpuSeconds - start.cpuSeconds;
  console.log(
    `  beyond starting Node    ${beyond.toFixed(2).padStart(18)}   wanted: at most ${WANTED_SECONDS}`,
  );
  if (beyond > WANTED_SECONDS) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
