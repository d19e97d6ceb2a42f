import { fitsOnWire } from './cells.js';
import { isItem, setOwn } from './read-serialized.js';
import type { Column, RecordShape } from './record.js';
import {
  afterName,
  afterString,
  afterValue,
  hasArrived,
  isLostAt,
  type TextWalk,
  textWalk,
} from './text-walk.js';

type Row = Record<string, unknown>;

/**
 * The rows of the items of an array, which were read from that text and which nobody else holds: they become the rows
 * where they can, and the texts of what is nested in them are taken from the text.
 *
 * @returns undefined where that cannot be done, or an item is none of this type; the items are spoilt then
 */
export function rowsAlong(shape: RecordShape, text: string, items: readonly unknown[]): Row[] | undefined {
  const walk = textWalk(text);
  const rows: Row[] = [];
  let end = 0;
  for (const item of items) {
    if (!isItem(item)) return undefined;
    end = addRow(rows, shape, walk, item, end + 1);
    if (walk.isLost) return undefined;
  }
  return hasArrived(walk, items.length === 0 ? 2 : end + 1) ? rows : undefined;
}

/** @returns where the item ends that begins there */
function addRow(rows: Row[], shape: RecordShape, walk: TextWalk, item: Row, at: number): number {
  const { columns } = shape;
  let end = at;
  let next = 0;
  let isRow = !shape.isRenamed;
  for (const name in item) {
    if (isLostAt(walk, at, end, name)) return end;
    const start = afterName(walk, name, end);
    const part = item[name];
    let column = columns[next++];
    if (column?.wireName !== name) {
      column = shape.byWireName.get(name);
      // A row has the names of the type alone, and in its order.
      if (column === undefined || column.index < next - 1) isRow = false;
      next = (column?.index ?? next - 2) + 1;
    }
    if (typeof part === 'string') {
      end = afterString(walk, part, start);
      if (column === undefined || column.isText) continue;
    } else end = afterValue(walk, part, start, 2);
    if (column === undefined || part === null) continue;
    const isArray = column.type === 'SerializedArray' && Array.isArray(part);
    if (!isArray && !fitsOnWire(part, column.type)) walk.isLost = true;
    else if (column.isNested) item[name] = walk.text.slice(start, end);
  }
  rows.push(isRow ? item : picked(columns, item));
  return end === at ? at + 2 : end + 1;
}

/** The declared Properties of an object that holds cells already. */
function picked(columns: readonly Column[], item: Readonly<Row>): Row {
  const row: Row = {};
  for (const { systemName, wireName } of columns)
    if (Object.hasOwn(item, wireName)) setOwn(row, systemName, item[wireName]);
  return row;
}
