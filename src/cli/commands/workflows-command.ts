import type { Command } from 'commander';
import { instanceUnknown } from '../../workflow/instance-result.js';
import { fieldsOf, instanceNumberOf } from '../options/workflow-input.js';
import { addNotes } from '../printing/add-notes.js';
import { instanceJson, printInstance, printInstances, waitJson } from '../printing/print-instances.js';
import { type CommandContext, type CommonOptions, gather, optionsOf, printProduct } from '../run-command.js';
import { openWorkflowDoor } from './open-workflow-door.js';
import type { ServeOptions } from './serve-workflows.js';

interface StoreOptions extends CommonOptions {
  readonly store?: string;
}

interface ListOptions extends StoreOptions {
  readonly workflow?: string;
  readonly all?: true;
  readonly limit?: string;
}

interface FinishOptions extends StoreOptions {
  readonly field?: readonly string[];
  readonly action?: string;
}

const STORE = '--store <address>';
const STORE_IS =
  'file: and a path, or a postgres:// connection string (default: file:./.rest-broker/workflow.db)';

const NOTES = `
The store may also be named in REST_BROKER_STORE: a connection string holds a password.

Examples:
  $ rest-broker workflows serve ./workflows.js --port 8080
  $ rest-broker workflows list
  $ rest-broker workflows finish 5_31 --field Result=fine`;

/** `rest-broker workflows …`: hosts workflows, and looks after their instances. */
export function addWorkflowsCommand(program: Command, context: CommandContext): void {
  const workflows = program
    .command('workflows')
    .description('host workflows that wait for outside systems, and look after their instances')
    .helpCommand(false);
  addNotes(workflows, NOTES);
  addServe(workflows, context);
  addList(workflows, context);
  addShow(workflows, context);
  addFinish(workflows, context);
  addCancel(workflows, context);
}

function addServe(workflows: Command, context: CommandContext): void {
  const command = workflows
    .command('serve')
    .description('execute workflows and serve the K2 Workflow REST API for them')
    .argument(
      '<module>',
      'file that exports `workflows`, and `callers` if others than the one of this start may call',
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '0');
  command.action(async (module: string) => {
    const { serveWorkflows } = await import('./serve-workflows.js');
    await serveWorkflows(module, optionsOf<CommonOptions & ServeOptions>(command), context);
  });
}

function addList(workflows: Command, context: CommandContext): void {
  const command = workflows
    .command('list')
    .description('list instances, the newest first')
    .option(STORE, STORE_IS)
    .option('--workflow <name>', 'only those of one workflow')
    .option('--all', 'also those that have ended')
    .option('--limit <number>', 'how many at most', '100');
  command.action(async () => {
    const options = optionsOf<ListOptions>(command);
    await openWorkflowDoor(options.store, async (door) => {
      const limit = instanceNumberOf(options.limit ?? '100', '--limit');
      // One more tells whether there are more.
      const found = await door.instances({
        limit: limit + 1,
        ...(options.workflow === undefined ? {} : { workflow: options.workflow }),
        ...(options.all === true ? {} : { isOpen: true }),
      });
      const instances = found.slice(0, limit);
      if (found.length > limit) {
        context.terminal.report([`There are more than ${limit}: --limit says how many are listed.`]);
      }
      printProduct(context, options, {
        lines: (paint) => printInstances(instances, paint),
        json: () => ({ instances: instances.map(instanceJson) }),
      });
    });
  });
}

function addShow(workflows: Command, context: CommandContext): void {
  const command = workflows
    .command('show')
    .description('show an instance and what it waits for')
    .argument('<instance>', 'its number: what stands before the _ of its serial numbers')
    .option(STORE, STORE_IS);
  command.action(async (text: string) => {
    const options = optionsOf<StoreOptions>(command);
    const number = instanceNumberOf(text, 'instance');
    await openWorkflowDoor(options.store, async (door) => {
      const instance = await door.instance(number);
      if (instance === undefined) throw instanceUnknown(number);
      const waits = await door.waitsOf(number);
      printProduct(context, options, {
        lines: (paint) => printInstance(instance, waits, paint),
        json: () => ({ ...instanceJson(instance), waits: waits.map(waitJson) }),
      });
    });
  });
}

function addFinish(workflows: Command, context: CommandContext): void {
  const command = workflows
    .command('finish')
    .description('finish a waiting step')
    .argument('<serial-number>', 'as in 5_31')
    .option(STORE, STORE_IS)
    .option('--field <name=value>', 'a data field to pass back, JSON or else text; repeatable', gather)
    .option('--action <name>', 'what is chosen, for the task of a person');
  command.action(async (serialNumber: string) => {
    const options = optionsOf<FinishOptions>(command);
    const dataFields = fieldsOf(options.field ?? []);
    const action = options.action === undefined ? {} : { action: options.action };
    await openWorkflowDoor(options.store, async (door) => {
      const outcome = await door.finish(serialNumber, { dataFields, by: 'command line', ...action });
      printProduct(context, options, { lines: () => [OUTCOMES[outcome]], json: () => ({ outcome }) });
      if (outcome !== 'finished' && outcome !== 'finished before') context.answerNo();
    });
  });
}

function addCancel(workflows: Command, context: CommandContext): void {
  const command = workflows
    .command('cancel')
    .description('cancel an instance and those it has started')
    .argument('<instance>', 'its number')
    .option(STORE, STORE_IS);
  command.action(async (text: string) => {
    const options = optionsOf<StoreOptions>(command);
    const number = instanceNumberOf(text, 'instance');
    await openWorkflowDoor(options.store, async (door) => {
      const canceled = await door.cancel(number);
      const line = canceled ? `Instance ${number} is canceled.` : `Instance ${number} had ended before.`;
      printProduct(context, options, { lines: () => [line], json: () => ({ canceled }) });
    });
  });
}

const OUTCOMES = {
  finished: 'Finished: the workflow goes on.',
  'finished before': 'It was finished before; nothing was done.',
  'timed out': 'It is too late: the step has timed out.',
  closed: 'It does not wait any more: the workflow was canceled, has ended, or has gone on.',
  unknown: 'There is no waiting step with this serial number.',
} as const;
