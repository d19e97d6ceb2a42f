import type { ServiceObject } from '../model/connector.js';
import { compareProperties } from './compare-properties.js';
import { both, facetFinding, type TypeFinding } from './type-finding.js';
import { compareValues } from './values/compare-values.js';
import type { Comparing } from './values/comparing.js';
import { shownValue } from './values/shown-value.js';

/** How two types differ: in what they are, and in their Properties. */
export function compareTypes(
  before: ServiceObject,
  after: ServiceObject,
  comparing: Comparing,
): TypeFinding[] {
  const { value: was, isSingleValue: wasSingle } = before;
  const { value: is, isSingleValue: isSingle } = after;
  if (was === undefined || is === undefined) return [];
  if (wasSingle !== isSingle)
    return [{ ...both('service-object-retyped'), was: shownType(before), is: shownType(after) }];
  if (isSingle === true) return compareProperties(before.properties, after.properties, comparing);
  const facets = was.kind === is.kind ? compareValues(was, is, comparing) : [];
  const whole = facets.map((facet) => facetFinding(facet));
  // What changed in an alternative is told of its type.
  if (was.kind === 'one-of' && is.kind === 'one-of') {
    const isSettled = facets.every(({ kind }) => kind.endsWith('-nullable'));
    const sets = compareProperties(before.properties, after.properties, comparing).filter(
      (finding) => finding.before === undefined || finding.after === undefined,
    );
    return isSettled ? whole : [...whole, ...sets];
  }
  return [...whole, ...compareProperties(before.properties, after.properties, comparing)];
}

/** That the type as a whole may be null, or may not. */
export function isWholeAboutNull({ before, after, sent }: TypeFinding): boolean {
  return before === undefined && after === undefined && sent?.endsWith('-nullable') === true;
}

function shownType({ value, isSingleValue }: ServiceObject): string {
  return value === undefined || isSingleValue !== true ? 'an item with Properties' : shownValue(value);
}
