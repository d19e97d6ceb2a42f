import type { Command } from 'commander';
import { findServiceObject } from '../../workspace/execution/find-method.js';
import { inspectedJson, printInspected } from '../printing/print-inspected.js';
import {
  type CommandContext,
  type CommonOptions,
  optionsOf,
  printProduct,
  progressOf,
  workspaceOf,
} from '../run-command.js';

interface InspectCommandOptions extends CommonOptions {
  readonly object?: string;
  readonly helpers?: true;
}

const EXAMPLE = `
Exit code 1 when the descriptor has Problems of severity error.

Example:
  $ rest-broker inspect descriptors/k2-workflow.swagger.json --object ServerEvents`;

export function addInspectCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('inspect')
    .description('show the Service Objects of a descriptor, and its Problems')
    .argument('<name|descriptor>', 'Service Instance; else file, http(s) URL, or - for standard input')
    .option('--object <name>', 'only this Service Object')
    .option('--helpers', 'list the helper Methods (Serialize, Deserialize, …) one by one');
  command
    .addHelpText('after', EXAMPLE)
    .action((nameOrLocation: string) => inspect(nameOrLocation, optionsOf(command), context));
}

async function inspect(
  nameOrLocation: string,
  options: InspectCommandOptions,
  context: CommandContext,
): Promise<void> {
  const folder = workspaceOf(options);
  const { inspectDescriptor } = await import('../../workspace/inspect-descriptor.js');
  const inspected = await inspectDescriptor(folder, { nameOrLocation, onPhase: progressOf(context) });
  const { connector, problems } = inspected;
  const narrowed = options.object !== undefined;
  const shown = narrowed
    ? { ...connector, serviceObjects: [findServiceObject(connector, options.object)] }
    : connector;
  const view = { shown, narrowed, withHelpers: options.helpers === true };
  printProduct(context, options, {
    lines: (paint) => printInspected(inspected, view, paint),
    json: () => inspectedJson(inspected, view),
  });
  if (problems.some(({ severity }) => severity === 'error')) context.answerNo();
}
