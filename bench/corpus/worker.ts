import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import { checkFiles } from './check-files.js';
import { type Generated, type Generator, generate, Refusal } from './generate.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { TypeChecker } from './type-checker.js';
import type { Job, WorkerMessage, WorkerSettings } from './worker-messages.js';

/** A process of its own: takes descriptors one by one and says what became of each. */
const { dist } = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings;
const generator = (await import(pathToFileURL(join(dist, 'index.js')).href)) as Generator;
const checker = new TypeChecker(dist);

process.on('disconnect', () => process.exit());
process.on('message', async (job: Job) => say({ kind: 'outcome', outcome: await outcomeFor(job) }));
say({ kind: 'ready' });

async function outcomeFor(job: Job): Promise<Outcome> {
  try {
    say({ kind: 'phase', phase: 'generating' });
    const started = performance.now();
    const generated = await generate(generator, job.path);
    return await checkedOutcome(job, generated, performance.now() - started);
  } catch (error) {
    if (error instanceof Refusal) return outcomeOf('refused', [{ message: error.message }]);
    return outcomeOf('crashed', [crashOf(error)]);
  }
}

async function checkedOutcome(
  job: Job,
  { files, problems }: Generated,
  generateMs: number,
): Promise<Outcome> {
  say({ kind: 'phase', phase: 'type-checking' });
  const started = performance.now();
  const findings = [...checkFiles(files), ...checker.check(files)];
  const emitted = {
    files: files.length,
    bytes: files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
    problems,
    generateMs: Math.round(generateMs),
    checkMs: Math.round(performance.now() - started),
  };
  if (findings.length > 0 && job.keepIn !== undefined) await writeAll(files, job.keepIn);
  return outcomeOf(findings.length > 0 ? 'not-compiling' : 'generated', findings, emitted);
}

function crashOf(error: unknown): { message: string; at?: string } {
  if (!(error instanceof Error)) return { message: `Thrown: ${String(error)}` };
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return { message: `${error.name}: ${error.message}`, ...(frame !== undefined && { at: frame.trim() }) };
}

async function writeAll(files: readonly EmittedFile[], folder: string): Promise<void> {
  for (const { path, content } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

function say(message: WorkerMessage): void {
  process.send?.(message);
}
