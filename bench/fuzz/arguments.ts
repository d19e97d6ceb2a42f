import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export const USAGE = `npm run fuzz -- [options]

Mutates real descriptors, generates a connector from each, and says what should not have happened.

  --seconds <count>   how long to go on (default 60)
  --runs <count>      descriptors at most (default 1000000)
  --seed <number>     where to begin (default: drawn, and printed)
  --path <path>       of one finding, with its seed: only that one
  --corpus <folder>   descriptors besides our own
  --help              print this`;

export interface Arguments {
  readonly seconds: number;
  readonly runs: number;
  readonly seed: number;
  readonly path?: string;
  readonly corpus?: string;
}

const OPTIONS = {
  seconds: { type: 'string', default: '60' },
  runs: { type: 'string', default: '1000000' },
  seed: { type: 'string' },
  path: { type: 'string' },
  corpus: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * What is asked for; `help` where the usage is.
 *
 * @throws Error that says which argument is wrong
 */
export function readArguments(args: readonly string[]): Arguments | 'help' {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return 'help';
  return {
    seconds: wholeNumber('seconds', values.seconds),
    runs: wholeNumber('runs', values.runs),
    seed: values.seed === undefined ? randomInt(1, 1_000_000_000) : wholeNumber('seed', values.seed),
    ...(values.path !== undefined && { path: pathOf(values.path) }),
    ...(values.corpus !== undefined && { corpus: values.corpus }),
  };
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${option}: ${text} is no whole number from 1 up`);
  return Number(text);
}

function pathOf(text: string): string {
  if (!/^\d+(?::\d+)*$/.test(text)) throw new Error(`--path: ${text} is no path such as 12:0:1`);
  return text;
}
