import type { Generated } from '../workspace/generate-connectors.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';
import { problemJson } from './print-problems.js';

export function printGenerated(generated: readonly Generated[], paint: Paint): string[] {
  const rows = generated.map(({ name, folder, written, unchanged, removed }): Cell[] => [
    { text: name, paint: paint.bold },
    folder,
    countOf(written, 'written', paint.green),
    countOf(unchanged, 'unchanged', paint.dim),
    countOf(removed, 'removed', paint.yellow),
  ]);
  const heads = alignColumns(rows);
  return generated.flatMap((one, index) => [heads[index] ?? '', ...printSelection(one, paint)]);
}

function countOf(files: readonly string[], what: string, paint: (text: string) => string): Cell {
  const text = `${files.length} ${what}`;
  return files.length === 0 ? text : { text, paint };
}

function printSelection({ selection, broughtAlong }: Generated, paint: Paint): string[] {
  if (selection === undefined) return [];
  const selected = [...selection.objects, ...selection.systemTypes].join(', ');
  const rows: Cell[][] = [[{ text: 'selected', paint: paint.dim }, selected === '' ? 'nothing' : selected]];
  if (broughtAlong.length > 0)
    rows.push([{ text: 'brought along', paint: paint.dim }, broughtAlong.join(', ')]);
  return alignColumns(rows, '  ');
}

/** `{ connectors: [{ name, folder, written, unchanged, removed, selection?, broughtAlong, problems }] }` */
export function generatedJson(generated: readonly Generated[]): object {
  return {
    connectors: generated.map(({ problems, ...rest }) => ({ ...rest, problems: problems.map(problemJson) })),
  };
}
