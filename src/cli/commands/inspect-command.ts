import type { Command } from 'commander';
import { SettingError } from '../../base/errors.js';
import { findServiceObject } from '../../workspace/execution/find-method.js';
import { locationOf } from '../options/location-argument.js';
import { addNotes } from '../printing/add-notes.js';
import { inspectedJson, printInspected } from '../printing/print-inspected.js';
import { printServiceInstances } from '../printing/print-service-instances.js';
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

const NOTES = `
Exit code 1 when the descriptor has Problems of severity error.

Examples:
  $ rest-broker inspect
  $ rest-broker inspect nwc --object Tasks
  $ rest-broker inspect https://example.com/swagger.json`;

export function addInspectCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('inspect')
    .description('show the Service Objects of a descriptor, and its Problems; or what is registered')
    .argument(
      '[name|descriptor]',
      'Service Instance; else file, http(s) URL, or - for standard input; without it, what is registered is listed',
      locationOf,
    )
    .option('--object <name>', 'only this Service Object')
    .option('--helpers', 'list the helper Methods (Serialize, Deserialize, …) one by one');
  addNotes(command, NOTES).action((nameOrLocation: string | undefined) => {
    const options = optionsOf<InspectCommandOptions>(command);
    return nameOrLocation === undefined
      ? listAll(options, context)
      : inspect(nameOrLocation, options, context);
  });
}

async function listAll(options: InspectCommandOptions, context: CommandContext): Promise<void> {
  if (options.object !== undefined || options.helpers === true) {
    throw new SettingError('USAGE_WRONG', {
      who: options.object === undefined ? '--helpers' : '--object',
      what: 'it belongs to one descriptor, and none was named',
      advice: 'Name a Service Instance or a descriptor',
    });
  }
  const { findServiceInstances } = await import('../../workspace/registry/find-service-instances.js');
  const serviceInstances = await findServiceInstances(workspaceOf(options));
  printProduct(context, options, {
    lines: (paint) => printServiceInstances(serviceInstances, paint),
    json: () => ({ serviceInstances }),
  });
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
