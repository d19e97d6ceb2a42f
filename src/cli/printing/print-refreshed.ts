import type { Change, ChangeEnd } from '../../compare/change.js';
import { partName } from '../../compare/part-name.js';
import type { Refreshed } from '../../workspace/refresh-service-instances.js';
import { alignColumns, type Cell } from './align-columns.js';
import { counted } from './counted.js';
import type { Paint } from './paint.js';
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
  return changes.length === 0 ? [`  ${paint.dim('nothing that callers meet')}`] : changeLines(changes, paint);
}

/** What is safe is only counted: a descriptor that grows has much of it. */
function changeLines(changes: readonly Change[], paint: Paint): string[] {
  const paints = { breaking: paint.red, dangerous: paint.yellow, safe: paint.green };
  const grave = changes.filter(({ severity }) => severity !== 'safe');
  const safe = changes.length - grave.length;
  const rows = grave.map(({ severity, before, after, message }): Cell[] => [
    { text: severity, paint: paints[severity] },
    namesOf(before, after),
    message,
  ]);
  if (safe > 0) rows.push([{ text: 'safe', paint: paints.safe }, counted(safe, 'change')]);
  return alignColumns(rows, '  ');
}

function namesOf(before: ChangeEnd | undefined, after: ChangeEnd | undefined): string {
  const names = [before, after].flatMap((end) => (end === undefined ? [] : partName(end.subject)));
  return [...new Set(names)].join(' → ');
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
