import type { Change } from '../../compare/change.js';
import { partName } from '../../compare/part-name.js';
import type { PlacedIgnore } from './ignore-entry.js';
import type { PlacedChange } from './placed-change.js';

/** Changes after a file for `--ignore`, and what of that file does not hold. */
export interface Ignoring {
  readonly changes: readonly PlacedChange[];
  /** Their day has passed: what they stood for counts again. */
  readonly expired: readonly PlacedIgnore[];
  /** No change is what they stand for. */
  readonly unmatched: readonly PlacedIgnore[];
}

/**
 * Marks the changes that are known.
 *
 * @param today as `2026-12-31`
 */
export function applyIgnores(
  changes: readonly PlacedChange[],
  entries: readonly PlacedIgnore[],
  today: string,
): Ignoring {
  const matchers = entries.map((entry) => ({ entry, matches: matcherOf(entry) }));
  const holding = matchers.filter(({ entry }) => entry.expires >= today);
  return {
    changes: changes.map((change) => {
      const found = holding.find(({ matches }) => matches(change));
      return found === undefined ? change : { ...change, ignored: found.entry.reason };
    }),
    expired: entries.filter(({ expires }) => expires < today),
    unmatched: holding.filter(({ matches }) => !changes.some(matches)).map(({ entry }) => entry),
  };
}

/** A pattern may name either end: what was, or what is. */
function matcherOf({ rule, place }: PlacedIgnore): (change: Change) => boolean {
  const pattern = new RegExp(`^${place.split('*').map(literally).join('.*')}$`, 's');
  return ({ code, before, after }) =>
    code === rule && [before, after].some((end) => end !== undefined && pattern.test(partName(end.subject)));
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
