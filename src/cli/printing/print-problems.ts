import { formatPlace } from '../../base/place.js';
import type { Severity } from '../../base/problem.js';
import type { PlacedProblem } from '../../workspace/descriptors/describe-descriptor.js';
import { alignColumns } from './align-columns.js';
import { counted } from './counted.js';
import type { Paint } from './paint.js';

/** `file:line:column  severity  code  message — advice`, one Problem a line. */
export function printProblems(problems: readonly PlacedProblem[], paint: Paint): string[] {
  const rows = problems.map(({ place, severity, code, message, advice }) => [
    formatPlace(place),
    { text: severity, paint: paintOf(severity, paint) },
    { text: code, paint: paint.dim },
    `${message} — ${advice}`,
  ]);
  return alignColumns(rows);
}

/** `1 error, 2 warnings, 3 notes`, without what there is none of. */
export function countProblems(problems: readonly PlacedProblem[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  return counts.length === 0 ? 'no Problems' : counts.join(', ');
}

/** A Problem in the JSON form of every command. */
export function problemJson({ place, code, severity, message, advice }: PlacedProblem): object {
  const { document: file, pointer, line, column } = place;
  return { code, severity, file, line, column, pointer, message, advice };
}

function paintOf(severity: Severity, paint: Paint): (text: string) => string {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.dim;
}
