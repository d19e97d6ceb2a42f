import { join } from 'node:path';
import type { Change } from '../../compare/change.js';
import type { Updated } from '../../workspace/update-connectors.js';
import { changedName, countsOfChanges } from '../../workspace/update-summary.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';
import { printFileCounts } from './print-generated.js';
import { problemJson } from './print-problems.js';

/** How many files of one connector are listed. */
const MAX_FILES = 20;

/** Each Service Instance with its versions, what became of its files and what that means to callers. */
export function printUpdated(updated: readonly Updated[], paint: Paint): string[] {
  const heads = alignColumns(updated.map((one) => headOf(one, paint)));
  return updated.flatMap((one, index) => [heads[index] ?? '', ...printChanges(one, paint)]);
}

function headOf({ name, status, version, connector }: Updated, paint: Paint): Cell[] {
  const { before, after } = version ?? { after: '' };
  const versions = before === undefined || before === after ? after : `${before} → ${after}`;
  return [
    { text: name, paint: paint.bold },
    { text: status, paint: status === 'changed' ? paint.yellow : paint.dim },
    versions,
    ...printFileCounts(connector, paint),
  ];
}

function printChanges({ status, changes }: Updated, paint: Paint): string[] {
  if (status === 'unchanged') return [];
  if (changes === undefined)
    return [`  ${paint.dim('the old copy was gone or edited: nothing to compare with')}`];
  return [`  ${countsOfChanges(changes)}`, ...printChangeLines(changes, paint)];
}

/** The files of the connector that were written or removed. */
export function printUpdatedFiles({ connector }: Updated, paint: Paint): string[] {
  const { folder, written, removed } = connector;
  const rows = [
    ...written.map((path): Cell[] => [{ text: '~', paint: paint.yellow }, join(folder, path)]),
    ...removed.map((path): Cell[] => [{ text: '-', paint: paint.red }, join(folder, path)]),
  ];
  const more = rows.length - MAX_FILES;
  return [
    ...alignColumns(rows.slice(0, MAX_FILES), '  ', ' '),
    ...(more > 0 ? [`  ${paint.dim(`and ${more} more`)}`] : []),
  ];
}

/** One line for each change and, unless it is safe, one for what to do. */
export function printChangeLines(changes: readonly Change[], paint: Paint): string[] {
  const rows = changes.map((change): Cell[] => [
    { text: change.severity, paint: paintOf(change.severity, paint) },
    changedName(change),
    change.message,
    { text: change.code, paint: paint.dim },
  ]);
  const heads = alignColumns(rows, '  ');
  return changes.flatMap(({ severity, advice }, index) => {
    const head = heads[index] ?? '';
    return severity === 'safe' ? [head] : [head, `    ${paint.dim(advice)}`];
  });
}

function paintOf(severity: Change['severity'], paint: Paint): (text: string) => string {
  if (severity === 'safe') return paint.green;
  return severity === 'breaking' ? paint.red : paint.yellow;
}

/** `{ serviceInstances: [{ name, status, sha256, version?, changes?, connector, problems }] }` */
export function updatedJson(updated: readonly Updated[]): object {
  return {
    serviceInstances: updated.map(({ connector, problems, files: _files, ...rest }) => {
      const { problems: _same, ...replaced } = connector;
      return { ...rest, connector: replaced, problems: problems.map(problemJson) };
    }),
  };
}
