import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Workflows } from '../../src/workflow/index.js';
import { onEachStore, workflowsOn } from './stores.js';

const PROGRAM = fileURLToPath(new URL('crash-program.ts', import.meta.url));

interface Program {
  readonly child: ChildProcess;
  kill(): Promise<void>;
}

async function start(store: string, log: string, count = 0, slow = ''): Promise<Program> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, store, log, String(count), slow], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };
  onTestFinished(kill);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('close', () => reject(new Error('The program ended by itself.')));
  });
  return { child, kill };
}

function logFile(): { path: string; lines: (first: string) => string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'log');
  writeFileSync(path, '');
  return {
    path,
    lines: (first) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(`${first} `)),
  };
}

/** Asks until it holds, up to a time. */
async function within(limitMs: number, holds: () => Promise<boolean> | boolean): Promise<number> {
  const startMs = performance.now();
  while (!(await holds())) {
    if (performance.now() - startMs > limitMs)
      throw new Error(`It did not hold in ${limitMs} ms: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return performance.now() - startMs;
}

async function openCount(workflows: Workflows): Promise<number> {
  return (await workflows.instances({ isOpen: true, limit: 2_000 })).length;
}

onEachStore((store, name) => {
  test('1,000 waiting, kill -9, restart, finish all: none lost, no step after the wait twice', async () => {
    const place = store();
    const log = logFile();
    const first = await start(place, log.path, 1_000);
    await within(60_000, () => log.lines('invoke').length === 1_000);
    const workflows = workflowsOn(place);
    // The last ones may still be on their way from the invocation to the parking.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await first.kill();

    await start(place, log.path);
    const serialNumbers = log.lines('invoke').map((line) => line.split(' ')[2] ?? '');
    const outcomes: string[] = [];
    for (const [n, serialNumber] of serialNumbers.entries()) {
      outcomes.push(await workflows.finish(serialNumber, { dataFields: { n } }));
    }
    expect(new Set(outcomes)).toEqual(new Set(['finished']));
    await within(60_000, async () => (await openCount(workflows)) === 0);
    const after = log.lines('after').map((line) => line.split(' ')[1]);
    expect(after).toHaveLength(1_000);
    expect(new Set(after).size).toBe(1_000);
    expect(new Set(serialNumbers).size).toBe(1_000);
  }, 180_000);

  test('killed in the middle of starts and finishes: none lost, each finish once, one invocation number each', async () => {
    const place = store();
    const log = logFile();
    const first = await start(place, log.path, 300);
    await within(60_000, () => log.lines('invoke').length > 100);
    await first.kill();

    const second = await start(place, log.path);
    const workflows = workflowsOn(place);
    await within(60_000, () => log.lines('invoke').length > 200);
    const early = log.lines('invoke').slice(0, 100);
    for (const line of early) await workflows.finish(line.split(' ')[2] ?? '', { dataFields: { n: 0 } });
    await second.kill();

    await start(place, log.path);
    // What was in execution at a kill is free again when its lease of 30 s is over.
    await within(90_000, async () => {
      for (const line of log.lines('invoke'))
        await workflows.finish(line.split(' ')[2] ?? '', { dataFields: { n: 1 } });
      return (await openCount(workflows)) === 0;
    });
    const numbers = new Map<string, Set<string>>();
    for (const line of log.lines('invoke')) {
      const [, n = '', serialNumber = ''] = line.split(' ');
      numbers.set(n, (numbers.get(n) ?? new Set()).add(serialNumber));
    }
    // Repeated invocations carry the same Serial Number; a start that was not recorded yet never happened.
    for (const serialNumbers of numbers.values()) expect(serialNumbers.size).toBe(1);
    const done = await workflows.instances({ limit: 2_000 });
    expect(done.every(({ run }) => run.state === 'completed')).toBe(true);
    expect(numbers.size).toBe(done.length);
    const finishedWith = new Set(log.lines('after').map((line) => line.split(' ').slice(1).join(' ')));
    expect(finishedWith.size).toBe(done.length);
  }, 180_000);

  if (name === 'Postgres') {
    test('two workers, one killed: what waits goes on at once, what it executed within its lease', async () => {
      const place = store();
      const log = logFile();
      const doomed = await start(place, log.path, 4, 'slow');
      await within(30_000, () => log.lines('invoke').length === 4);
      const workflows = workflowsOn(place);
      const serialNumbers = log.lines('invoke').map((line) => line.split(' ')[2] ?? '');
      await new Promise((resolve) => setTimeout(resolve, 500));
      await workflows.finish(serialNumbers[0] ?? '');
      await workflows.finish(serialNumbers[1] ?? '');
      await within(10_000, () => log.lines('after').length === 2);
      await start(place, log.path);
      await doomed.kill();
      await workflows.finish(serialNumbers[2] ?? '');
      await workflows.finish(serialNumbers[3] ?? '');
      expect(await within(10_000, async () => (await openCount(workflows)) === 2)).toBeLessThan(5_000);
      expect(await within(45_000, async () => (await openCount(workflows)) === 0)).toBeLessThan(40_000);
    }, 120_000);
  }
});
