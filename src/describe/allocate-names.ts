import { compareText } from '../base/compare-text.js';
import { identifierOf, nameKey, safeIdentifierOf } from './identifier.js';
import { isReserved, type ReservedNames } from './reserved-names.js';

/** Something that needs a system name among its neighbours. */
export interface NameWish {
  /** Tells wishes apart; also the last word in the order between two of the same name. */
  readonly id: string;
  /** The name to start from. */
  readonly name: string;
  /** Of two that want the same name, the one of lower rank gets it. Default 0. */
  readonly rank?: number;
  /** Added, after an underscore, when the name is taken: `query` for a parameter. Else a number. */
  readonly suffix?: string;
}

/** The name that a wish was given. */
export interface AllocatedName {
  readonly systemName: string;
  /** Differs from what K2's identifier rule alone would give. */
  readonly renamed: boolean;
}

/**
 * Gives each wish a system name of its own, by its id. The result does not depend on the order of the wishes, and
 * a wish more changes no other name unless it wants the same one. Who needs no change gets its name first; of
 * several that want the same, the one that is written so already, then the first by rank, name and id.
 *
 * @param reserved names that nobody gets
 */
export function allocateNames(
  wishes: readonly NameWish[],
  reserved: ReservedNames,
): Map<string, AllocatedName> {
  const undisputed = new Allocation(reserved);
  if (wishes.every((wish) => undisputed.take(wish, safeIdentifierOf(wish.name)))) return undisputed.allocated;
  const allocation = new Allocation(reserved);
  const candidates = wishes.map((wish) => ({ wish, name: safeIdentifierOf(wish.name) })).sort(inOrderOfRight);
  const late = candidates.filter(({ wish, name }) => !allocation.take(wish, name));
  for (const { wish, name } of late) allocation.takeChanged(wish, name);
  return allocation.allocated;
}

/** The name that a wish was given. A wish that was not handed in is a mistake of ours. */
export function nameGiven(names: ReadonlyMap<string, AllocatedName>, id: string): AllocatedName {
  const name = names.get(id);
  if (name === undefined) throw new Error('no name was allocated for this wish');
  return name;
}

class Allocation {
  readonly allocated = new Map<string, AllocatedName>();
  readonly #reserved: ReservedNames;
  readonly #taken = new Set<string>();
  /** The number to try next, by the key of the name without one. */
  readonly #numbers = new Map<string, number>();

  constructor(reserved: ReservedNames) {
    this.#reserved = reserved;
  }

  /** Whether the name was free. */
  take(wish: NameWish, systemName: string): boolean {
    const key = nameKey(systemName);
    if (isReserved(this.#reserved, systemName, key) || this.#taken.has(key)) return false;
    this.#taken.add(key);
    this.allocated.set(wish.id, { systemName, renamed: systemName !== identifierOf(wish.name) });
    return true;
  }

  takeChanged(wish: NameWish, name: string): void {
    const marked = wish.suffix === undefined ? `${name}_` : `${name}_${wish.suffix}`;
    const isMark = wish.suffix !== undefined || isReserved(this.#reserved, name);
    if (isMark && this.take(wish, marked)) return;
    const key = nameKey(name);
    let number = this.#numbers.get(key) ?? 2;
    while (!this.take(wish, `${name}_${number}`)) number++;
    this.#numbers.set(key, number + 1);
  }
}

interface Candidate {
  readonly wish: NameWish;
  readonly name: string;
}

function inOrderOfRight(left: Candidate, right: Candidate): number {
  const exact = Number(right.name === right.wish.name) - Number(left.name === left.wish.name);
  const rank = (left.wish.rank ?? 0) - (right.wish.rank ?? 0);
  return (
    exact || rank || compareText(left.wish.name, right.wish.name) || compareText(left.wish.id, right.wish.id)
  );
}
