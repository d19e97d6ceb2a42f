import type { Command } from 'commander';
import type { CommandContext } from './run-command.js';

export type AddCommand = (program: Command, context: CommandContext) => void;

/** In the order of the help. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['register', async () => (await import('./commands/register-command.js')).addRegisterCommand],
  ['inspect', async () => (await import('./commands/inspect-command.js')).addInspectCommand],
  ['generate', async () => (await import('./commands/generate-command.js')).addGenerateCommand],
  ['execute', async () => (await import('./commands/execute-command.js')).addExecuteCommand],
  ['check', async () => (await import('./commands/check-command.js')).addCheckCommand],
  ['diff', async () => (await import('./commands/diff-command.js')).addDiffCommand],
  ['update', async () => (await import('./commands/update-command.js')).addUpdateCommand],
  ['refresh', async () => (await import('./commands/refresh-command.js')).addRefreshCommand],
  ['watch', async () => (await import('./commands/watch-command.js')).addWatchCommand],
  ['unregister', async () => (await import('./commands/unregister-command.js')).addUnregisterCommand],
  ['workflows', async () => (await import('./commands/workflows-command.js')).addWorkflowsCommand],
]);

/** The command that a command line begins with; all of them where it begins otherwise. Loading all costs each run. */
export function loadCommands([first = '']: readonly string[]): Promise<AddCommand[]> {
  const named = COMMANDS.get(first);
  const wanted = named === undefined ? [...COMMANDS.values()] : [named];
  return Promise.all(wanted.map((load) => load()));
}
