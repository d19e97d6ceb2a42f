import { parseArgs } from 'node:util';
import { visibleText } from '../../src/base/visible-text.js';
import { ProgressBar } from '../corpus/progress-bar.js';
import { type Compared, comparePair } from './compare-pair.js';
import { versionPairs } from './version-pairs.js';

const USAGE = `npm run corpus:diff -- <folder> [--only <pattern>]

Compares every descriptor of a folder of versions (<folder>/<version>/<file>.json) with the version before it, in both
directions, and each with itself. Prints a table in Markdown.

  --only <pattern>  only files whose name holds the pattern, a regular expression
`;

/** Exit code 1: a comparison failed; 2: the run itself could not be made. */
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `corpus:diff: ${visibleText(error instanceof Error ? error.message : String(error))}\n`,
  );
  process.exitCode = 2;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { only: { type: 'string', default: '' }, help: { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (values.help || folder === undefined) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const results = await compareAll(folder, new RegExp(values.only));
  process.stdout.write(`${tableOf(results).join('\n')}\n`);
  return results.some(({ fault }) => fault !== undefined) ? 1 : 0;
}

async function compareAll(folder: string, only: RegExp): Promise<Compared[]> {
  const pairs = versionPairs(folder, only);
  const bar = new ProgressBar(process.stderr, pairs.length);
  const results: Compared[] = [];
  for (const pair of pairs) {
    const failing = results.filter(({ fault }) => fault !== undefined).length;
    bar.show(results.length, failing, `${pair.name} ${pair.after}`);
    results.push(await comparePair(folder, pair));
  }
  bar.clear();
  return results;
}

function tableOf(results: readonly Compared[]): string[] {
  return [
    '| Descriptor | From | To | Methods | Breaking | Dangerous | Safe | CPU ms |',
    '|---|---|---|--:|--:|--:|--:|--:|',
    ...results.map(rowOf),
  ];
}

function rowOf({ pair, methods, counts, cpuMs, refused, fault }: Compared): string {
  const failure = fault === undefined ? refused && `refused: ${refused}` : `failed: ${fault}`;
  const figures =
    failure === undefined
      ? [methods, counts.breaking, counts.dangerous, counts.safe, Math.round(cpuMs)]
      : [failure, '', '', '', ''];
  const cells = [pair.name.replace(/\.json$/, ''), pair.before, pair.after, ...figures];
  return `| ${cells.map((cell) => visibleText(String(cell))).join(' | ')} |`;
}
