import type { Command } from 'commander';
import type { Updated } from '../../workspace/update-connectors.js';
import { addNotes } from '../printing/add-notes.js';
import { counted } from '../printing/counted.js';
import { errorJson, printError } from '../printing/print-error.js';
import { printJsonLine } from '../printing/print-json.js';
import { printProblems } from '../printing/print-problems.js';
import { printUpdated, printUpdatedFiles, updatedJson } from '../printing/print-updated.js';
import { type CommandContext, type CommonOptions, optionsOf, stepsOf, workspaceOf } from '../run-command.js';

interface WatchCommandOptions extends CommonOptions {
  readonly out?: string;
}

const NOTES = `
Watches the file that was registered and every file it refers to. Ctrl-C ends it. With --json each update, and each \
failure, is one line.

Example:
  $ rest-broker watch nwc`;

export function addWatchCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('watch')
    .description('generate again whenever a descriptor is edited, and tell what changed')
    .argument('[name...]', 'Service Instances (default: all whose descriptor comes from a file)')
    .option('--out <folder>', 'folder of the connectors, from the workspace folder (default: generated)');
  addNotes(command, NOTES).action((names: string[]) => watch(names, optionsOf(command), context));
}

async function watch(
  names: readonly string[],
  options: WatchCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const { watchConnectors } = await import('../../workspace/watch-connectors.js');
  const isJson = options.json === true;
  const failures = new Map<string, string>();
  await watchConnectors(workspaceOf(options), {
    names,
    signal: untilInterrupted(),
    onProgress: stepsOf(context),
    ...(options.out === undefined ? {} : { out: options.out }),
    onWatching: (watched, files) =>
      terminal.print(
        isJson
          ? printJsonLine({ watching: watched, files: files.length })
          : [`Watching ${counted(files.length, 'file')} of ${watched.join(', ')}. Ctrl-C ends.`],
      ),
    onUpdated: (updated) => {
      const isMended = failures.delete(updated.name);
      if (isJson) terminal.print(printJsonLine(updatedJson([updated])));
      else printOne(updated, isMended, context);
    },
    onFailure: (name, failure) => {
      // An editor that saves a broken file twice has said nothing new.
      if (failures.get(name) === failure.message) return terminal.settle();
      failures.set(name, failure.message);
      if (isJson) terminal.print(printJsonLine({ name, ...errorJson(failure) }));
      terminal.report(printError(failure, terminal.reportPaint));
    },
  });
  terminal.settle();
}

function printOne(updated: Updated, isMended: boolean, { terminal }: CommandContext): void {
  const { name, status, connector, problems } = updated;
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  terminal.report(printProblems(warnings, terminal.reportPaint));
  if (status === 'changed' || connector.written.length + connector.removed.length > 0) {
    terminal.print([
      ...printUpdated([updated], terminal.paint, true),
      ...printUpdatedFiles(updated, terminal.paint),
    ]);
  } else if (isMended) terminal.print([`${terminal.paint.bold(name)}  well again, and nothing changed`]);
  else terminal.settle();
}

/** Aborted by the first SIGINT or SIGTERM. */
function untilInterrupted(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());
  return interruption.signal;
}
