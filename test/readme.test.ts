import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readmeBlocks } from './readme-blocks.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A workspace with the shipped descriptors and `rest-broker` on the path: what a reader has after the install. */
const folder = mkdtempSync(join(tmpdir(), 'rest-broker-readme-'));
cpSync(join(ROOT, 'descriptors'), join(folder, 'descriptors'), { recursive: true });
const shim = `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'dist/cli/main.js')}" "$@"\n`;
writeFileSync(join(folder, 'rest-broker'), shim, { mode: 0o755 });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Command {
  readonly line: string;
  readonly output: string;
}

/** `$ command` and the output below it, command by command. */
function commandsOf(text: string): Command[] {
  return text
    .split(/^\$ /m)
    .filter((part) => part !== '')
    .map((part) => {
      const end = part.indexOf('\n');
      return { line: part.slice(0, end), output: part.slice(end + 1) };
    });
}

function run(line: string): string {
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, NO_COLOR: '1' };
  return execFileSync('bash', ['-c', line], { cwd: folder, env, encoding: 'utf8' });
}

const consoles = readmeBlocks().filter(({ language }) => language === 'console');

describe('the README', () => {
  test('shows commands', () => expect(consoles.length).toBeGreaterThan(2));

  for (const { line, output } of consoles.flatMap(({ text }) => commandsOf(text))) {
    test(`prints what it says: ${line}`, () => {
      expect(run(line)).toBe(output);
    });
  }
});
