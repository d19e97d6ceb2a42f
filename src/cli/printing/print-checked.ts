import { formatPlace } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import type { Report } from '../../report/report.js';
import type { Checked, CheckedConnector, CheckedFile } from '../../workspace/check-connectors.js';
import type { CheckedOrigin } from '../../workspace/check-origins.js';
import { isStale } from '../../workspace/connectors/check-repair.js';
import { countsOf } from '../../workspace/connectors/check-report.js';
import { KEEP_LINE_ENDS } from '../../workspace/line-ends.js';
import { alignColumns, type Cell } from './align-columns.js';
import type { Paint } from './paint.js';

/** How many files of one connector are listed. */
const MAX_LISTED = 20;

/** Each connector with its state, what is wrong with it and which files would differ; at the end how to mend it. */
export function printChecked(
  { connectors, leftOver }: Checked,
  origins: readonly CheckedOrigin[],
  report: Report,
  paint: Paint,
): string[] {
  const originOf = new Map(origins.map((origin) => [origin.name, origin]));
  const rows = [
    ...connectors.map((one) => headOf(one, originOf.get(one.name), paint)),
    ...leftOver.map(({ name }): Cell[] => [
      { text: name, paint: paint.bold },
      { text: 'left over', paint: paint.yellow },
    ]),
  ];
  const heads = alignColumns(rows);
  const known = new Set([...connectors, ...leftOver].map(({ name }) => visibleText(name)));
  return [
    ...connectors.flatMap((one, index) => [heads[index] ?? '', ...detailsOf(one, report, paint)]),
    ...leftOver.flatMap(({ name }, index) => [
      heads[connectors.length + index] ?? '',
      ...messagesOf(visibleText(name), report, paint),
    ]),
    ...report.findings
      .filter(({ subject }) => !known.has(subject))
      .flatMap(({ subject }) => [subject, ...messagesOf(subject, report, paint)]),
    ...closing(report, paint),
  ];
}

function headOf(connector: CheckedConnector, origin: CheckedOrigin | undefined, paint: Paint): Cell[] {
  const { name, folder, files } = connector;
  const state = isStale(connector)
    ? { text: 'stale', paint: paint.red }
    : { text: 'fresh', paint: paint.green };
  const counts = files.length === 0 ? '' : countsOf(files);
  return [{ text: name, paint: paint.bold }, folder, state, ...originCells(origin, paint), counts];
}

function originCells(origin: CheckedOrigin | undefined, paint: Paint): Cell[] {
  if (origin === undefined) return [];
  const { status } = origin;
  if (status === 'same') return [{ text: 'as its origin', paint: paint.green }];
  return [
    status === 'drifted'
      ? { text: 'drifted from its origin', paint: paint.red }
      : { text: 'origin not asked', paint: paint.yellow },
  ];
}

function detailsOf({ name, causes, files }: CheckedConnector, report: Report, paint: Paint): string[] {
  // All of them would be added, and that is said.
  if (causes.includes('never-generated') && files.every(({ fault }) => fault === 'added'))
    return messagesOf(name, report, paint);

  const lines = alignColumns(
    files.slice(0, MAX_LISTED).map((file) => fileRow(file, paint)),
    '  ',
  );
  const more = files.length > MAX_LISTED ? [`  ${paint.dim(`and ${files.length - MAX_LISTED} more`)}`] : [];
  const lineEnds = files.some(({ hasOtherLineEnds }) => hasOtherLineEnds) ? [`  ${KEEP_LINE_ENDS}`] : [];
  return [...messagesOf(name, report, paint, FILE_RULES), ...lines, ...more, ...lineEnds];
}

/** What the list of files says already. */
const FILE_RULES: ReadonlySet<string> = new Set(['edited', 'missing', 'left-over']);

function messagesOf(
  name: string,
  { findings }: Report,
  paint: Paint,
  said: ReadonlySet<string> = new Set(),
): string[] {
  return findings
    .filter(({ subject, rule }) => subject === name && !said.has(rule))
    .map(({ rule, message, advice }) => {
      return `  ${paint.dim(rule)}  ${message}${advice === undefined ? '' : `. ${advice}`}`;
    });
}

const SIGNS: Readonly<Record<CheckedFile['fault'], readonly [sign: string, words: string]>> = {
  added: ['+', ''],
  changed: ['~', ''],
  missing: ['+', 'missing'],
  'left-over': ['-', 'left over'],
  edited: ['~', 'edited by hand'],
  foreign: ['!', 'not made by rest-broker'],
};

function fileRow({ fault, place, hasOtherLineEnds }: CheckedFile, paint: Paint): Cell[] {
  const [sign, usual] = SIGNS[fault];
  const words = hasOtherLineEnds ? 'other line ends' : usual;
  const color = sign === '+' ? paint.green : sign === '-' ? paint.red : paint.yellow;
  const shown = words === '' ? place.document : formatPlace(place);
  return [{ text: sign, paint: color }, shown, { text: words, paint: paint.yellow }];
}

function closing({ passed, summary, repair }: Report, paint: Paint): string[] {
  const line = passed ? paint.green(`${summary}.`) : paint.red(`${summary}.`);
  return repair === undefined ? [line] : [line, `Repair it with: ${paint.bold(repair)}`];
}
