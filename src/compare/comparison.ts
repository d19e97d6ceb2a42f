import type { ServiceObject, ValueType } from '../model/connector.js';
import { HARMLESS, judgeTypes } from './judge-types.js';
import type { Comparing, Judgement } from './values/comparing.js';
import type { Facet } from './values/facet.js';
import type { TypesByName } from './values/types-by-name.js';

/** One comparison: what its steps know, and what they have found out of types that hold each other. */
export class Comparison implements Comparing {
  readonly before: TypesByName;
  readonly after: TypesByName;
  readonly paired: ReadonlyMap<string, string>;
  readonly #settled = new Map<string, Judgement>();
  /** Of the judgement under way. Types that hold themselves do, until something else speaks against them. */
  readonly #assumed = new Map<string, Judgement>();
  readonly #underWay = new Set<string>();

  constructor(before: TypesByName, after: TypesByName, paired: ReadonlyMap<string, string>) {
    this.before = before;
    this.after = after;
    this.paired = paired;
  }

  once(before: ValueType, after: ValueType, compare: () => Facet[]): Facet[] {
    const key = JSON.stringify([before, after]);
    if (this.#underWay.has(key)) return [];
    this.#underWay.add(key);
    const facets = compare();
    this.#underWay.delete(key);
    return facets;
  }

  judge(before: ServiceObject, after: ServiceObject): Judgement {
    const key = JSON.stringify([before.systemName, after.systemName]);
    const known = this.#settled.get(key) ?? this.#assumed.get(key);
    if (known !== undefined) return known;
    const isOutermost = this.#assumed.size === 0;
    this.#assumed.set(key, HARMLESS);
    const judgement = judgeTypes(before, after, this);
    this.#assumed.set(key, judgement);
    if (!isOutermost) return judgement;
    // Only now nothing of it rests on an assumption.
    this.#assumed.clear();
    this.#settled.set(key, judgement);
    return judgement;
  }
}
