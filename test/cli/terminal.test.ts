import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { openTerminal, type Streams } from '../../src/cli/terminal.js';

/** A terminal or a pipe that keeps what is written to it. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const listeners: ((error: NodeJS.ErrnoException) => void)[] = [];
  return {
    written,
    fail: (code: string) => {
      for (const listener of listeners) listener(Object.assign(new Error(code), { code }));
    },
    as: {
      isTTY,
      columns: 20,
      write: (text: string) => written.push(text) > 0,
      on: (_event: string, listener: (error: NodeJS.ErrnoException) => void) => listeners.push(listener),
    } as unknown as Streams['stdout'],
  };
}

function open(isTTY: boolean, env: Streams['env'] = {}) {
  const stdout = stream(isTTY);
  const stderr = stream(isTTY);
  const exits: (number | undefined)[] = [];
  const exit = ((code?: number) => void exits.push(code)) as unknown as Streams['exit'];
  const terminal = openTerminal({ stdout: stdout.as, stderr: stderr.as, env, exit });
  return { terminal, stdout, stderr, exits };
}

describe('colours', () => {
  const rows = [
    { name: 'on a terminal', isTTY: true, env: {}, want: '\u001b[31mx\u001b[39m' },
    { name: 'not on a pipe', isTTY: false, env: {}, want: 'x' },
    { name: 'not with NO_COLOR', isTTY: true, env: { NO_COLOR: '1' }, want: 'x' },
    { name: 'with an empty NO_COLOR', isTTY: true, env: { NO_COLOR: '' }, want: '\u001b[31mx\u001b[39m' },
    {
      name: 'on a pipe with FORCE_COLOR',
      isTTY: false,
      env: { FORCE_COLOR: '1' },
      want: '\u001b[31mx\u001b[39m',
    },
    { name: 'not with FORCE_COLOR 0', isTTY: true, env: { FORCE_COLOR: '0' }, want: 'x' },
    { name: 'not with both', isTTY: false, env: { FORCE_COLOR: '1', NO_COLOR: '1' }, want: 'x' },
    { name: 'not on a dumb terminal', isTTY: true, env: { TERM: 'dumb' }, want: 'x' },
  ];
  test.each(rows)('$name', ({ isTTY, env, want }) => {
    const { terminal } = open(isTTY, env);
    expect(terminal.paint.red('x')).toBe(want);
    expect(terminal.reportPaint.red('x')).toBe(want);
  });
});

test('progress: one line on stderr, no wider than it, gone before anything else is written', () => {
  const { terminal, stdout, stderr } = open(true, { NO_COLOR: '1' });
  terminal.progress('reading a very long name.json\u001b');
  terminal.print(['done']);
  terminal.print([]);
  expect(stderr.written).toEqual(['\r\u001b[2Kreading a very long', '\r\u001b[2K']);
  expect(stdout.written).toEqual(['done\n']);
});

test('no progress on a pipe', () => {
  const { terminal, stderr } = open(false);
  terminal.progress('reading');
  expect(stderr.written).toEqual([]);
});

test('a closed pipe ends it quietly; any other fault of stdout does not', () => {
  const { stdout, exits } = open(false);
  stdout.fail('EPIPE');
  expect(exits).toEqual([undefined]);
  expect(() => stdout.fail('EIO')).toThrow('EIO');
});

test('a fault of ours ends with 3', async () => {
  const { terminal, stderr } = open(false);
  const broken = {
    ...terminal,
    print: () => {
      throw new TypeError('cannot print');
    },
  };
  expect(await runCli(['inspect', 'descriptors/k2-workflow.swagger.json'], broken)).toBe(3);
  expect(stderr.written.join('')).toMatch(/this is our fault[\s\S]*cannot print/);
});
