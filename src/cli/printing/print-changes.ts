import { formatPlace } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import type { Change, ChangedPart } from '../../compare/change.js';
import { partName } from '../../compare/part-name.js';
import type { PlacedChange } from '../../workspace/sides/placed-change.js';
import { SEVERITIES } from '../commands/judge-diff.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';

/** At most this many uses of one change are listed. */
const MAX_USES = 5;
/** At most this many Methods of a type are named. */
const MAX_METHODS = 3;
/** Places are indented, and a terminal has 80 columns. */
const MAX_PLACES_WIDTH = 72;

/**
 * What taking a new descriptor does to callers, below the line on its Service Instance.
 *
 * @param withSafe whether safe changes are listed, and not only counted
 */
export function printCallerChanges(changes: readonly Change[], withSafe: boolean, paint: Paint): string[] {
  const lines = SEVERITIES.flatMap((severity) => {
    const own = changes.filter((change) => change.severity === severity);
    const isFolded = severity === 'safe' && !withSafe;
    return isFolded ? foldedChanges(severity, own, paint) : listedChanges(severity, own, paint);
  });
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

/**
 * `safe  12 method-added, 3 output-added (--all lists them)`
 *
 * @param hint what to do to see them
 */
export function foldedChanges(
  title: string,
  changes: readonly PlacedChange[],
  paint: Paint,
  hint = '',
): string[] {
  if (changes.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { code } of changes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${count} ${code}`);
  return [`${paintOf(title, paint)(title)}  ${paint.dim(`${parts.join(', ')}${hint}`)}`, ''];
}

/** Under their SmartObjects; of each what changed, what to do, where it stands and whom it reaches. */
export function listedChanges(title: string, changes: readonly PlacedChange[], paint: Paint): string[] {
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
  // What concerns the SmartObject as a whole has no name beside its own.
  const isNamed = changes.some((change) => namesOf(change) !== '');
  const rows = changes.map((change): Cell[] => [
    ...(isNamed ? [namesOf(change)] : []),
    change.message,
    { text: change.code, paint: paint.dim },
  ]);
  const heads = alignColumns(rows, '    ');
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
    ...placeLines(places).map((line) => paint.dim(visibleText(line))),
    ...(names.length === 0 ? [] : [paint.dim(visibleText(`in ${shortList(names, MAX_METHODS).join(', ')}`))]),
    ...shortList(spots, MAX_USES).map((spot) => paint.cyan(visibleText(spot))),
  ];
}

/** `old → new` on one line where it has room there. */
function placeLines(places: readonly string[]): readonly string[] {
  const line = places.join(' → ');
  if (line.length <= MAX_PLACES_WIDTH) return line === '' ? [] : [line];
  return places.map((place, index) => (index === 0 ? place : `→ ${place}`));
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

function paintOf(title: string, paint: Paint): (text: string) => string {
  if (title === 'breaking') return (text) => paint.bold(paint.red(text));
  if (title === 'dangerous') return (text) => paint.bold(paint.yellow(text));
  return title === 'safe' ? paint.green : paint.bold;
}
