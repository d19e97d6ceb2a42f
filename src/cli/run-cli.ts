import { Command, CommanderError } from 'commander';
import { RestBrokerError } from '../base/errors.js';
import { visibleText } from '../base/visible-text.js';
import { generatorVersion } from '../workspace/connectors/generator-version.js';
import { type AddCommand, loadCommands } from './load-commands.js';
import type { Paint } from './printing/paint.js';
import { errorJson, printError } from './printing/print-error.js';
import { printJson } from './printing/print-json.js';
import type { CommandContext } from './run-command.js';
import type { Terminal } from './terminal.js';

/** 0 done · 1 the answer is no · 2 wrong usage · 3 a fault of ours. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Runs one command line, without the program's name, and says how it ended. Throws nothing. */
export async function runCli(commandLine: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = programFor(await loadCommands(commandLine), {
    terminal,
    answerNo: () => {
      exitCode = 1;
    },
  });
  try {
    await program.parseAsync(commandLine, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Help, version and wrong usage: commander has printed what there is to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (program.opts()['json'] === true) terminal.print(printJson(errorJson(error)));
    terminal.report(printError(error, terminal.reportPaint));
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof RestBrokerError)) return 3;
  return error.code === 'USAGE_WRONG' ? 2 : 1;
}

function programFor(commands: readonly AddCommand[], context: CommandContext): Command {
  const { terminal } = context;
  const program = new Command('rest-broker')
    .description('From an OpenAPI or Swagger descriptor to typed, SmartObject-style connectors.')
    .option('--workspace <folder>', 'folder with service-instances.yaml (default: where you are)')
    .option('--json', 'print JSON, and nothing else, on stdout')
    .version(generatorVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, subcommandTerm, ...helpStyle(terminal.paint) })
    .configureOutput({
      writeOut: (text) => terminal.print([text.replace(/\n$/, '')]),
      writeErr: (text) => terminal.report([text.replace(/\n$/, '')]),
      outputError: (text, write) => write(wrongUsage(text, terminal.reportPaint)),
    });
  for (const add of commands) add(program, context);
  pointAtHelp(program, 'rest-broker');
  return program.addHelpText('after', START);
}

/** Arguments are told by each command's own help: beside them the sentences would have no room. */
function subcommandTerm(command: Command): string {
  return command.name();
}

/** What wrong usage ends with, here and at the commands below. */
function pointAtHelp(command: Command, commandLine: string): void {
  command.showHelpAfterError(`See: ${commandLine} --help`);
  for (const below of command.commands) pointAtHelp(below, `${commandLine} ${below.name()}`);
}

const START = `
Start with:
  $ rest-broker register nwc https://example.com/swagger.json
  $ rest-broker generate nwc

More of a command: rest-broker <command> --help`;

function helpStyle(paint: Paint): { styleTitle: (text: string) => string } {
  return { styleTitle: paint.bold };
}

/** Commander's own sentence; the value of a mistyped option could be a secret and is left out. */
function wrongUsage(text: string, paint: Paint): string {
  const sentence = text.replace(/^error: /, '').replace(/'(--[\w-]+)=[^\n]*'/, "'$1'");
  const shown = sentence.trimEnd().split('\n').map(visibleText).join('\n');
  return `${paint.red('error')}${paint.dim('[USAGE_WRONG]')}: ${shown}\n`;
}
