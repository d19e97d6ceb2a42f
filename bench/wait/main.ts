/**
 * `npm run bench:wait`: what a waiting step costs and how fast it goes on, on SQLite and on a Postgres of its own
 * (apt-get install -y postgresql). Ratios are within one run; the machine may be shared. Exit code 1 when a figure
 * is beyond what is promised.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startPostgres } from '../../test/workflow/postgres-cluster.js';
import { type Quantiles, quantiles } from './quantiles.js';

const MEASURE = fileURLToPath(new URL('measure.ts', import.meta.url));
const run = promisify(execFile);
const ROUNDS = 3;

async function measure<T>(what: string, store: string, folder: string): Promise<T> {
  console.error(
    `${new Date().toISOString()} ${what} on ${store.startsWith('file:') ? 'SQLite' : 'Postgres'}`,
  );
  const { stdout } = await run(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', MEASURE, what, store, folder],
    { maxBuffer: 1024 * 1024 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as T;
}

interface Throughput {
  readonly startsPerS: number;
  readonly finishesPerS: number;
}

interface Line {
  readonly name: string;
  readonly figure: string;
  readonly promise: string;
  readonly holds: boolean;
}

const line = (name: string, figure: string, promise: string, holds: boolean): Line => ({
  name,
  figure,
  promise,
  holds,
});
const one = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** Each in turn, several times: what else the machine does then falls on both. */
async function measureThroughput(
  newStore: () => string,
  folder: string,
): Promise<{ ours: Throughput; bare: Throughput }> {
  const rounds: { ours: Throughput[]; bare: Throughput[] } = { ours: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.bare.push(await measure<Throughput>('bare engine', newStore(), folder));
    rounds.ours.push(await measure<Throughput>('throughput', newStore(), folder));
  }
  return { ours: middle(rounds.ours), bare: middle(rounds.bare) };
}

function middle(rounds: readonly Throughput[]): Throughput {
  const median = (values: readonly number[]): number => quantiles(values).p50;
  return {
    startsPerS: median(rounds.map(({ startsPerS }) => startsPerS)),
    finishesPerS: median(rounds.map(({ finishesPerS }) => finishesPerS)),
  };
}

async function measureStore(newStore: () => string, folder: string): Promise<Line[]> {
  const held = newStore();
  const hold = await measure<{ heapBytesEach: number; idleCpuPercent: number }>('hold', held, folder);
  const again = await measure<{ waitingAgainMs: number; firstFinishedMs: number }>('again', held, folder);
  const latency = await measure<{ ours: Quantiles; bare: Quantiles }>('latency', newStore(), folder);
  const { ours, bare } = await measureThroughput(newStore, folder);
  const p50 = latency.ours.p50 / latency.bare.p50;
  const p99 = latency.ours.p99 / latency.bare.p99;
  const starts = ours.startsPerS / bare.startsPerS;
  const finishes = ours.finishesPerS / bare.finishesPerS;
  const endpoint = `${one(latency.bare.p50)} / ${one(latency.bare.p99)} ms`;
  return [
    line(
      'heap for each of 10,000 waiting',
      `${one(hold.heapBytesEach / 1024)} KB`,
      '≤ 1 KB',
      hold.heapBytesEach <= 1024,
    ),
    line('idle CPU with 10,000 waiting', `${one(hold.idleCpuPercent)} %`, '≤ 2 %', hold.idleCpuPercent <= 2),
    line(
      'waiting again after a restart',
      `${one(again.waitingAgainMs)} ms`,
      '≤ 1 s',
      again.waitingAgainMs <= 1_000,
    ),
    line('the first finish after it', `${one(again.firstFinishedMs)} ms`, '', true),
    line('finish → next step, p50', `${one(latency.ours.p50)} ms = ${one(p50)} ×`, '≤ 10 ×', p50 <= 10),
    line('finish → next step, p99', `${one(latency.ours.p99)} ms = ${one(p99)} ×`, '≤ 20 ×', p99 <= 20),
    line('bare fastify + SQLite write, p50 / p99', endpoint, '1 ×', true),
    line(
      'starts/s, of the bare engine',
      `${one(ours.startsPerS)} = ${one(starts)} ×`,
      '≥ 0.8 ×',
      starts >= 0.8,
    ),
    line(
      'finishes/s, of the bare engine',
      `${one(ours.finishesPerS)} = ${one(finishes)} ×`,
      '≥ 0.8 ×',
      finishes >= 0.8,
    ),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'rest-broker-bench-'));
const cluster = await startPostgres();
try {
  let count = 0;
  const sqlite = await measureStore(() => `file:${folder}/${++count}.db`, folder);
  const postgres = await measureStore(() => cluster.database(), folder);
  console.log(`Node ${process.version}\n`);
  console.log('| | promised | SQLite | Postgres |\n| --- | --- | --- | --- |');
  for (const [index, { name, figure, promise, holds }] of sqlite.entries()) {
    const other = postgres[index];
    const mark = (ok: boolean | undefined): string => (ok === true ? '' : ' ✗');
    console.log(`| ${name} | ${promise} | ${figure}${mark(holds)} | ${other?.figure}${mark(other?.holds)} |`);
  }
  process.exitCode = [...sqlite, ...postgres].every(({ holds }) => holds) ? 0 : 1;
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
