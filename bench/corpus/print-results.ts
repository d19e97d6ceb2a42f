import { visibleText } from '../../src/base/visible-text.js';
import type { Result, Row } from './count-outcomes.js';
import type { Finding, Status } from './outcome.js';

const HEADINGS = ['', 'descriptors', 'generated', 'refused', 'crashed', 'does not compile'];
const TITLES: readonly (readonly [Exclude<Status, 'generated'>, string])[] = [
  ['not-compiling', 'Do not compile'],
  ['crashed', 'Crashed'],
  ['refused', 'Refused'],
];

/** The table, its figures under each other. */
export function tableLines(rows: readonly Row[]): string[] {
  const cells = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

function cellsOf(row: Row): string[] {
  const counts = [row.descriptors, row.generated, row.refused, row.crashed, row['not-compiling']];
  return [visibleText(row.group), ...counts.map((count) => count.toLocaleString('en'))];
}

/**
 * The first of each kind that did not come to a connector that compiles, with their first finding.
 *
 * @param most of each kind
 */
export function failingLines(results: readonly Result[], most: number): string[] {
  return TITLES.flatMap(([status, title]) => {
    const failing = results.filter(({ outcome }) => outcome.status === status);
    if (failing.length === 0) return [];
    const left = failing.length - most;
    return [
      '',
      `${title}:`,
      ...failing.slice(0, most).flatMap(resultLines),
      ...(left > 0 ? [`  and ${left} more, which --show ${failing.length} names`] : []),
    ];
  });
}

function resultLines({ candidate, outcome }: Result): string[] {
  const first = outcome.findings[0];
  const more = outcome.findingCount - 1;
  return [
    `  ${visibleText(candidate.shown)}${more > 0 ? ` (${outcome.findingCount} findings)` : ''}`,
    ...(first === undefined ? [] : findingLines(first)),
  ];
}

function findingLines({ message, at, line }: Finding): string[] {
  const lines = [
    at === undefined ? message : `${at}: ${message}`,
    ...(line === undefined ? [] : [`> ${line}`]),
  ];
  return lines.map((text) => `    ${visibleText(text.replaceAll('\n', ' '))}`);
}

/** Everything that did not come to a connector that compiles, for another program to read. */
export function resultsJson(rows: readonly Row[], results: readonly Result[]): string {
  const failing = results
    .filter(({ outcome }) => outcome.status !== 'generated')
    .map(({ candidate, outcome }) => ({ group: candidate.group, file: candidate.shown, ...outcome }));
  return JSON.stringify({ groups: rows, failing }, undefined, 2);
}
