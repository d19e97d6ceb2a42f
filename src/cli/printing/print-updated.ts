import { join } from 'node:path';
import type { Updated } from '../../workspace/update-connectors.js';
import { countsOfChanges } from '../../workspace/update-summary.js';
import { alignColumns, type Cell } from './align-columns.js';
import { counted } from './counted.js';
import type { Paint } from './paint.js';
import { printCallerChanges } from './print-changes.js';
import { printFileCounts } from './print-generated.js';
import { problemJson } from './print-problems.js';

/** How many files of one connector are listed. */
const MAX_FILES = 20;
/** Lines that are seen at once. */
const SCREEN = 20;

/**
 * Each Service Instance with its versions, what became of its files and what that means to callers.
 *
 * @param withSafe whether safe changes are listed, and not only counted
 */
export function printUpdated(updated: readonly Updated[], paint: Paint, withSafe = false): string[] {
  const heads = alignColumns(updated.map((one) => headOf(one, paint)));
  return updated.flatMap((one, index) => [heads[index] ?? '', ...printChanges(one, withSafe, paint)]);
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

function printChanges({ status, changes }: Updated, withSafe: boolean, paint: Paint): string[] {
  if (status === 'unchanged') return [];
  if (changes === undefined)
    return [`  ${paint.dim('the old copy was gone or edited: nothing to compare with')}`];
  const lines = printCallerChanges(changes, withSafe, paint);
  return [`  ${countsOfChanges(changes)}`, ...(lines.length === 0 ? [] : ['', ...lines])];
}

/** The same for a whole run: where it is more than a screen, what came of it is told once more at the end. */
export function printUpdate(updated: readonly Updated[], paint: Paint): string[] {
  const lines = printUpdated(updated, paint);
  const changed = updated.filter(({ status }) => status === 'changed');
  if (lines.length <= SCREEN || changed.length === 0) return lines;
  const counts = countsOfChanges(changed.flatMap(({ changes = [] }) => changes));
  return [...lines, `${changed.length} of ${counted(updated.length, 'descriptor')} changed: ${counts}.`];
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

/** `{ serviceInstances: [{ name, status, sha256, version?, changes?, connector, problems }] }` */
export function updatedJson(updated: readonly Updated[]): object {
  return {
    serviceInstances: updated.map(({ connector, problems, files: _files, ...rest }) => {
      const { problems: _same, ...replaced } = connector;
      return { ...rest, connector: replaced, problems: problems.map(problemJson) };
    }),
  };
}
