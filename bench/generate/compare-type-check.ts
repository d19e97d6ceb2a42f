import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureProcess, median, type Usage } from './measure-process.js';

/** Where the programs are that take part. */
export interface Programs {
  /** The project's own folder, with its build and its TypeScript. */
  readonly root: string;
  /** The folder of `bench/peers`. */
  readonly peers: string;
}

/** What type-checking one generator's output costs. */
export interface Checked {
  readonly name: string;
  readonly usage: Usage;
  readonly files: number;
  readonly megabytes: number;
}

/**
 * Generates for one descriptor with us and with hey-api (default plugins), and type-checks both with
 * `tsc --noEmit --strict` under the same settings, in turns. `rest-broker/runtime` is what authors get: the build's
 * declarations. Beside them a program with nothing in it, for what the compiler's own libraries cost.
 */
export function compareTypeCheck(descriptor: string, rounds: number, { root, peers }: Programs): Checked[] {
  const folder = mkdtempSync(join(tmpdir(), 'rest-broker-bench-'));
  try {
    measureProcess([join(root, 'dist/cli/main.js'), 'register', 'ours', descriptor], folder);
    measureProcess([join(root, 'dist/cli/main.js'), 'generate'], folder);
    const heyApi = join(peers, 'node_modules/@hey-api/openapi-ts/bin/run.js');
    measureProcess([heyApi, '-i', descriptor, '-o', 'generated/hey-api'], folder);
    writeFileSync(join(folder, 'nothing.ts'), 'export {};\n');
    const candidates = [
      candidate('rest-broker', 'generated/ours', folder, root),
      candidate('hey-api', 'generated/hey-api', folder, root),
      candidate('nothing', 'nothing.ts', folder, root),
    ];
    for (let round = 0; round < rounds; round++) for (const { measure } of candidates) measure();
    return candidates.map(({ checked }) => checked());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Candidate {
  readonly measure: () => void;
  readonly checked: () => Checked;
}

function candidate(name: string, included: string, folder: string, root: string): Candidate {
  const project = join(folder, `${name}.json`);
  writeFileSync(project, JSON.stringify(projectOf(included, root)));
  const usages: Usage[] = [];
  const sources = sourcesBelow(folder, included);
  const bytes = sources.reduce((sum, path) => sum + readFileSync(path).length, 0);
  return {
    measure: () => {
      usages.push(measureProcess([join(root, 'node_modules/typescript/bin/tsc'), '-p', project], folder));
    },
    checked: () => ({ name, usage: median(usages), files: sources.length, megabytes: bytes / 1e6 }),
  };
}

function projectOf(included: string, root: string): object {
  return {
    compilerOptions: {
      noEmit: true,
      strict: true,
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'Bundler',
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      paths: { 'rest-broker/runtime': [join(root, 'dist/runtime/index.d.ts')] },
    },
    include: [included],
  };
}

function sourcesBelow(folder: string, included: string): string[] {
  if (included.endsWith('.ts')) return [join(folder, included)];
  return readdirSync(join(folder, included), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, included, path));
}
