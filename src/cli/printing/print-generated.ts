import type { Generated } from '../../workspace/connectors/generated.js';
import type { Replaced } from '../../workspace/folders/replace-files.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';
import { problemJson } from './print-problems.js';

export function printGenerated(generated: readonly Generated[], paint: Paint): string[] {
  const rows = generated.map((one): Cell[] => [
    { text: one.name, paint: paint.bold },
    one.folder,
    ...printFileCounts(one, paint),
  ]);
  const heads = alignColumns(rows);
  return generated.flatMap((one, index) => [heads[index] ?? '', ...printSelection(one, paint)]);
}

/** What became of a connector's files, as cells of a table. */
export function printFileCounts({ written, unchanged, removed }: Replaced, paint: Paint): Cell[] {
  return [
    countOf(written, 'written', paint.green),
    countOf(unchanged, 'unchanged', paint.dim),
    countOf(removed, 'removed', paint.yellow),
  ];
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
