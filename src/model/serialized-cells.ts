import type { CellType } from './definition.js';

type SerializedCell = 'SerializedItem' | 'SerializedArray' | 'SerializedValue';

/** Whether values of a cell are held as Serialized text; K2's word for such a cell is Memo. */
export function isSerialized(cell: CellType): cell is SerializedCell {
  return cell === 'SerializedItem' || cell === 'SerializedArray' || cell === 'SerializedValue';
}
