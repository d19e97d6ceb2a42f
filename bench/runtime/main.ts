/**
 * `npm run bench:runtime`: what calls, helper Methods and the import of the runtime door cost, in one run with what
 * they are compared to, the candidates taking turns. CPU of the client's process; the server has its own.
 * `--rounds 11` for calmer numbers, `--shapes "GET 1 task;PATCH 204"` for some of them.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSizes } from './bundle-size.js';
import { preparePeers } from './prepare-peers.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HERE = join(ROOT, 'bench/runtime');

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    shapes: { type: 'string' },
    door: { type: 'string', default: join(ROOT, 'dist/runtime/index.js') },
  },
});
const rounds = Number(values.rounds);
const { door } = values;

interface Run {
  readonly cpuMicros: number;
  readonly wallMs: number;
  readonly calls: number;
  readonly latencies: readonly number[];
}

interface Shape {
  readonly shape: string;
  readonly atOnce: number;
  readonly results: readonly { readonly name: string; readonly runs: readonly Run[] }[];
}

/** A measured process: bare Node, without the loader that runs this file. */
function measured(file: string, settings: unknown): ChildProcess {
  return fork(join(HERE, file), [JSON.stringify(settings)], { cwd: ROOT, execArgv: ['--expose-gc'] });
}

async function calls(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-bench-'));
  const server = fork(join(HERE, 'server.mjs'), { execArgv: [] });
  try {
    const peers = await preparePeers(join(ROOT, 'bench/peers'), join(HERE, 'tasks.openapi.json'), folder);
    const [port] = (await once(server, 'message')) as [number];
    const client = measured('calls.mjs', {
      origin: `http://127.0.0.1:${port}`,
      rounds,
      shapes: values.shapes?.split(';'),
      files: { door, ...peers },
    });
    client.on('message', (shape: Shape) => printShape(shape));
    await ended(client);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the measured process ended with ${code}`);
}

function printShape({ shape, atOnce, results }: Shape): void {
  console.log(`\n${shape}, ${atOnce === 1 ? 'one after the other' : `${atOnce} at once`}`);
  row('', ['CPU µs', '× undici', 'calls/s', 'p50 ms', 'p99 ms', '× p99']);
  const base = results[0]?.runs ?? [];
  const p99Of = (runs: readonly Run[]): number =>
    median(runs.map(({ latencies }) => quantile(latencies, 0.99)));
  for (const { name, runs } of results) {
    const latencies = runs.flatMap((run) => run.latencies);
    row(name, [
      median(runs.map((run) => run.cpuMicros)),
      // Against the run of the same round: what else the machine does changes from round to round.
      median(runs.map((run, round) => run.cpuMicros / (base[round]?.cpuMicros ?? Number.NaN))),
      median(runs.map((run) => (run.calls / run.wallMs) * 1000)),
      quantile(latencies, 0.5),
      p99Of(runs),
      p99Of(runs) / p99Of(base),
    ]);
  }
}

async function helperMethods(): Promise<void> {
  const child = measured('helper-figures.mjs', { door, rounds });
  const reported = once(child, 'message') as Promise<[{ name: string; cpuMs: number[] }[]]>;
  await ended(child);
  console.log('\nHelper Methods');
  row('', ['CPU ms', '× JSON']);
  let json: readonly number[] = [];
  for (const { name, cpuMs } of (await reported)[0]) {
    if (name.startsWith('JSON.')) json = cpuMs;
    const ratio = median(cpuMs.map((cost, round) => cost / (json[round] ?? Number.NaN)));
    row(name, name.startsWith('SerializeAddItem') ? [median(cpuMs)] : [median(cpuMs), ratio]);
  }
}

function imports(): void {
  const costOf = (...what: string[]): number =>
    Number(
      execFileSync(process.execPath, [join(HERE, 'import-cost.mjs'), ...what], {
        cwd: ROOT,
        encoding: 'utf8',
      }),
    );
  const calls = join(door, '../execute-method.js');
  const costs = Array.from({ length: rounds }, () => ({
    undici: costOf('undici'),
    door: costOf(door),
    both: costOf(door, calls, 'undici'),
  }));
  console.log('\nImport');
  row('', ['CPU ms', '× undici']);
  row('undici', [median(costs.map(({ undici }) => undici)), 1]);
  const ratio = median(costs.map((cost) => cost.door / cost.undici));
  row('rest-broker/runtime', [median(costs.map((cost) => cost.door)), ratio]);
  const bothRatio = median(costs.map((cost) => cost.both / cost.undici));
  row('… and undici, at the first call', [median(costs.map((cost) => cost.both)), bothRatio]);
}

async function size(): Promise<void> {
  console.log('\nBundle of the runtime door without undici, in one file');
  row('', ['min KB', 'gzip KB']);
  for (const { name, minifiedBytes, gzippedBytes } of await bundleSizes(door))
    row(name, [minifiedBytes / 1000, gzippedBytes / 1000]);
}

function row(name: string, cells: readonly (number | string)[]): void {
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell : shown(cell)).padStart(10));
  console.log(`  ${name.padEnd(42)}${texts.join('')}`);
}

function shown(number: number): string {
  return number.toFixed(number >= 100 ? 0 : number >= 10 ? 1 : 2);
}

function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; median of ${rounds} rounds`,
);
await calls();
await helperMethods();
imports();
await size();
