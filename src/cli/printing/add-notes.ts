import type { Command } from 'commander';

/** A pipe has no width. */
const DEFAULT_COLUMNS = 80;

/**
 * Adds text below a command's help. Its sentences are broken to the width of the terminal; indented lines, which are
 * commands to be copied, stay as they are.
 */
export function addNotes(command: Command, notes: string): Command {
  return command.addHelpText('after', () => {
    const columns = command.configureOutput().getOutHelpWidth?.() ?? DEFAULT_COLUMNS;
    const help = command.createHelp();
    const lines = notes.split('\n');
    return lines.map((line) => (line.startsWith('  ') ? line : help.boxWrap(line, columns))).join('\n');
  });
}
