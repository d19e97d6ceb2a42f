import type { Command } from 'commander';
import type { OnPhase } from '../workspace/descriptors/load-source.js';
import type { OnProgress, Step } from '../workspace/progress.js';
import { findWorkspace } from '../workspace/registry/find-workspace.js';
import { counted } from './printing/counted.js';
import type { Paint } from './printing/paint.js';
import { printJson } from './printing/print-json.js';
import type { Terminal } from './terminal.js';

/** What every command is given. Each fetches its use case only when it runs: help needs none of them. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** The command ran, and the answer is no: exit code 1. */
  readonly answerNo: () => void;
}

/** What every command may be told. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly json?: boolean;
}

/** A command's own options together with the common ones. */
export function optionsOf<Options extends CommonOptions>(command: Command): Options {
  return command.optsWithGlobals<Options>();
}

export function workspaceOf({ workspace }: CommonOptions): string {
  return findWorkspace(workspace);
}

/** Prints a command's product: for people, or as JSON. */
export function printProduct(
  { terminal }: CommandContext,
  { json }: CommonOptions,
  product: { readonly lines: (paint: Paint) => readonly string[]; readonly json: () => unknown },
): void {
  terminal.print(json === true ? printJson(product.json()) : product.lines(terminal.paint));
}

/** Shows what is being read or fetched. */
export function progressOf({ terminal }: CommandContext): OnPhase {
  return (phase, file) => terminal.progress(`${WORDS[phase]} ${file}`);
}

/** Shows which step of a long run begins, for which Service Instance, with how many files. */
export function stepsOf({ terminal }: CommandContext): OnProgress {
  return ({ step, name, file, files }) => {
    const what = file ?? (files === undefined ? '' : counted(files, 'file'));
    terminal.progress(`${name === undefined ? '' : `${name}: `}${WORDS[step]} ${what}`.trimEnd());
  };
}

const WORDS: Readonly<Record<Step, string>> = {
  read: 'reading',
  fetch: 'fetching',
  parse: 'parsing',
  link: 'linking',
  describe: 'describing',
  emit: 'emitting',
  check: 'checking',
  compare: 'comparing',
  write: 'writing',
};

/** Gathers the values of an option that may be given several times. */
export function gather(value: string, gathered: readonly string[] = []): readonly string[] {
  return [...gathered, value];
}

/** `a, b` → names. */
export function nameList(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
