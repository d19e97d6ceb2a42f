import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quoted, visibleText } from '../../src/base/visible-text.js';
import { ProgressBar } from '../corpus/progress-bar.js';
import { type Arguments, readArguments, USAGE } from './arguments.js';
import { type Found, type FuzzResult, fuzz } from './fuzz.js';
import { MAX_CASE_MS } from './run-case.js';
import { seedDescriptors } from './seed-descriptors.js';
import { showsAgain } from './shows-again.js';
import { smallestCase } from './smallest-case.js';
import { Watchdog } from './watchdog.js';

const FOLDER = fileURLToPath(new URL('found', import.meta.url));
/** Wall time after which a case takes no end, in milliseconds: both its runs, on a machine under load. */
const ENDLESS_MS = 12 * MAX_CASE_MS;
/** Connectors of every hundred descriptors that are type-checked. */
const TYPE_CHECKED = 30;

/** Exit code 1: something was found; 2: the run itself could not be made. */
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `fuzz: ${visibleText(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  );
  process.exitCode = 2;
}

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  process.stdout.write(`Seed ${asked.seed}\n`);
  const result = await run(asked);
  process.stdout.write(summaryOf(result));
  for (const [index, found] of result.found.entries()) process.stdout.write(await report(found, index));
  return result.found.length === 0 ? 0 : 1;
}

async function run({ seconds, runs, seed, path, corpus }: Arguments): Promise<FuzzResult> {
  const watchdog = new Watchdog(FOLDER, ENDLESS_MS);
  const bar = new ProgressBar(process.stderr, seconds);
  const startedAt = Date.now();
  try {
    return await fuzz({
      seeds: seedDescriptors(corpus),
      seed,
      runs: path === undefined ? runs : 1,
      typeChecked: TYPE_CHECKED,
      endsAt: startedAt + seconds * 1000,
      ...(path !== undefined && { path }),
      onCase: (fuzzCase, cases, found) => {
        watchdog.begin(fuzzCase);
        bar.show(
          Math.round((Date.now() - startedAt) / 1000),
          found,
          `${cases} descriptors, ${fuzzCase.name}`,
        );
      },
      onCaseDone: () => watchdog.done(),
    });
  } finally {
    bar.clear();
    await watchdog.close();
  }
}

function summaryOf({ cases, generated, typeChecked, refused, found }: FuzzResult): string {
  const codes = Object.entries(refused)
    .sort(([, left], [, right]) => right - left)
    .map(([code, count]) => `  ${code} ${count}\n`);
  return `${cases} descriptors: ${generated} generated, ${typeChecked} of them type-checked, ${found.length} findings
Refused:\n${codes.join('')}`;
}

async function report({ finding, fuzzCase, seed, path }: Found, index: number): Promise<string> {
  const { bytes, format, name } = await smallestCase(fuzzCase, showsAgain(finding));
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${seed}-${index}.${format}`);
  writeFileSync(file, bytes);
  return `
${visibleText(finding.signature)}
  ${visibleText(finding.message).slice(0, 1000)}
  from ${quoted(name)}; again with --seed ${seed}${path === '' ? '' : ` --path ${path}`}
  ${relative(process.cwd(), file)}, ${bytes.length} bytes${bytes.length > 2000 ? '' : `\n${visibleLines(bytes)}`}
`;
}

function visibleLines(bytes: Buffer): string {
  return bytes.toString().split('\n').map(visibleText).join('\n');
}
