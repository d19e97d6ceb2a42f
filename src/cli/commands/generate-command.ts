import type { Command } from 'commander';
import { SettingError } from '../../base/errors.js';
import type { GenerateOptions } from '../../workspace/generate-connectors.js';
import { optimizeLate } from '../optimize-late.js';
import { addNotes } from '../printing/add-notes.js';
import { generatedJson, printGenerated } from '../printing/print-generated.js';
import {
  type CommandContext,
  type CommonOptions,
  nameList,
  optionsOf,
  printProduct,
  stepsOf,
  workspaceOf,
} from '../run-command.js';

interface GenerateCommandOptions extends CommonOptions {
  readonly objects?: string[];
  readonly systemTypes?: string[];
  readonly all?: true;
  readonly out?: string;
  readonly force?: true;
  readonly prune?: true;
}

const NOTES = `
A selection is remembered in service-instances.yaml; the types it needs are brought along.
Only files that carry our header are ever replaced or removed.

Example:
  $ rest-broker generate nwc --objects Task,Tasks --system-types HTTPHeader`;

export function addGenerateCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('generate')
    .description('generate the connectors of Service Instances')
    .argument('[name...]', 'Service Instances (default: all)')
    .option(
      '--objects <names>',
      'only these Object Types and Service Operations, with commas between',
      nameList,
    )
    .option('--system-types <names>', 'only these System Types, with commas between', nameList)
    .option('--all', 'everything: forget what was selected before')
    .option('--out <folder>', 'folder of the connectors, from the workspace folder (default: generated)')
    .option('--force', 'make everything again, whatever connectors.lock.json says')
    .option('--prune', 'take away what was made for Service Instances that are registered no more');
  addNotes(command, NOTES).action((names: string[]) => generate(names, optionsOf(command), context));
}

async function generate(
  names: readonly string[],
  options: GenerateCommandOptions,
  context: CommandContext,
): Promise<void> {
  optimizeLate();
  const { generateConnectors } = await import('../../workspace/generate-connectors.js');
  const generated = await generateConnectors(workspaceOf(options), {
    names,
    onProgress: stepsOf(context),
    ...(options.out === undefined ? {} : { out: options.out }),
    ...(options.force === undefined ? {} : { force: options.force }),
    ...(options.prune === undefined ? {} : { prune: options.prune }),
    ...selectionOf(options),
  });
  printProduct(context, options, {
    lines: (paint) => printGenerated(generated, paint),
    json: () => generatedJson(generated),
  });
}

function selectionOf({
  objects,
  systemTypes,
  all,
}: GenerateCommandOptions): Pick<GenerateOptions, 'selection'> {
  const selects = objects !== undefined || systemTypes !== undefined;
  if (all === true && selects) {
    throw new SettingError('USAGE_WRONG', {
      who: '--all',
      what: 'everything and a selection were asked for at once',
      advice: 'Leave out --all, or --objects and --system-types',
    });
  }
  if (all === true) return { selection: 'all' };
  return selects ? { selection: { objects: objects ?? [], systemTypes: systemTypes ?? [] } } : {};
}
