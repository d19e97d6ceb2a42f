import type { Command } from 'commander';
import type { ExecuteOptions } from '../../workspace/execute-registered-method.js';
import { headersOf } from '../options/header-option.js';
import { inputsOf, pairsOf } from '../options/input-option.js';
import { millisecondsOf } from '../options/seconds-option.js';
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

const EXAMPLE = `
Names are matched without regard to case. A header may name an environment variable: '\${NWC_TOKEN}'.

Example:
  $ rest-broker execute nwc Tasks Get_tasks --input status=active \\
      --header 'Authorization: Bearer \${NWC_TOKEN}'`;

export function addExecuteCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('execute')
    .description('run one Method straight from the registration, generated or not')
    .argument('<name>', 'Service Instance')
    .argument('<object>', 'Service Object')
    .argument('<method>', 'Method, the helper Methods too')
    .option('--input <name=value>', 'an input, or name=@file for what a file holds; repeatable', gather)
    .option('--inputs <file>', 'a JSON object of inputs by name')
    .option('--header <header>', "'Name: value', added to HttpHeaders; repeatable", gather)
    .option('--service-url <url>', 'instead of the registered one')
    .option('--variable <name=value>', "a variable of the service URL's; repeatable", gather)
    .option('--timeout <seconds>', 'instead of the registered one', millisecondsOf)
    .option('--dry-run', 'print the request, secrets masked, and send nothing');
  command
    .addHelpText('after', EXAMPLE)
    .action((name: string, object: string, method: string) =>
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
