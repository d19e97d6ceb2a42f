import { visibleText } from '../../src/base/visible-text.js';
import { readArguments, USAGE } from './arguments.js';
import { countOutcomes } from './count-outcomes.js';
import { measureCorpus } from './measure-corpus.js';
import { failingLines, resultsJson, tableLines } from './print-results.js';

/** Exit code 1: something crashed or does not compile; 2: the run itself could not be made. */
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`corpus: ${visibleText(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
}

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const results = await measureCorpus(asked);
  if (results.length === 0)
    throw new Error('no descriptor was found. Name another folder, or another --only');
  const names = [...new Set(asked.groups.map(({ name }) => name))];
  const rows = countOutcomes(names, results);
  const lines = [...tableLines(rows), ...failingLines(results, asked.show)];
  process.stdout.write(`${asked.json ? resultsJson(rows, results) : lines.join('\n')}\n`);
  return results.some(({ outcome }) => /crashed|not-compiling/.test(outcome.status)) ? 1 : 0;
}
