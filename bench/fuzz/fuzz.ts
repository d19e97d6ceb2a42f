import fc from 'fast-check';
import { typeCheck } from '../../test/type-check.js';
import { Finding } from './finding.js';
import { caseOf, type FuzzCase, type Plan, plans } from './fuzz-case.js';
import { CaseRunner, type Outcome } from './run-case.js';
import type { SeedDescriptor } from './seed-descriptors.js';

/** Cases that fast-check draws from one seed; the next ones from the next seed. */
export const BATCH = 100;

export interface FuzzOptions {
  readonly seeds: readonly SeedDescriptor[];
  readonly seed: number;
  readonly runs: number;
  /** One path of one seed, to see a finding again. */
  readonly path?: string;
  /** Connectors of every batch that are type-checked, together with those of some batches more. */
  readonly typeChecked: number;
  /** In milliseconds since the epoch; past it no case is begun. */
  readonly endsAt?: number;
  readonly onCase?: (fuzzCase: FuzzCase, cases: number, found: number) => void;
  readonly onCaseDone?: () => void;
}

/** A finding with the smallest plan that shows it. */
export interface Found {
  readonly finding: Finding;
  readonly fuzzCase: FuzzCase;
  readonly seed: number;
  readonly path: string;
}

export interface FuzzResult {
  /** Descriptors that were run, those drawn while shrinking not counted. */
  readonly cases: number;
  readonly generated: number;
  readonly typeChecked: number;
  /** Refused descriptors by code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly found: readonly Found[];
}

/** Draws descriptors and runs them; each kind of finding is reported once. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const runner = new CaseRunner();
  try {
    const run = new FuzzRun(options, runner);
    const batches = Math.ceil(options.runs / BATCH);
    for (let batch = 0; batch < batches && !run.isOver(); batch++) await run.batch(batch);
    run.checkTypes();
    return run.result();
  } finally {
    runner.close();
  }
}

/** Connectors in one Program: the runtime's own source is checked with each. */
const TYPE_CHECKED_TOGETHER = 30;

interface Kept {
  readonly fuzzCase: FuzzCase;
  readonly files: NonNullable<Outcome['files']>;
  readonly seed: number;
}

class FuzzRun {
  readonly #options: FuzzOptions;
  readonly #runner: CaseRunner;
  readonly #found: Found[] = [];
  readonly #refused: Record<string, number> = {};
  /** What is to be type-checked. */
  #kept: Kept[] = [];
  #keptOfBatch = 0;
  #cases = 0;
  #generated = 0;
  #typeChecked = 0;
  #shrinking = false;

  constructor(options: FuzzOptions, runner: CaseRunner) {
    this.#options = options;
    this.#runner = runner;
  }

  isOver(): boolean {
    return Date.now() > (this.#options.endsAt ?? Number.POSITIVE_INFINITY);
  }

  result(): FuzzResult {
    return {
      cases: this.#cases,
      generated: this.#generated,
      typeChecked: this.#typeChecked,
      refused: this.#refused,
      found: this.#found,
    };
  }

  async batch(index: number): Promise<void> {
    const { runs, path, endsAt } = this.#options;
    const seed = this.#options.seed + index;
    this.#shrinking = false;
    this.#keptOfBatch = 0;
    const property = fc.asyncProperty(plans, (plan) => this.#try(plan, seed));
    const details = await fc.check(property, {
      seed,
      numRuns: Math.min(BATCH, runs - index * BATCH),
      ...(path !== undefined && { path }),
      ...(endsAt !== undefined && {
        interruptAfterTimeLimit: Math.max(1, endsAt - Date.now()),
        markInterruptAsFailure: false,
      }),
    });
    const finding = details.errorInstance;
    if (details.failed && !(finding instanceof Finding)) throw finding ?? new Error('a batch was not run');
    if (finding instanceof Finding && details.counterexample !== null) {
      const fuzzCase = caseOf(details.counterexample[0], this.#options.seeds);
      this.#found.push({ finding, fuzzCase, seed, path: details.counterexamplePath ?? '' });
    }
    if (this.#kept.length >= TYPE_CHECKED_TOGETHER) this.checkTypes();
  }

  async #try(plan: Plan, seed: number): Promise<void> {
    const fuzzCase = caseOf(plan, this.#options.seeds);
    this.#options.onCase?.(fuzzCase, this.#cases, this.#found.length);
    try {
      this.#count(fuzzCase, await this.#runner.run(fuzzCase), seed);
    } catch (finding) {
      if (!(finding instanceof Finding)) throw finding;
      if (!this.#shrinking) this.#cases++;
      // What is known already must not hide what is not.
      if (this.#found.some((known) => known.finding.signature === finding.signature)) return;
      this.#shrinking = true;
      throw finding;
    } finally {
      this.#options.onCaseDone?.();
    }
  }

  #count(fuzzCase: FuzzCase, { files, refusal }: Outcome, seed: number): void {
    if (this.#shrinking) return;
    this.#cases++;
    if (refusal !== undefined) this.#refused[refusal] = (this.#refused[refusal] ?? 0) + 1;
    if (files === undefined) return;
    this.#generated++;
    if (this.#keptOfBatch++ < this.#options.typeChecked) this.#kept.push({ fuzzCase, files, seed });
  }

  /** Type-checks what has been kept for it since the last time. */
  checkTypes(): void {
    const kept = this.#kept;
    this.#kept = [];
    if (kept.length === 0) return;
    this.#typeChecked += kept.length;
    const sources = kept.flatMap(({ files }, index) =>
      files.map(({ path, content }) => ({ path: `case-${index}/${path}`, content })),
    );
    for (const line of typeCheck(sources)) {
      const { fuzzCase, seed } = kept[Number(/^case-(\d+)/.exec(line)?.[1])] ?? {};
      if (fuzzCase === undefined || seed === undefined) throw new Error(line);
      const signature = `does not compile: ${/TS\d+/.exec(line)?.[0]}`;
      if (this.#found.some(({ finding }) => finding.signature === signature)) continue;
      this.#found.push({ finding: new Finding(signature, line), fuzzCase, seed, path: '' });
    }
  }
}
