import type { ValueType } from '../../model/connector.js';
import { kindsIn } from './compare-scalars.js';
import { type TypesByName, unfolded } from './types-by-name.js';

/** All choices are values of the plain type. */
export function isWide(wide: ValueType, narrow: ValueType): boolean {
  if (narrow.kind !== 'choice') return false;
  const kind = wide.kind === 'text' ? 'string' : wide.kind === 'number' ? 'number' : 'boolean';
  if (wide.kind !== 'text' && wide.kind !== 'number' && wide.kind !== 'yes-no') return false;
  return narrow.values.every((value) => value === null || typeof value === kind);
}

/** How K2 holds a value, as far as it matters here. */
export function holdingOf(value: ValueType, types: TypesByName): string {
  switch (value.kind) {
    case 'text':
    case 'number':
    case 'yes-no':
    case 'file':
      return value.kind;
    case 'choice':
      return { string: 'text', number: 'number', boolean: 'yes-no' }[kindsIn(value.values)] ?? 'Memo';
    case 'one-of': {
      const parts = value.of.map((part) => unfolded(part, types));
      const held = new Set(parts.map((part) => (part.kind === 'one-of' ? 'Memo' : holdingOf(part, types))));
      return held.size === 1 ? ([...held][0] ?? 'Memo') : 'Memo';
    }
    default:
      return 'Memo';
  }
}
