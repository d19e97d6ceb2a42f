import type { ValueType } from '../../model/connector.js';
import type { Facet } from './facet.js';
import { shownValue } from './shown-value.js';

/** Another value altogether. */
export function retyped(before: ValueType, after: ValueType): Facet {
  return towards('retyped', before, after);
}

/**
 * A difference of one kind, told by what the value was and is.
 *
 * @param answered what it is to who gets the value, where that is not the same
 */
export function towards(
  kind: Facet['kind'],
  before: ValueType,
  after: ValueType,
  answered?: Facet['answered'],
): Facet {
  const facet = { kind, was: shownValue(before), is: shownValue(after) };
  return answered === undefined ? facet : { ...facet, answered };
}

/** Facets of a part of a value. */
export function inside(where: string, facets: readonly Facet[]): Facet[] {
  return facets.map((facet) => ({
    ...facet,
    inside: facet.inside === undefined ? where : `${where}, ${facet.inside}`,
  }));
}
