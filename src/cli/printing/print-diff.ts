import { formatPlace } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import type { ChangeSeverity } from '../../compare/change.js';
import type { ComparedSide } from '../../workspace/diff-connectors.js';
import type { PlacedChange } from '../../workspace/sides/placed-change.js';
import { concerns, isUnused, type JudgedDiff, SEVERITIES } from '../commands/judge-diff.js';
import { alignColumns } from './align-columns.js';
import type { Paint } from './paint.js';
import { foldedChanges, listedChanges } from './print-changes.js';

/** From this many lines on, the verdict is told once more below them. */
const SCREEN = 20;
/** Said beside those that are only counted. */
const ALL = ' (--all lists them)';

/** What a change does to those who call the Methods: the worst first, by SmartObject; what is safe only counted. */
export function printDiff(judged: JudgedDiff, all: boolean, paint: Paint): string[] {
  const { diff, judging, passed, summary } = judged;
  const known = diff.changes.filter(({ ignored }) => ignored !== undefined);
  const concerning = diff.changes.filter((change) => concerns(change, judging));
  const unused = diff.changes.filter((change) => isUnused(change) && !concerns(change, judging));
  const bySeverity = (severity: ChangeSeverity): PlacedChange[] =>
    concerning.filter((change) => change.severity === severity);
  const verdict = `${passed ? paint.green('passed') : paint.red('not passed')}: ${summary}`;
  const lines = [
    ...SEVERITIES.flatMap((severity) => {
      const changes = bySeverity(severity);
      const isFolded = severity === 'safe' && !all;
      return isFolded
        ? foldedChanges(severity, changes, paint, ALL)
        : listedChanges(severity, changes, paint);
    }),
    ...(all ? listedChanges('not used', unused, paint) : foldedChanges('not used', unused, paint, ALL)),
    ...(all ? listedChanges('ignored', known, paint) : foldedChanges('ignored', known, paint, ALL)),
    ...ignoreLines(judged, paint),
  ];
  const top = [...head(diff.before, diff.after, paint), verdict];
  return lines.length <= SCREEN ? [...top, ...beforeEach(lines)] : [...top, '', ...lines, verdict];
}

function beforeEach(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines.slice(0, -1)];
}

function head(before: ComparedSide, after: ComparedSide, paint: Paint): string[] {
  const title = before.title === after.title ? after.title : `${before.title} → ${after.title}`;
  const version = before.version === after.version ? after.version : `${before.version} → ${after.version}`;
  return [
    `${paint.bold(visibleText(title))} ${visibleText(version)}`,
    paint.dim(visibleText(`${before.location} → ${after.location}`)),
  ];
}

function ignoreLines({ diff }: JudgedDiff, paint: Paint): string[] {
  const rows = [
    ...diff.expired.map(({ rule, place, expires, at }) => [
      formatPlace(at),
      { text: 'expired', paint: paint.red },
      `${rule} at ${place}: ignored until ${expires}`,
    ]),
    ...diff.unmatched.map(({ rule, place, at }) => [
      formatPlace(at),
      { text: 'unmatched', paint: paint.yellow },
      `${rule} at ${place}: no change is what this entry stands for`,
    ]),
  ];
  return rows.length === 0 ? [] : [...alignColumns(rows), ''];
}
