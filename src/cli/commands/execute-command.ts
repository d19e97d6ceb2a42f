import type { Command } from 'commander';
import type { ExecuteOptions } from '../../workspace/execute-registered-method.js';
import { headersOf } from '../options/header-option.js';
import { inputsOf, pairsOf } from '../options/input-option.js';
import { millisecondsOf } from '../options/seconds-option.js';
import { addNotes } from '../printing/add-notes.js';
import { printExecuted, printRequest } from '../printing/print-executed.js';
import {
  type CommandContext,
  type CommonOptions,
  gather,
  optionsOf,
  printProduct,
  progressOf,
  workspaceOf,
} from '../run-command.js';

interface ExecuteCommandOptions extends CommonOptions {
  readonly input?: readonly string[];
  readonly inputs?: string;
  readonly header?: readonly string[];
  readonly serviceUrl?: string;
  readonly variable?: readonly string[];
  readonly timeout?: number;
  readonly dryRun?: true;
}

const NOTES = `
Names are matched without regard to case. A list or an object is written as JSON. A header may name an environment \
variable: '\${NWC_TOKEN}'. Text that begins with @ is written with two: --input name=@@text.

Examples:
  $ rest-broker execute nwc Tasks Get_tasks --input status=active \\
      --header 'Authorization: Bearer \${NWC_TOKEN}'
  $ rest-broker execute nwc Tasks Patch_tasks__task_id_ --dry-run \\
      --input task_id=5 --input 'Outcome={"outcome":"Completed"}'
  $ rest-broker execute docs Files Upload --input File=@report.pdf`;

export function addExecuteCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('execute')
    .description('run one Method straight from the registration, generated or not')
    .argument('<name>', 'Service Instance')
    .argument('<object>', 'Service Object')
    .argument('<method>', 'Method, the helper Methods too')
    .option(
      '--input <name=value>',
      'an input, or name=@file for what a file holds (@- for standard input); repeatable',
      gather,
    )
    .option('--inputs <file>', 'a JSON object of inputs by name, or - for standard input')
    .option('--header <header>', "'Name: value', added to HttpHeaders; repeatable", gather)
    .option('--service-url <url>', 'instead of the registered one')
    .option('--variable <name=value>', "a variable of the service URL's; repeatable", gather)
    .option('--timeout <seconds>', 'instead of the registered one', millisecondsOf)
    .option('--dry-run', 'print the request, secrets masked, and send nothing');
  addNotes(command, NOTES).action((name: string, object: string, method: string) =>
    execute({ name, object, method }, optionsOf(command), context),
  );
}

async function execute(
  target: Pick<ExecuteOptions, 'name' | 'object' | 'method'>,
  options: ExecuteCommandOptions,
  context: CommandContext,
): Promise<void> {
  const folder = workspaceOf(options);
  const { executeRegisteredMethod, prepareRegisteredMethod } = await import(
    '../../workspace/execute-registered-method.js'
  );
  const request = { ...target, ...executeOptions(options, context) };
  if (options.dryRun === true) {
    const shown = await prepareRegisteredMethod(folder, request);
    printProduct(context, options, {
      lines: (paint) => printRequest(shown, paint),
      json: () => ({ request: shown }),
    });
    return;
  }
  const executed = await executeRegisteredMethod(folder, request);
  printProduct(context, options, {
    lines: (paint) => printExecuted(executed, paint),
    json: () => executed,
  });
  if (!executed.success) context.answerNo();
}

function executeOptions(
  { input, inputs, header, serviceUrl, variable, timeout }: ExecuteCommandOptions,
  context: CommandContext,
): Pick<ExecuteOptions, 'inputs' | 'httpHeaders' | 'connect' | 'onPhase' | 'onCall'> {
  return {
    inputs: inputsOf(input ?? [], inputs),
    httpHeaders: headersOf(header ?? [], '--header'),
    onPhase: progressOf(context),
    onCall: (method) => context.terminal.progress(`calling ${method}`),
    connect: {
      ...(serviceUrl === undefined ? {} : { serviceUrl }),
      ...(timeout === undefined ? {} : { timeoutMs: timeout }),
      variables: pairsOf(variable ?? [], '--variable'),
    },
  };
}
