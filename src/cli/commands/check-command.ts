import type { Command } from 'commander';
import { type FormatOptions, formatOf, formatOption } from '../options/format-option.js';
import { millisecondsOf } from '../options/seconds-option.js';
import { shellOptions } from '../options/shell-options.js';
import { addNotes } from '../printing/add-notes.js';
import { printChecked } from '../printing/print-checked.js';
import { printInFormat } from '../printing/print-in-format.js';
import { type CommandContext, optionsOf, stepsOf, workspaceOf } from '../run-command.js';

interface CheckCommandOptions extends FormatOptions {
  readonly out?: string;
  readonly remote?: true;
  readonly timeout?: number;
}

const NOTES = `
Exit codes: 0 all are fresh · 1 some are stale, drifted, or could not be asked · 2 wrong usage · 3 our bug.

Examples:
  $ rest-broker check
  $ rest-broker check --remote --format github`;

export function addCheckCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('check')
    .description('tell whether generated connectors are fresh; without network, writing nothing')
    .argument('[name...]', 'Service Instances (default: all)')
    .option('--remote', 'also ask the origins of the descriptors whether they are still the same')
    .option('--timeout <seconds>', 'with --remote: for each file (default: 30)', millisecondsOf)
    .option('--out <folder>', 'folder of the connectors, from the workspace folder (default: generated)')
    .addOption(formatOption());
  addNotes(command, NOTES).action((names: string[]) => check(names, optionsOf(command), context));
}

async function check(
  names: readonly string[],
  options: CheckCommandOptions,
  context: CommandContext,
): Promise<void> {
  const format = formatOf(options);
  const folder = workspaceOf(options);
  const { checkConnectors } = await import('../../workspace/check-connectors.js');
  const { checkReport } = await import('../../workspace/connectors/check-report.js');
  const { out, timeout, workspace } = options;
  const onProgress = stepsOf(context);
  const outOption = out === undefined ? {} : { out };
  const checked = await checkConnectors(folder, { names, onProgress, ...outOption });
  const timeoutOption = timeout === undefined ? {} : { timeoutMs: timeout };
  const origins =
    options.remote === true && !checked.isUnfinished
      ? await (await import('../../workspace/check-origins.js')).checkOrigins(folder, {
          names,
          onProgress,
          ...timeoutOption,
        })
      : [];
  const report = checkReport(checked, origins, shellOptions({ workspace, out }));
  printInFormat(context, format, {
    lines: (paint) => printChecked(checked, origins, report, paint),
    report: () => report,
  });
  if (!report.passed) context.answerNo();
}
