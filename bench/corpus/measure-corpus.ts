import { join } from 'node:path';
import type { Arguments } from './arguments.js';
import { buildHash } from './build-hash.js';
import type { Candidate } from './candidate.js';
import type { Result } from './count-outcomes.js';
import { findDescriptors } from './find-descriptors.js';
import type { Outcome } from './outcome.js';
import { ProgressBar } from './progress-bar.js';
import { ResultsFile } from './results-file.js';
import { runJobs } from './run-jobs.js';

/** What becomes of every descriptor asked for, in the order of the groups and paths. */
export async function measureCorpus(args: Arguments): Promise<Result[]> {
  const candidates = await candidatesOf(args);
  const file = new ResultsFile(args.results, await buildHash(args.dist));
  if (args.fresh) await file.clear();
  const outcomes = new Map<Candidate, Outcome>();
  for (const candidate of candidates) {
    const known = file.known(candidate);
    if (known !== undefined) outcomes.set(candidate, known);
  }
  await runMissing(candidates, outcomes, file, args);
  return candidates.flatMap((candidate) => {
    const outcome = outcomes.get(candidate);
    return outcome === undefined ? [] : [{ candidate, outcome }];
  });
}

async function candidatesOf({ groups, only }: Arguments): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const group of groups) found.push(...(await findDescriptors(group)));
  return only === undefined ? found : found.filter(({ shown }) => only.test(shown));
}

async function runMissing(
  candidates: readonly Candidate[],
  outcomes: Map<Candidate, Outcome>,
  file: ResultsFile,
  { dist, timeoutMs, maxHeapMiB, processes, keep }: Arguments,
): Promise<void> {
  const bar = new ProgressBar(process.stderr, candidates.length);
  const failing = (): number => [...outcomes.values()].filter(({ status }) => status !== 'generated').length;
  bar.show(outcomes.size, failing(), '');
  const missing = candidates.filter((candidate) => !outcomes.has(candidate));
  await runJobs(missing, {
    settings: { dist },
    limits: { timeoutMs, maxHeapMiB },
    processes,
    ...(keep !== undefined && { keepIn: ({ group, shown }) => join(keep, group, shown) }),
    onOutcome: async (candidate, outcome) => {
      outcomes.set(candidate, outcome);
      await file.keep(candidate, outcome);
      bar.show(outcomes.size, failing(), candidate.shown);
    },
  }).finally(() => bar.clear());
}
