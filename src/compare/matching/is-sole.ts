import type { ValueType } from '../../model/connector.js';

/** Of a shape that says something, and that none of its neighbours has. */
export function isSole<T extends { readonly value: ValueType }>({ value }: T, among: readonly T[]): boolean {
  if (!isTelling(value)) return false;
  const shape = JSON.stringify(value);
  return among.filter((other) => JSON.stringify(other.value) === shape).length === 1;
}

/** Values of a shape that few others have. */
function isTelling(value: ValueType): boolean {
  switch (value.kind) {
    case 'named':
    case 'tuple':
    case 'one-of':
      return true;
    case 'choice':
      return value.values.length > 1;
    case 'list':
    case 'map':
      return isTelling(value.of);
    default:
      return false;
  }
}
