import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Candidate } from './candidate.js';
import type { Outcome } from './outcome.js';

interface Line {
  readonly path: string;
  readonly sha256: string;
  readonly build: string;
  readonly outcome: Outcome;
}

/** Outcomes on disk, a JSON text on each line, so that a run that was broken off goes on where it stood. */
export class ResultsFile {
  readonly #path: string;
  readonly #build: string;
  readonly #known = new Map<string, Outcome>();

  /** @param build what the outcomes depend on besides the descriptor */
  constructor(path: string, build: string) {
    this.#path = path;
    this.#build = build;
    for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) this.#learn(line);
  }

  /** The outcome of an earlier run. A crash is tried again: time and memory may be more now. */
  known(candidate: Candidate): Outcome | undefined {
    const outcome = this.#known.get(keyOf(candidate));
    return outcome?.status === 'crashed' ? undefined : outcome;
  }

  async keep({ path, sha256 }: Candidate, outcome: Outcome): Promise<void> {
    const line: Line = { path, sha256, build: this.#build, outcome };
    await mkdir(dirname(this.#path), { recursive: true });
    // The line feed stands in front: a line that was cut off spoils no other.
    await appendFile(this.#path, `\n${JSON.stringify(line)}`);
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    this.#known.clear();
    await rm(this.#path, { force: true });
  }

  #learn(text: string): void {
    const line = parsedLine(text);
    if (line?.build === this.#build) this.#known.set(keyOf(line), line.outcome);
  }
}

function keyOf({ path, sha256 }: { readonly path: string; readonly sha256: string }): string {
  return `${sha256} ${path}`;
}

function parsedLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
