import type { ValueType } from '../model/connector.js';
import { simpleTypeOf } from './system-types.js';

/** A type as K2 writes it behind a Property's name: `Task`, `Task[]`, `String[]`. */
export function typeLabelOf(value: ValueType): string {
  switch (value.kind) {
    case 'named':
      return value.object;
    case 'list':
      return `${typeLabelOf(value.of)}[]`;
    case 'tuple':
      return 'Object[]';
    default:
      return simpleTypeOf(value) ?? 'Object';
  }
}
