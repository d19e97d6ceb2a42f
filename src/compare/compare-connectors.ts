import type { Connector } from '../model/connector.js';
import type { Change } from './change.js';
import { compareHeads } from './compare-head.js';
import { compareMethods } from './compare-methods.js';
import { compareServiceObjects } from './compare-service-objects.js';
import { Comparison } from './comparison.js';
import { makeChange } from './make-change.js';
import { matchMethods } from './matching/match-methods.js';
import { pairTypes } from './matching/pair-types.js';
import { sortChanges } from './sort-changes.js';
import { typesByName } from './values/types-by-name.js';

const WHOLE = { subject: { part: 'connector' } } as const;

/**
 * What becomes of the callers of one Connector's generated Methods when another takes its place: breaking changes
 * first, then by place. Pure: the same for the same two Connectors; nothing for a Connector and itself. What stands
 * in another order, or is written in another way, is no difference; nor are titles, descriptions and display names.
 */
export function compareConnectors(before: Connector, after: Connector): Change[] {
  const methods = matchMethods(before, after);
  const types = { before: typesByName(before), after: typesByName(after) };
  const paired = pairTypes(types.before, types.after, methods.pairs);
  const comparing = new Comparison(types.before, types.after, paired);
  return sortChanges([
    ...compareHeads(before, after).map((finding) => makeChange(finding, { before: WHOLE, after: WHOLE })),
    ...compareServiceObjects(before, after, methods, comparing),
    ...compareMethods(before, after, methods, comparing),
  ]);
}
