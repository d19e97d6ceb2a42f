import { Command } from 'commander';
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/load-commands.js';
import { openTerminal } from '../../src/cli/terminal.js';

const context = { terminal: openTerminal(process), answerNo: () => undefined };

async function namesFor(...commandLine: string[]): Promise<string[]> {
  const program = new Command();
  for (const add of await loadCommands(commandLine)) add(program, context);
  return program.commands.map((command) => command.name());
}

const ALL = await namesFor();

test.each(ALL)('%s is loaded alone where the command line begins with it', async (name) => {
  expect(await namesFor(name, '--help')).toEqual([name]);
});

test.each([
  { name: 'an option', given: ['--workspace', 'generate', 'inspect', 'x'] },
  { name: 'a mistyped command', given: ['generat'] },
  { name: 'what every object has', given: ['constructor'] },
])('all are loaded where it begins with $name', async ({ given }) => {
  expect(ALL).toContain('generate');
  expect(await namesFor(...given)).toEqual(ALL);
});
