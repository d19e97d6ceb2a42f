import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SettingError } from '../../base/errors.js';
import { quoted, visibleText } from '../../base/visible-text.js';
import type { Caller } from '../../server/callers.js';
import type { Workflows } from '../../workflow/workflows.js';
import type { CommandContext } from '../run-command.js';

export interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
}

interface HostModule {
  readonly workflows: Workflows;
  readonly callers?: readonly Caller[];
  readonly callbackSecret?: string;
}

/** Executes the workflows of a module and serves them until SIGINT or SIGTERM. */
export async function serveWorkflows(
  file: string,
  { host = '127.0.0.1', port = '0' }: ServeOptions,
  { terminal }: CommandContext,
): Promise<void> {
  const { workflows, callers, callbackSecret } = await hostModule(file);
  const { startWorkflowServer } = await import('../../server/start-workflow-server.js');
  const { known, token } = callers === undefined ? callerOfThisStart() : { known: callers, token: undefined };
  const server = await startWorkflowServer({
    workflows,
    callers: known,
    host,
    port: portOf(port),
    onFault: (error) =>
      terminal.report([visibleText(error instanceof Error ? error.message : String(error))]),
    ...(callbackSecret === undefined ? {} : { callbackSecret }),
  });
  try {
    await workflows.work();
    terminal.print([`Serving ${server.serviceUrl}`]);
    if (token !== undefined) terminal.report([`Token of this start, with all rights: ${token}`]);
    await untilToldToStop();
    terminal.report([
      'Stopping: what is being executed is waited for. Once more to stop at once; nothing is lost.',
    ]);
  } finally {
    await server.close();
    await workflows.close();
  }
}

async function hostModule(file: string): Promise<HostModule> {
  const loaded = await loadedModule(file);
  if (isHost(loaded)) return loaded;
  throw new SettingError('SETTING_INVALID', {
    who: `Module ${quoted(file)}`,
    what: 'it has no export workflows made by createWorkflows',
    advice: 'Write: export const workflows = createWorkflows()',
  });
}

async function loadedModule(file: string): Promise<object> {
  try {
    return (await import(pathToFileURL(resolve(file)).href)) as object;
  } catch (cause) {
    throw new SettingError('SETTING_INVALID', {
      who: `Module ${quoted(file)}`,
      what: `it cannot be loaded: ${visibleText(cause instanceof Error ? cause.message : String(cause))}`,
      advice: 'Give a file that Node can import; TypeScript needs NODE_OPTIONS="--import tsx"',
      cause,
    });
  }
}

/** Not by its class: the module may have another copy of rest-broker. */
function isHost(loaded: object): loaded is HostModule {
  if (!('workflows' in loaded)) return false;
  const { workflows } = loaded;
  return (
    typeof workflows === 'object' && workflows !== null && 'work' in workflows && 'finishWait' in workflows
  );
}

/** Without callers of the module's own: one, with a token from the environment or made now. */
function callerOfThisStart(): { known: readonly Caller[]; token: string | undefined } {
  const given = process.env['REST_BROKER_TOKEN'];
  const token = given ?? randomBytes(24).toString('base64url');
  const rights: Caller['rights'] = ['start', 'serverEvent', 'allTasks'];
  return {
    known: [{ name: 'operator', token, rights, workflows: 'all' }],
    token: given === undefined ? token : undefined,
  };
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new SettingError('USAGE_WRONG', { who: '--port', what: `${quoted(text)} is not a port` });
}

const STOPS = ['SIGINT', 'SIGTERM'] as const;

function untilToldToStop(): Promise<void> {
  return new Promise((done) => {
    const stop = (): void => {
      // The next one is Node's own to act on, whichever it is.
      for (const signal of STOPS) process.off(signal, stop);
      done();
    };
    for (const signal of STOPS) process.on(signal, stop);
  });
}
