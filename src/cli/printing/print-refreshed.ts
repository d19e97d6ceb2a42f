import type { Refreshed } from '../../workspace/refresh-service-instances.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';
import { printCallerChanges } from './print-changes.js';
import { problemJson } from './print-problems.js';

/** How many digits of a SHA-256 are shown. */
const SHOWN_DIGITS = 12;

export function printRefreshed(refreshed: readonly Refreshed[], paint: Paint): string[] {
  const rows = refreshed.map(({ name, status, before, after }): Cell[] => [
    { text: name, paint: paint.bold },
    { text: status, paint: status === 'changed' ? paint.yellow : paint.dim },
    status === 'changed' && before !== after ? `${shortened(before)} → ${shortened(after)}` : '',
  ]);
  const heads = alignColumns(rows);
  return refreshed.flatMap((one, index) => [heads[index] ?? '', ...printChanges(one, paint)]);
}

function printChanges({ status, before, after, changes }: Refreshed, paint: Paint): string[] {
  if (status === 'unchanged') return [];
  if (changes === undefined) {
    const what =
      before === after
        ? 'the registered copy was gone or edited and is as its source again'
        : 'the old copy was gone or edited: nothing to compare with';
    return [`  ${paint.dim(what)}`];
  }
  return changes.length === 0
    ? [`  ${paint.dim('no change for callers')}`]
    : ['', ...printCallerChanges(changes, false, paint)];
}

function shortened(sha256: string): string {
  return sha256.slice(0, SHOWN_DIGITS);
}

/** `{ serviceInstances: [{ name, status, before, after, changes?, problems }] }` */
export function refreshedJson(refreshed: readonly Refreshed[]): object {
  return {
    serviceInstances: refreshed.map(({ problems, ...rest }) => ({
      ...rest,
      problems: problems.map(problemJson),
    })),
  };
}
