import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Placement, ServiceInstanceSettings } from '../../model/service-instance.js';
import { AUTHENTICATION_MODES } from '../../workspace/registry/service-instances-schema.js';
import { type AuthenticationOptions, authenticationOf } from '../options/authentication-option.js';
import { headersOf } from '../options/header-option.js';
import { locationOf } from '../options/location-argument.js';
import { millisecondsOf } from '../options/seconds-option.js';
import { addNotes } from '../printing/add-notes.js';
import { printProblems } from '../printing/print-problems.js';
import { printRegistered, registeredJson } from '../printing/print-registered.js';
import {
  type CommandContext,
  type CommonOptions,
  gather,
  optionsOf,
  printProduct,
  progressOf,
  workspaceOf,
} from '../run-command.js';

interface RegisterCommandOptions extends CommonOptions, AuthenticationOptions {
  readonly addHttpRequestHeaders?: true;
  readonly addHttpResponseHeaders?: true;
  readonly serviceUrl?: string;
  readonly defaultHeader?: readonly string[];
  readonly timeout?: number;
  readonly breakOnError?: boolean;
  readonly retries?: number;
  readonly redirects?: number;
  readonly allowHttp?: true;
  readonly placement?: Placement;
  readonly appendPropertyTypes?: true;
  readonly includeInternal?: true;
  readonly replace?: true;
}

const NOTES = `
Secrets are never stored: name an environment variable, as '\${NWC_TOKEN}', in single quotes. The URL of a descriptor \
may name some as well.

Everything is written down in service-instances.yaml, which may be edited.

Example:
  $ rest-broker register nwc https://example.com/swagger.json \\
      --authentication bearer --token '\${NWC_TOKEN}' --add-http-request-headers`;

export function addRegisterCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('register')
    .description('register a descriptor as a Service Instance')
    .argument('<name>', 'name of the Service Instance, folder of its connector')
    .argument('<descriptor>', 'file, http(s) URL, or - for standard input; JSON or YAML', locationOf);
  addAuthenticationOptions(command);
  addServiceOptions(command);
  addNamingOptions(command);
  addNotes(command, NOTES).action((name: string, location: string) =>
    register(name, location, optionsOf(command), context),
  );
}

function addAuthenticationOptions(command: Command): void {
  command
    .addOption(
      new Option(
        '--authentication <mode>',
        'how calls are authenticated; static is user name and password, as HTTP Basic',
      ).choices(AUTHENTICATION_MODES),
    )
    .option('--user-name <name>', 'with static')
    .option('--password <reference>', 'with static')
    .option('--token <reference>', 'with bearer')
    .option('--api-key-name <name>', 'with api-key: name of the header, query parameter or cookie')
    .addOption(
      new Option('--api-key-in <place>', 'with api-key (default: header)').choices([
        'header',
        'query',
        'cookie',
      ]),
    )
    .option('--api-key-value <reference>', 'with api-key')
    .option('--token-url <url>', 'with oauth: where tokens are fetched')
    .option('--client-id <id>', 'with oauth')
    .option('--client-secret <reference>', 'with oauth')
    .option('--refresh-token <reference>', 'with oauth: instead of client credentials')
    .option('--scope <scopes>', 'with oauth')
    .addOption(
      new Option('--token-body <format>', 'with oauth: what the token call takes (default: form)').choices([
        'form',
        'json',
      ]),
    )
    .addOption(
      new Option('--client-in <place>', 'with oauth: where id and secret go (default: body)').choices([
        'body',
        'basic',
      ]),
    )
    .option('--authorization-format <format>', "such as 'Bearer {0}' or 'Basic {0}:{1}'");
}

function addServiceOptions(command: Command): void {
  command
    .option('--service-url <url>', "instead of the descriptor's own")
    .option('--add-http-request-headers', 'give every Method the input HttpHeaders')
    .option('--add-http-response-headers', 'give every Method the output HttpResponseHeaders')
    .option('--default-header <header>', "'Name: value', sent with each call; repeatable", gather)
    .option('--timeout <seconds>', 'of each call (default: 100)', millisecondsOf)
    .option('--break-on-error <true|false>', 'throw when a call has no success (default: true)', trueOrFalse)
    .option('--no-break-on-error', 'the same as --break-on-error false')
    .option('--retries <count>', 'of calls that may be repeated, 0 to 2 (default: 0)', countUpTo(2))
    .option('--redirects <count>', 'how many a call follows, 0 to 20 (default: 0)', countUpTo(20))
    .option('--allow-http', 'send credentials over plain http as well');
}

function addNamingOptions(command: Command): void {
  command
    .addOption(
      new Option('--placement <where>', 'which Service Object carries a Method (default: tag)').choices([
        'tag',
        'response',
      ]),
    )
    .option('--append-property-types', "K2's own names for nested values: tasks__Task___")
    .option('--include-internal', 'also Methods that the descriptor marks internal')
    .option('--replace', 'replace the Service Instance of that name, settings and all');
}

async function register(
  name: string,
  location: string,
  options: RegisterCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { registerServiceInstance } = await import('../../workspace/register-service-instance.js');
  const registered = await registerServiceInstance(workspaceOf(options), {
    name,
    location,
    settings: settingsOf(options),
    overwrite: options.replace === true,
    onPhase: progressOf(context),
  });
  const warnings = registered.problems.filter(({ severity }) => severity === 'warning');
  context.terminal.report(printProblems(warnings, context.terminal.reportPaint));
  printProduct(context, options, {
    lines: (paint) => printRegistered(registered, paint),
    json: () => registeredJson(registered),
  });
}

/** Only what was asked for: the rest stays at its default. */
function settingsOf(options: RegisterCommandOptions): Partial<ServiceInstanceSettings> {
  const { serviceUrl, timeout, breakOnError, placement, retries, redirects } = options;
  const authentication = authenticationOf(options);
  return {
    ...(authentication === undefined ? {} : { authentication }),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    ...(breakOnError === undefined ? {} : { breakOnError }),
    ...(placement === undefined ? {} : { placement }),
    ...(retries === undefined ? {} : { retries }),
    ...(redirects === undefined ? {} : { redirects }),
    ...(options.allowHttp === true ? { allowHttp: true } : {}),
    defaultHeaders: headersOf(options.defaultHeader ?? [], '--default-header'),
    addHttpRequestHeaders: options.addHttpRequestHeaders === true,
    addHttpResponseHeaders: options.addHttpResponseHeaders === true,
    appendPropertyTypes: options.appendPropertyTypes === true,
    includeInternal: options.includeInternal === true,
  };
}

function countUpTo(max: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,3}$/.test(text) && Number(text) <= max) return Number(text);
    throw new InvalidArgumentError(`It is a whole number from 0 to ${max}.`);
  };
}

function trueOrFalse(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new InvalidArgumentError('It is true or false.');
}
