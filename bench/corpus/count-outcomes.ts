import type { Candidate } from './candidate.js';
import type { Outcome, Status } from './outcome.js';

/** A descriptor and what became of it. */
export interface Result {
  readonly candidate: Candidate;
  readonly outcome: Outcome;
}

/** One row of the table. */
export interface Row extends Readonly<Record<Status, number>> {
  readonly group: string;
  readonly descriptors: number;
}

/** How often each thing happened, by group and, with more than one group, altogether. */
export function countOutcomes(groups: readonly string[], results: readonly Result[]): Row[] {
  const rows = groups.map((group) =>
    rowOf(
      group,
      results.filter(({ candidate }) => candidate.group === group),
    ),
  );
  return groups.length > 1 ? [...rows, rowOf('all', results)] : rows;
}

function rowOf(group: string, results: readonly Result[]): Row {
  const count = (status: Status): number => results.filter(({ outcome }) => outcome.status === status).length;
  return {
    group,
    descriptors: results.length,
    generated: count('generated'),
    refused: count('refused'),
    crashed: count('crashed'),
    'not-compiling': count('not-compiling'),
  };
}
