import { visibleText } from '../../base/visible-text.js';

/** Text of a table, and how it is set off. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

/** Rows of cells → lines with the columns under each other, everything in them made visible. */
export function alignColumns(rows: readonly (readonly Cell[])[], indent = '', gap = '  '): string[] {
  const shown = rows.map((row) => row.map(shownCell));
  const widths: number[] = [];
  for (const row of shown) {
    for (const [column, { text }] of row.entries()) {
      if (column < row.length - 1) widths[column] = Math.max(widths[column] ?? 0, text.length);
    }
  }
  return shown.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== '');
    const cells = row.slice(0, last + 1).map(({ text, paint }, column) => {
      const padding = column === last ? '' : ' '.repeat(Math.max(0, (widths[column] ?? 0) - text.length));
      return paint(text) + padding;
    });
    return indent + cells.join(gap);
  });
}

function shownCell(cell: Cell): Exclude<Cell, string> {
  if (typeof cell === 'string') return { text: visibleText(cell), paint: (text) => text };
  return { text: visibleText(cell.text), paint: cell.paint };
}
