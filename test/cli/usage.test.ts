import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../workspace/temporary-folder.js';
import { BIN, descriptorPath, runBin } from './run-bin.js';

const COMMANDS = [
  'register',
  'unregister',
  'refresh',
  'inspect',
  'generate',
  'execute',
  'update',
  'watch',
  'check',
];

describe('wrong usage ends with 2, says what is wrong on stderr and nothing on stdout', () => {
  const rows = [
    { name: 'an unknown command', given: ['regster'], want: /unknown command 'regster'[\s\S]*register/ },
    { name: 'an unknown option', given: ['inspect', 'x', '--objct', 'Task'], want: /--objct[\s\S]*--object/ },
    {
      name: 'a missing argument',
      given: ['register', 'nwc'],
      want: /missing required argument 'descriptor'/,
    },
    { name: 'one argument too many', given: ['inspect', 'a', 'b'], want: /too many arguments/ },
    { name: 'an option without its value', given: ['generate', '--out'], want: /argument missing/ },
    {
      name: 'no number',
      given: ['register', 'a', 'b', '--timeout', 'soon'],
      want: /number of seconds above 0/,
    },
    {
      name: 'neither true nor false',
      given: ['register', 'a', 'b', '--break-on-error', 'x'],
      want: /true or false/,
    },
    { name: 'no such placement', given: ['register', 'a', 'b', '--placement', 'x'], want: /tag, response/ },
    {
      name: 'no such workspace',
      given: ['generate', '--workspace', 'nowhere'],
      want: /'nowhere' is not a folder/,
    },
    { name: 'no command', given: [], want: /Usage: rest-broker/ },
    {
      name: 'where to read more',
      given: ['check', '--formt', 'x'],
      want: /^See: rest-broker check --help$/m,
    },
    { name: 'where to read more of all', given: ['regster'], want: /^See: rest-broker --help$/m },
    {
      name: 'where to read more of a command below another',
      given: ['workflows', 'show'],
      want: /^See: rest-broker workflows show --help$/m,
    },
    {
      name: 'a part of nothing',
      given: ['inspect', '--object', 'Task'],
      want: /Name a Service Instance or a descriptor/,
    },
    { name: 'no descriptor', given: ['register', 'nwc', ''], want: /argument 'descriptor'\. It is empty/ },
    { name: 'all and some', given: ['generate', '--all', '--objects', 'A'], want: /Leave out --all/ },
    { name: 'an input without =', given: ['execute', 'a', 'b', 'c', '--input', 'x'], want: /name=value/ },
    {
      name: 'an input twice',
      given: ['execute', 'a', 'b', 'c', '--input', 'x=1', '--input', 'X=2'],
      want: /twice.*a list as JSON: --input 'X=\["a","b"\]'/,
    },
    {
      name: 'standard input twice',
      given: ['execute', 'a', 'b', 'c', '--inputs', '-', '--input', 'x=@-'],
      want: /can be read once/,
    },
    {
      name: 'inputs that are no file',
      given: ['execute', 'a', 'b', 'c', '--inputs', 'no.json'],
      want: /no\.json.*does not exist/,
    },
    {
      name: 'a header without a colon',
      given: ['execute', 'a', 'b', 'c', '--header', 'Accept'],
      want: /no colon/,
    },
    {
      name: 'a mode without its value',
      given: ['register', 'a', 'b', '--authentication', 'bearer'],
      want: /--token is missing/,
    },
    {
      name: 'a value of another mode',
      given: ['register', 'a', 'b', '--token', 'x'],
      want: /belongs to --authentication bearer/,
    },
  ];
  test.each(rows)('$name', async ({ given, want }) => {
    const { code, stdout, stderr } = await runBin(given, { cwd: temporaryFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(want);
  });
});

test('the value of a mistyped option, which could be a secret, is not repeated', async () => {
  const { code, stderr } = await runBin(['register', 'a', 'b', '--tokn=hunter2'], { cwd: temporaryFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain("'--tokn'");
  expect(stderr).not.toContain('hunter2');
});

test.each(COMMANDS)('%s --help: stdout, with an example', async (command) => {
  const { code, stdout, stderr } = await runBin([command, '--help'], { cwd: temporaryFolder() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`$ rest-broker ${command} `);
  expect(stdout).toContain('--workspace');
  expect(stdout).toContain('--json');
});

test('--help names every command, --version is the version of the package', async () => {
  const cwd = temporaryFolder();
  const help = await runBin(['--help'], { cwd });
  for (const command of COMMANDS) expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  const version = await runBin(['--version'], { cwd });
  expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test.each([
  { name: '-h', given: ['-h'], as: ['--help'] },
  { name: 'help', given: ['help'], as: ['--help'] },
  { name: 'help of a command', given: ['help', 'generate'], as: ['generate', '--help'] },
  { name: '-h of a command', given: ['generate', '-h'], as: ['generate', '--help'] },
  { name: '-v', given: ['-v'], as: ['--version'] },
])('$name is known as well', async ({ given, as }) => {
  const cwd = temporaryFolder();
  const short = await runBin(given, { cwd });
  expect(short).toEqual(await runBin(as, { cwd }));
  expect(short).toMatchObject({ code: 0, stderr: '' });
});

test.each([['--help'], ...COMMANDS.map((command) => [command, '--help']), ['diff', '--help']])(
  'no line of the help is wider than a terminal: %s %s',
  async (...given) => {
    const { stdout } = await runBin(given, { cwd: temporaryFolder() });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  },
);

test('no colours and no progress on a pipe', async () => {
  const cwd = temporaryFolder();
  const given = ['inspect', descriptorPath('nwc-workflow.swagger.json')];
  const { code, stdout, stderr } = await runBin(given, { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toContain('\u001b');
});

test('a reader that has seen enough ends it without a word', async () => {
  const child = spawn(process.execPath, [
    BIN,
    'inspect',
    '--json',
    descriptorPath('nwc-workflow.swagger.json'),
  ]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
