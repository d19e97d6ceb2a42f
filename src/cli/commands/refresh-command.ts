import type { Command } from 'commander';
import { addNotes } from '../printing/add-notes.js';
import { printProblems } from '../printing/print-problems.js';
import { printRefreshed, refreshedJson } from '../printing/print-refreshed.js';
import {
  type CommandContext,
  type CommonOptions,
  optionsOf,
  printProduct,
  stepsOf,
  workspaceOf,
} from '../run-command.js';

const NOTES = `
Nothing is written before all descriptors have been loaded and found usable.

Example:
  $ rest-broker refresh nwc`;

export function addRefreshCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('refresh')
    .description('take descriptors from their sources again, and tell what changed; settings stay')
    .argument('[name...]', 'Service Instances (default: all)');
  addNotes(command, NOTES).action((names: string[]) => refresh(names, optionsOf(command), context));
}

async function refresh(
  names: readonly string[],
  options: CommonOptions,
  context: CommandContext,
): Promise<void> {
  const { refreshServiceInstances } = await import('../../workspace/refresh-service-instances.js');
  const refreshed = await refreshServiceInstances(workspaceOf(options), {
    names,
    onProgress: stepsOf(context),
  });
  const warnings = refreshed
    .filter(({ status }) => status === 'changed')
    .flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'warning'));
  context.terminal.report(printProblems(warnings, context.terminal.reportPaint));
  printProduct(context, options, {
    lines: (paint) => printRefreshed(refreshed, paint),
    json: () => refreshedJson(refreshed),
  });
}
