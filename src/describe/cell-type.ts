import type { ChoiceValue, SmartObjectType, ValueType } from '../model/connector.js';
import type { CellType } from '../model/definition.js';
import { isSerialized } from '../model/serialized-cells.js';

/** How a named type is held, or undefined for a name that stands for nothing. */
export type CellOfType = (object: string) => CellType | undefined;

/**
 * How K2 holds a value: scalars as themselves, everything nested as Serialized text. The mapping is that of K2's
 * REST Service Type, as observed.
 */
export function cellTypeOf(value: ValueType, cellOfType: CellOfType): CellType {
  switch (value.kind) {
    case 'text':
      return value.format === 'date-time' || value.format === 'date' ? 'DateTime' : 'Text';
    case 'number':
      return value.whole ? 'Number' : 'Decimal';
    case 'yes-no':
      return 'YesNo';
    case 'file':
      return 'File';
    case 'choice':
      return cellTypeOfChoices(value.values);
    case 'list':
    case 'tuple':
      return 'SerializedArray';
    case 'record':
    case 'map':
      return 'SerializedItem';
    case 'named':
      return cellOfType(value.object) ?? 'SerializedValue';
    case 'one-of':
      return commonCellType(value.of.map((part) => cellTypeOf(part, cellOfType)));
    default:
      return 'SerializedValue';
  }
}

/** K2's word for a cell: everything Serialized is Memo. */
export function smartObjectTypeOf(cell: CellType): SmartObjectType {
  return isSerialized(cell) ? 'Memo' : cell;
}

/** What is either this or that is held as their common type, or as any JSON. */
function commonCellType(cells: readonly CellType[]): CellType {
  const [first, ...others] = cells;
  return first !== undefined && others.every((cell) => cell === first) ? first : 'SerializedValue';
}

function cellTypeOfChoices(values: readonly ChoiceValue[]): CellType {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  if (kinds.size !== 1) return kinds.size === 0 ? 'Text' : 'SerializedValue';
  if (kinds.has('string')) return 'Text';
  if (kinds.has('boolean')) return 'YesNo';
  return values.every((value) => value === null || Number.isInteger(value)) ? 'Number' : 'Decimal';
}
