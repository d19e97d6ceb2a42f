import type { Command } from 'commander';
import { addNotes } from '../printing/add-notes.js';
import { printUnregistered, unregisteredJson } from '../printing/print-unregistered.js';
import {
  type CommandContext,
  type CommonOptions,
  optionsOf,
  printProduct,
  workspaceOf,
} from '../run-command.js';

interface UnregisterCommandOptions extends CommonOptions {
  readonly out?: string;
}

const NOTES = `
Only files that carry our header are removed. The copy of the descriptor stays where another Service Instance has it as \\
well, or where it was edited.

Example:
  $ rest-broker unregister nwc`;

export function addUnregisterCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('unregister')
    .description('remove a Service Instance, the copy of its descriptor and its connector')
    .argument('<name>', 'Service Instance')
    .option('--out <folder>', 'folder of the connectors, from the workspace folder (default: generated)');
  addNotes(command, NOTES).action((name: string) => unregister(name, optionsOf(command), context));
}

async function unregister(
  name: string,
  options: UnregisterCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { unregisterServiceInstance } = await import('../../workspace/unregister-service-instance.js');
  const { out } = options;
  const unregistered = await unregisterServiceInstance(workspaceOf(options), {
    name,
    ...(out === undefined ? {} : { out }),
  });
  printProduct(context, options, {
    lines: (paint) => printUnregistered(unregistered, paint),
    json: () => unregisteredJson(unregistered),
  });
}
