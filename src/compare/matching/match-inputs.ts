import type { Input, Method } from '../../model/connector.js';
import { compareValues } from '../values/compare-values.js';
import type { Comparing } from '../values/comparing.js';
import { isSole } from './is-sole.js';
import { plainPath } from './match-methods.js';
import { areAlike, type Matched, matchNames } from './match-names.js';

/** The inputs of a Method, each with what became of it. */
export function matchInputs(before: Method, after: Method, comparing: Comparing): Matched<Input> {
  return matchNames(before.inputs, after.inputs, (one, other) => {
    if (one.definition === undefined || other.definition === undefined) return false;
    if (one.definition.in !== other.definition.in) return false;
    if (one.wireName === other.wireName || one.definition.in === 'body') return true;
    if (one.definition.in === 'path') return isSameSpot(one, before, other, after);
    const isSameShape =
      one.required === other.required && compareValues(one.value, other.value, comparing).length === 0;
    if (!isSameShape) return false;
    return (
      areAlike(one.wireName, other.wireName) || (isSole(one, before.inputs) && isSole(other, after.inputs))
    );
  });
}

/** Two names of one piece of the path. */
function isSameSpot(one: Input, before: Method, other: Input, after: Method): boolean {
  return spotOf(one, before) === spotOf(other, after);
}

function spotOf({ wireName }: Input, { call: { path } }: Method): string {
  const [until = ''] = path.split(`{${wireName}}`, 1);
  return plainPath(until);
}
