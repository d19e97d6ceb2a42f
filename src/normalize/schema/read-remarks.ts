import type { Writable } from '../../base/writable.js';
import type { SchemaRemarks } from '../normal-schema.js';
import { own, type Spot } from '../tree/json-node.js';
import { flagAt, textAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { isLimit, readLimits } from './read-limits.js';

/** What a schema says about itself rather than about values; `nullable` is the business of its form. */
export function readRemarks(reading: Reading, spot: Spot): SchemaRemarks {
  const remarks: Writable<SchemaRemarks> = { pointer: spot.pointer };
  for (const key in spot.node) {
    switch (key) {
      case 'title':
      case 'description':
        keep(remarks, key, textAt(reading, spot, key));
        break;
      case 'readOnly':
      case 'writeOnly':
      case 'deprecated':
        keep(remarks, key, flagAt(reading, spot, key));
        break;
      case 'default':
        remarks.default = own(spot.node, key);
        break;
      case 'x-ntx-summary':
      case 'x-ms-summary':
        keep(remarks, 'displayName', displayNameOf(reading, spot));
        break;
      case 'x-ntx-visibility':
      case 'x-ms-visibility':
        if (isInternal(spot)) remarks.internal = true;
        break;
      case 'x-sunset':
        keep(remarks, 'sunset', sunsetOf(spot));
        break;
      default:
        // All of them at once, when the first is met.
        if (remarks.limits === undefined && isLimit(key)) keep(remarks, 'limits', readLimits(spot.node));
    }
  }
  return remarks;
}

/** `x-ntx-summary`, else `x-ms-summary` (Nintex Xtensions; Microsoft custom connectors). */
export function displayNameOf(reading: Reading, spot: Spot): string | undefined {
  return textAt(reading, spot, 'x-ntx-summary') ?? textAt(reading, spot, 'x-ms-summary');
}

/** `x-sunset`: the day it goes away, as written. */
export function sunsetOf({ node }: Spot): string | undefined {
  const sunset = own(node, 'x-sunset');
  return typeof sunset === 'string' && sunset !== '' ? sunset : undefined;
}

/** Hidden from workflow authors by `x-ntx-visibility` or `x-ms-visibility`. */
export function isInternal({ node }: Spot): boolean {
  return own(node, 'x-ntx-visibility') === 'internal' || own(node, 'x-ms-visibility') === 'internal';
}

function keep<K extends keyof SchemaRemarks>(
  remarks: Writable<SchemaRemarks>,
  key: K,
  value: SchemaRemarks[K] | undefined,
): void {
  if (value !== undefined) remarks[key] = value as Writable<SchemaRemarks>[K];
}
