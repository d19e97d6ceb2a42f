import { nearNames } from '../../base/near-names.js';

/** What goes on, what went and what came. */
export interface Matched<T> {
  readonly kept: readonly (readonly [before: T, after: T])[];
  readonly renamed: readonly (readonly [before: T, after: T])[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

interface Named {
  readonly systemName: string;
  readonly wireName: string;
}

/**
 * Things of the same system name are the same. One that went and one that came are the same under another name
 * where the evidence is strong.
 *
 * @param isRenamed whether what went could be what came, names aside
 */
export function matchNames<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  isRenamed: (gone: T, come: T) => boolean,
): Matched<T> {
  const later = new Map(after.map((thing) => [thing.systemName, thing]));
  const earlier = new Set(before.map(({ systemName }) => systemName));
  const kept = before.flatMap((thing): [T, T][] => {
    const same = later.get(thing.systemName);
    return same === undefined ? [] : [[thing, same]];
  });
  const gone = before.filter(({ systemName }) => !later.has(systemName));
  const come = after.filter(({ systemName }) => !earlier.has(systemName));
  const renamed = matchRenamed(gone, come, isRenamed);
  const passed = new Set(renamed.flat());
  return {
    kept,
    renamed,
    gone: gone.filter((thing) => !passed.has(thing)),
    come: come.filter((thing) => !passed.has(thing)),
  };
}

/** Pairs of which each has no other candidate. */
function matchRenamed<T>(
  gone: readonly T[],
  come: readonly T[],
  isRenamed: (gone: T, come: T) => boolean,
): [T, T][] {
  return gone.flatMap((one): [T, T][] => {
    const [other, ...more] = come.filter((candidate) => isRenamed(one, candidate));
    if (other === undefined || more.length > 0) return [];
    const rivals = gone.filter((rival) => isRenamed(rival, other));
    return rivals.length === 1 ? [[one, other]] : [];
  });
}

/** `dueDate` and `due_date`, `assigneId` and `assigneeId`: the same word, written otherwise. */
export function areAlike(one: string, other: string): boolean {
  const plain = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return plain(one) === plain(other) || nearNames(plain(one), [plain(other)]).length > 0;
}
