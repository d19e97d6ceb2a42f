import type { ValueType } from './connector.js';

/** The types that a type is made of, one level down. */
export function partsOfValue(value: ValueType): readonly ValueType[] {
  switch (value.kind) {
    case 'list':
    case 'map':
      return [value.of];
    case 'one-of':
      return value.of;
    case 'tuple':
      return value.rest === undefined ? value.items : [...value.items, value.rest];
    case 'record':
      return value.rest === undefined ? [] : [value.rest];
    default:
      return [];
  }
}
