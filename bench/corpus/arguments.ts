import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Group } from './candidate.js';
import { defaultSet, installDefaultSet, OWN_PACKAGES } from './default-set.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const USAGE = `npm run corpus -- [folder or package …] [options]

Generates a connector from every descriptor in the folders or installed packages, type-checks each, and says what
became of them. Without a folder: the default set of docs/corpus.md.

  --only <pattern>      only descriptors whose path holds the pattern, a regular expression
  --fresh               forget what earlier runs found out
  --json                print the counts and everything that failed as JSON
  --show <count>        failing descriptors named of each kind (default 10)
  --timeout <seconds>   for one descriptor (default 120)
  --memory <MiB>        heap of one process (default 4096)
  --processes <count>   at a time (default: the number of cores)
  --dist <folder>       the built generator (default dist)
  --installed <folder>  node_modules that holds the default set, instead of bench/corpus/node_modules
  --results <file>      where outcomes are kept (default node_modules/.cache/corpus/results.ndjson)
  --keep <folder>       leave the files of connectors that do not compile there
  --help                print this`;

export interface Arguments {
  readonly groups: readonly Group[];
  readonly only?: RegExp;
  readonly fresh: boolean;
  readonly json: boolean;
  readonly show: number;
  readonly timeoutMs: number;
  readonly maxHeapMiB: number;
  readonly processes: number;
  readonly dist: string;
  readonly results: string;
  readonly keep?: string;
}

const OPTIONS = {
  only: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  show: { type: 'string', default: '10' },
  timeout: { type: 'string', default: '120' },
  memory: { type: 'string', default: '4096' },
  processes: { type: 'string', default: String(availableParallelism()) },
  dist: { type: 'string', default: join(ROOT, 'dist') },
  installed: { type: 'string' },
  results: { type: 'string', default: join(ROOT, 'node_modules/.cache/corpus/results.ndjson') },
  keep: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * What is asked for; `help` where the usage is.
 *
 * @throws Error that says which argument is wrong
 */
export function readArguments(args: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) return 'help';
  return {
    groups: groupsOf(positionals, values.installed),
    ...(values.only !== undefined && { only: new RegExp(values.only) }),
    fresh: values.fresh,
    json: values.json,
    show: wholeNumber('show', values.show),
    timeoutMs: wholeNumber('timeout', values.timeout) * 1000,
    maxHeapMiB: wholeNumber('memory', values.memory),
    processes: wholeNumber('processes', values.processes),
    dist: resolve(values.dist),
    results: resolve(values.results),
    ...(values.keep !== undefined && { keep: resolve(values.keep) }),
  };
}

function groupsOf(named: readonly string[], installed: string | undefined): Group[] {
  if (named.length > 0) return named.map((name) => groupOf(name, installed));
  if (installed === undefined) installDefaultSet();
  return defaultSet(resolve(installed ?? OWN_PACKAGES));
}

function groupOf(name: string, installed: string | undefined): Group {
  if (existsSync(name)) return { name: basename(resolve(name)), folder: resolve(name) };
  const folders = [...(installed === undefined ? [] : [installed]), OWN_PACKAGES, join(ROOT, 'node_modules')];
  const folder = folders.map((parent) => resolve(parent, name)).find((path) => existsSync(path));
  if (folder === undefined) throw new Error(`${name}: there is no such folder or installed package`);
  return { name, folder };
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${option}: ${text} is no whole number from 1 up`);
  return Number(text);
}
