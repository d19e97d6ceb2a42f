import { formatPlace } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import type { Change, ChangedPart, ChangeSeverity } from '../../compare/change.js';
import { partName } from '../../compare/part-name.js';
import type { ComparedSide } from '../../workspace/diff-connectors.js';
import type { PlacedChange } from '../../workspace/sides/placed-change.js';
import { concerns, isUnused, type JudgedDiff, SEVERITIES } from '../commands/judge-diff.js';
import { alignColumns } from './align-columns.js';
import type { Paint } from './paint.js';

/** At most this many uses of one change are listed. */
const MAX_USES = 5;
/** At most this many Methods of a type are named. */
const MAX_METHODS = 3;
/** From this many lines on, the verdict is told once more below them. */
const SCREEN = 20;

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
      return isFolded ? folded(severity, changes, paint) : listed(severity, changes, paint);
    }),
    ...(all ? listed('not used', unused, paint) : folded('not used', unused, paint)),
    ...(all ? listed('ignored', known, paint) : folded('ignored', known, paint)),
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

/** `safe  12 method-added, 3 output-added` */
function folded(title: string, changes: readonly PlacedChange[], paint: Paint): string[] {
  if (changes.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { code } of changes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${count} ${code}`);
  return [`${paintOf(title, paint)(title)}  ${paint.dim(`${parts.join(', ')} (--all lists them)`)}`, ''];
}

function listed(title: string, changes: readonly PlacedChange[], paint: Paint): string[] {
  if (changes.length === 0) return [];
  const byObject = new Map<string, PlacedChange[]>();
  for (const change of changes) {
    const object = objectOf(change);
    byObject.set(object, [...(byObject.get(object) ?? []), change]);
  }
  return [
    paintOf(title, paint)(`${title} (${changes.length})`),
    '',
    ...[...byObject].flatMap(([object, own]) => [
      `  ${paint.bold(visibleText(object))}`,
      ...linesOf(own, paint),
      '',
    ]),
  ];
}

/** A line on what changes; below it what to do, where it stands, whom it reaches. */
function linesOf(changes: readonly PlacedChange[], paint: Paint): string[] {
  const heads = alignColumns(
    changes.map((change) => [namesOf(change), change.message, { text: change.code, paint: paint.dim }]),
    '    ',
  );
  return changes.flatMap((change, index) => [
    heads[index] ?? '',
    ...notesOf(change, paint).map((note) => `      ${note}`),
  ]);
}

function notesOf(
  { advice, beforePlace, afterPlace, ignored, methods = [], uses = [] }: PlacedChange,
  paint: Paint,
): string[] {
  const places = [beforePlace, afterPlace].flatMap((place) =>
    place === undefined ? [] : [formatPlace(place)],
  );
  const names = methods.map(({ object, method }) => `${object}.${method}`);
  const spots = uses.map(
    ({ place, possible }) => `used at ${formatPlace(place)}${possible === true ? ', perhaps' : ''}`,
  );
  return [
    ignored === undefined ? advice : visibleText(ignored),
    ...(places.length === 0 ? [] : [paint.dim(visibleText(places.join(' → ')))]),
    ...(names.length === 0 ? [] : [paint.dim(visibleText(`in ${shortList(names, MAX_METHODS).join(', ')}`))]),
    ...shortList(spots, MAX_USES).map((spot) => paint.cyan(visibleText(spot))),
  ];
}

function shortList(things: readonly string[], most: number): readonly string[] {
  return things.length <= most ? things : [...things.slice(0, most), `and ${things.length - most} more`];
}

function objectOf({ before, after }: Change): string {
  const subject = (before ?? after)?.subject;
  return subject === undefined || subject.part === 'connector' ? 'connector' : subject.object;
}

/** `Get_tasks.status → Get_tasks.state`, each name with its Service Object only where that is another one. */
function namesOf({ before, after }: Change): string {
  const [was, is] = [before?.subject, after?.subject];
  if (was === undefined || is === undefined) return shortName(was ?? is);
  if (partName(was) === partName(is)) return shortName(is);
  const isElsewhere = ownerOf(was) !== ownerOf(is);
  return isElsewhere ? `${partName(was)} → ${partName(is)}` : `${shortName(was)} → ${shortName(is)}`;
}

function shortName(part: ChangedPart | undefined): string {
  if (part === undefined || part.part === 'connector') return '';
  return partName(part).slice(part.object.length + 1);
}

function ownerOf(part: ChangedPart): string {
  return part.part === 'connector' ? '' : part.object;
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

function paintOf(title: string, paint: Paint): (text: string) => string {
  if (title === 'breaking') return (text) => paint.bold(paint.red(text));
  if (title === 'dangerous') return (text) => paint.bold(paint.yellow(text));
  return title === 'safe' ? paint.green : paint.bold;
}
