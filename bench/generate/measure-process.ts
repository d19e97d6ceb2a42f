import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one whole process used, start of Node included. */
export interface Usage {
  readonly userSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const REPORT = fileURLToPath(new URL('report-usage.mjs', import.meta.url));

/** Runs a Node program to its end. @throws Error when it fails */
export function measureProcess(args: readonly string[], cwd: string): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-bench-'));
  try {
    const usageFile = join(folder, 'usage.json');
    const env = { ...process.env, USAGE_FILE: usageFile, NO_COLOR: '1' };
    const run = spawnSync(process.execPath, ['--import', REPORT, ...args], { cwd, env, encoding: 'utf8' });
    if (run.status !== 0)
      throw new Error(`${args.join(' ')} ended with ${run.status}: ${run.stderr.slice(-2000)}`);
    const usage = JSON.parse(readFileSync(usageFile, 'utf8')) as Record<string, number>;
    const user = (usage['userCPUTime'] ?? 0) / 1e6;
    const system = (usage['systemCPUTime'] ?? 0) / 1e6;
    return { userSeconds: user, cpuSeconds: user + system, peakMegabytes: (usage['maxRSS'] ?? 0) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The middle one by CPU of several runs: one noisy run changes nothing. */
export function median(usages: readonly Usage[]): Usage {
  const sorted = [...usages].sort((left, right) => left.cpuSeconds - right.cpuSeconds);
  return sorted[Math.floor(sorted.length / 2)] as Usage;
}
