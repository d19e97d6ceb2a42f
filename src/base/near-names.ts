import { compareText } from './compare-text.js';

/** At most this many names are worth reading after «Did you mean». */
const MAX_NEAR = 3;
/** Longer names are compared by their beginning alone: the table of distances grows with the square. */
const MAX_COMPARED = 80;
/** From this length on, the beginning of a name counts as near it. */
const MIN_BEGINNING = 3;

/**
 * The known names nearest to the wanted one, nearest first, at most three: for «Did you mean». Case does
 * not count. Near is: at most two fifths of the characters typed wrong (left out, added, replaced or two
 * swapped), or one name begins with the other.
 */
export function nearNames(wanted: string, known: Iterable<string>): string[] {
  const sought = folded(wanted);
  const near: { name: string; distance: number }[] = [];
  for (const name of known) {
    const distance = nearness(sought, folded(name));
    if (distance !== undefined) near.push({ name, distance });
  }
  near.sort((a, b) => a.distance - b.distance || compareText(a.name, b.name));
  return [...new Set(near.map(({ name }) => name))].slice(0, MAX_NEAR);
}

function folded(name: string): string {
  return name.slice(0, MAX_COMPARED).toLowerCase();
}

/** The distance where it is small enough to matter. */
function nearness(sought: string, name: string): number | undefined {
  const limit = Math.max(1, Math.floor(sought.length * 0.4));
  const distance =
    Math.abs(sought.length - name.length) > limit ? Number.POSITIVE_INFINITY : editDistance(sought, name);
  if (distance <= limit && distance < Math.max(sought.length, name.length)) return distance;
  return beginsAlike(sought, name) ? limit + 1 : undefined;
}

function beginsAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= MIN_BEGINNING && (a.startsWith(b) || b.startsWith(a));
}

/** Damerau-Levenshtein distance in its restricted form (no character is touched twice), three rows at a time. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      current.push(cell(a, b, row, column, current, last, beforeLast));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

function cell(
  a: string,
  b: string,
  row: number,
  column: number,
  current: readonly number[],
  last: readonly number[],
  beforeLast: readonly number[],
): number {
  const replaced = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
  const cheapest = Math.min(replaced, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(cheapest, (beforeLast[column - 2] ?? 0) + 1) : cheapest;
}
