import type { Command } from 'commander';
import { type FailOn, failOnOption } from '../options/fail-on-option.js';
import { type FormatOptions, formatOf, formatOption } from '../options/format-option.js';
import { locationOf } from '../options/location-argument.js';
import { addNotes } from '../printing/add-notes.js';
import { diffJson } from '../printing/diff-json.js';
import { printDiff } from '../printing/print-diff.js';
import { printInFormat } from '../printing/print-in-format.js';
import { printJson } from '../printing/print-json.js';
import { reportDiff } from '../printing/report-diff.js';
import { type CommandContext, optionsOf, progressOf, workspaceOf } from '../run-command.js';
import { judgeDiff } from './judge-diff.js';

interface DiffCommandOptions extends FormatOptions {
  readonly failOn: FailOn;
  readonly ignore?: string;
  readonly uses?: string;
  readonly usesStrict?: true;
  readonly all?: true;
}

const NOTES = `
Each side is a Service Instance, name@revision (its copy and settings in git), a descriptor (file, URL, - for \
standard input), a connector.json or its folder. A registered name goes before a file of that name: write ./name.
A descriptor by itself is described with the settings of the other side.

Exit code 1 when a change is as severe as --fail-on says; with --uses, when workflow code touches it as well.

Examples:
  $ rest-broker diff nwc@main nwc
  $ rest-broker diff old.yaml https://example.com/new.yaml --fail-on dangerous
  $ rest-broker diff nwc ./new.json --uses src/workflows`;

export function addDiffCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('diff')
    .description('show what the change of an API does to those who call its SmartObjects')
    .argument('<old>', 'Service Instance, name@revision, descriptor or connector.json', locationOf)
    .argument('<new>', 'the same', locationOf)
    .addOption(formatOption())
    .addOption(failOnOption())
    .option('--ignore <file>', 'known changes: a list of rule, place, reason, expires')
    .option('--uses <folder>', 'workflow code: tell which lines use what changes, and let only these count')
    .option('--uses-strict', 'with --uses: let changes count that no code uses as well')
    .option('--all', 'list safe, unused and ignored changes too');
  addNotes(command, NOTES).action((before: string, after: string) =>
    diff(before, after, optionsOf(command), context),
  );
}

async function diff(
  before: string,
  after: string,
  options: DiffCommandOptions,
  context: CommandContext,
): Promise<void> {
  const format = formatOf(options);
  const { ignore, uses, usesStrict, failOn, all = false } = options;
  const { diffConnectors } = await import('../../workspace/diff-connectors.js');
  const found = await diffConnectors(workspaceOf(options), {
    before,
    after,
    today: new Date().toISOString().slice(0, 10),
    onPhase: progressOf(context),
    ...(ignore === undefined ? {} : { ignore }),
    ...(uses === undefined ? {} : { uses }),
  });
  const judged = judgeDiff(found, { failOn, strict: usesStrict === true });
  if (format === 'json') context.terminal.print(printJson(diffJson(judged)));
  else
    printInFormat(context, format, {
      lines: (paint) => printDiff(judged, all, paint),
      // GitHub shows ten annotations of a kind: what is safe would push out what is not.
      report: () => reportDiff(judged, all || format !== 'github'),
    });
  if (!judged.passed) context.answerNo();
}
