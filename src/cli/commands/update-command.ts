import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { OutputError } from '../../base/errors.js';
import { quoted } from '../../base/visible-text.js';
import type { Updated } from '../../workspace/update-connectors.js';
import { type FailOn, failOnOption, isReached } from '../options/fail-on-option.js';
import { addNotes } from '../printing/add-notes.js';
import { printProblems } from '../printing/print-problems.js';
import { printUpdate, updatedJson } from '../printing/print-updated.js';
import {
  type CommandContext,
  type CommonOptions,
  optionsOf,
  printProduct,
  stepsOf,
  workspaceOf,
} from '../run-command.js';

interface UpdateCommandOptions extends CommonOptions {
  readonly out?: string;
  readonly summary?: string;
  readonly failOn: FailOn;
}

const NOTES = `
Copies of descriptors, registry, connectors and lock change together or not at all, also when it is killed.
--fail-on decides the exit code only: the update is made in any case.

Example:
  $ rest-broker update --summary pull-request.md --fail-on breaking`;

export function addUpdateCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('update')
    .description('take descriptors from their sources, tell what that breaks, and generate, in one step')
    .argument('[name...]', 'Service Instances (default: all)')
    .option('--summary <file>', 'write what changed as Markdown, fit for a pull request')
    .addOption(failOnOption().default('never'))
    .option('--out <folder>', 'folder of the connectors, from the workspace folder (default: generated)');
  addNotes(command, NOTES).action((names: string[]) => update(names, optionsOf(command), context));
}

async function update(
  names: readonly string[],
  options: UpdateCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { updateConnectors } = await import('../../workspace/update-connectors.js');
  const updated = await updateConnectors(workspaceOf(options), {
    names,
    onProgress: stepsOf(context),
    ...(options.out === undefined ? {} : { out: options.out }),
  });
  if (options.summary !== undefined) await writeSummary(options.summary, updated);
  const warnings = updated.flatMap(({ problems }) =>
    problems.filter(({ severity }) => severity === 'warning'),
  );
  context.terminal.report(printProblems(warnings, context.terminal.reportPaint));
  printProduct(context, options, {
    lines: (paint) => printUpdate(updated, paint),
    json: () => updatedJson(updated),
  });
  const changes = updated.flatMap((one) => one.changes ?? []);
  if (changes.some(({ severity }) => isReached(options.failOn, severity))) context.answerNo();
}

/** A pull request's text is for whoever asked for it: it is no part of the update, and may replace what stands there. */
async function writeSummary(file: string, updated: readonly Updated[]): Promise<void> {
  const { updateSummary } = await import('../../workspace/update-summary.js');
  try {
    writeFileSync(file, updateSummary(updated));
  } catch (cause) {
    throw new OutputError('OUTPUT_REFUSED', {
      who: quoted(file),
      what: 'the connectors were updated, but their summary could not be written there',
      advice: 'Name another file with --summary',
      cause,
    });
  }
}
