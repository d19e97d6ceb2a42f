import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command, as an installed package runs it. */
export const BIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const DESCRIPTORS = fileURLToPath(new URL('../../descriptors/', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Folder it runs in. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Runs `rest-broker` as a child process, its streams on pipes. */
export function runBin(
  commandLine: readonly string[],
  { cwd, env = {}, stdin = '' }: RunOptions,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const shell = { ...process.env, FORCE_COLOR: undefined };
    const child = spawn(process.execPath, [BIN, ...commandLine], { cwd, env: { ...shell, ...env } });
    const read = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (read.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (read.stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ code, ...read }));
    child.stdin.on('error', () => undefined).end(stdin);
  });
}

/** One of the repository's own descriptors. */
export function descriptorPath(file: string): string {
  return `${DESCRIPTORS}${file}`;
}

/** What a command printed with `--json`. */
export function jsonOf({ stdout }: Ran): Record<string, unknown> {
  return JSON.parse(stdout) as Record<string, unknown>;
}
