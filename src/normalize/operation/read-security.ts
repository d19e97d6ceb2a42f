import { joinPointer } from '../../base/json-pointer.js';
import type { NormalSecurity } from '../normal-descriptor.js';
import { securitySchemeUndeclared } from '../problems.js';
import type { Spot } from '../tree/json-node.js';
import { entriesOf, listAt, spotOf, textsAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

/** `security` of the document or an operation; nothing where it says nothing. */
export function readSecurity(
  reading: Reading,
  spot: Spot,
  declared: ReadonlyMap<string, unknown>,
): readonly NormalSecurity[] | undefined {
  const alternatives = listAt(reading, spot, 'security');
  return alternatives?.flatMap((value, index) => {
    const pointer = joinPointer(spot.pointer, 'security', index);
    const alternative = spotOf(reading, { name: 'security', value, pointer });
    return alternative === undefined ? [] : [readAlternative(reading, alternative, declared)];
  });
}

function readAlternative(
  reading: Reading,
  alternative: Spot,
  declared: ReadonlyMap<string, unknown>,
): NormalSecurity {
  const schemes = entriesOf(alternative).map(({ name }) => {
    if (!declared.has(name)) {
      const problem = securitySchemeUndeclared(alternative.pointer, { name });
      reading.reportOnce(`${problem.code} ${name}`, problem);
    }
    return { name, scopes: textsAt(reading, alternative, name) ?? [] };
  });
  return { schemes };
}
