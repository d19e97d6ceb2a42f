import { spawn } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'bench/corpus/main.ts');
const BUILT = join(ROOT, 'dist');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with descriptors and with a generator that goes wrong where the title of one says so. */
export class CorpusFolder {
  readonly descriptors: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.descriptors = join(folder, 'descriptors');
  }

  static async make(): Promise<CorpusFolder> {
    const made = new CorpusFolder(await mkdtemp(join(tmpdir(), 'rest-broker-corpus-')));
    await made.#write('package.json', '{ "type": "module" }');
    await made.#write('dist/index.js', faultyGenerator(join(made.#folder, 'log')));
    const runtime = relative(join(made.#folder, 'dist/runtime'), join(BUILT, 'runtime/index.js'));
    await made.#write('dist/runtime/index.d.ts', `export * from '${runtime.replaceAll('\\', '/')}';\n`);
    await made.#write('log', '');
    return made;
  }

  writeDescriptor(name: string, content: string): Promise<void> {
    return this.#write(`descriptors/${name}`, content);
  }

  /** Titles of the connectors emitted since this was asked last, in order of their names. */
  async emitted(): Promise<string[]> {
    const titles = (await readFile(join(this.#folder, 'log'), 'utf8')).split('\n').filter(Boolean);
    await this.#write('log', '');
    return titles.sort();
  }

  /** Breaks the last line of the results off, as a power cut does. */
  cutResults(): Promise<void> {
    return appendFile(join(this.#folder, 'results.ndjson'), '\n{"path":"');
  }

  /** Runs the command on the descriptors, its streams on pipes. */
  run(...args: readonly string[]): Promise<Ran> {
    const folders = ['--dist', join(this.#folder, 'dist'), '--results', join(this.#folder, 'results.ndjson')];
    return new Promise((resolve, reject) => {
      const line = ['--import', 'tsx', MAIN, this.descriptors, ...folders, ...args];
      const child = spawn(process.execPath, line, { cwd: ROOT });
      const read = { stdout: '', stderr: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => (read.stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (read.stderr += text));
      child.on('error', reject).on('close', (code) => resolve({ code, ...read }));
    });
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  async #write(name: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.#folder, name)), { recursive: true });
    await writeFile(join(this.#folder, name), content);
  }
}

/** The real generator but for its last step, which keeps a log. */
function faultyGenerator(log: string): string {
  return `import { appendFileSync } from 'node:fs';
import * as built from '${pathToFileURL(join(BUILT, 'index.js')).href}';
export * from '${pathToFileURL(join(BUILT, 'index.js')).href}';
export function emitTypeScript(connector, options) {
  appendFileSync(${JSON.stringify(log)}, connector.title + '\\n');
  if (connector.title === 'Throws') throw new TypeError('made to throw');
  if (connector.title === 'Endless') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  const hoard = [];
  while (connector.title === 'Hungry') hoard.push(new Array(100_000).fill(1.5));
  const files = built.emitTypeScript(connector, options);
  const wrong = { path: 'wrong.ts', content: 'export const count: number =\\n  "one";\\n' };
  return connector.title === 'Wrong' ? [...files, wrong] : files;
}
`;
}

/** A descriptor of one Method. */
export function descriptorOf(title: string, version = '3.0.3'): string {
  const paths = { '/tasks': { get: { responses: { 204: { description: 'Done' } } } } };
  return JSON.stringify({ openapi: version, info: { title, version: '1' }, paths });
}
