import type { Place } from '../../base/place.js';
import { visibleText } from '../../base/visible-text.js';
import type { Finding, Report } from '../../report/report.js';
import type { Checked, CheckedConnector, CheckedFile } from '../check-connectors.js';
import type { CheckedOrigin } from '../check-origins.js';
import { KEEP_LINE_ENDS } from '../line-ends.js';
import { isStale, repairOf } from './check-repair.js';
import type { FileFault, StaleCause } from './judge-connector.js';
import type { LeftOverConnector } from './left-over-connectors.js';

/** What is found about a connector's inputs; each has a heading in `docs/fresh.md`. */
const INPUTS: Readonly<Record<Exclude<StaleCause, 'edited' | 'missing' | 'left-over'>, string>> = {
  'never-generated': 'nothing was generated yet',
  'not-locked': 'connectors.lock.json does not know what stands there',
  'lock-outdated': 'connectors.lock.json has files otherwise than they stand there',
  'descriptor-changed': 'its descriptor changed after it was generated',
  'generator-changed': 'another version of rest-broker generated it',
  'settings-changed': 'its settings changed after it was generated',
};

/** What is found about single files. */
const FILES: Readonly<Record<'edited' | 'foreign' | 'missing' | 'left-over', string>> = {
  edited: 'was edited by hand',
  foreign: 'stands where a generated file must go and does not carry our header',
  missing: 'was generated and is gone',
  'left-over': 'was generated and is not wanted any more',
};

const OTHER_LINE_ENDS = 'has other line ends than it was generated with';

/** How many places a finding names beside its first. */
const MAX_MORE = 50;

/**
 * What `check` found out, ready for any format.
 *
 * @param origins none: they were not asked
 * @param commandOptions what the commands that mend it must be told as well, as `--out made`
 */
export function checkReport(
  checked: Checked,
  origins: readonly CheckedOrigin[] = [],
  commandOptions = '',
): Report {
  const findings = [
    ...unfinishedFindings(checked),
    ...lockFindings(checked),
    ...checked.connectors.flatMap(connectorFindings),
    ...checked.leftOver.map((left) => leftOverFinding(checked, left)),
    ...origins.flatMap(originFindings),
  ];
  const wrong = new Set(findings.map(({ subject }) => subject));
  const well = checked.connectors.map(({ name }) => name).filter((name) => !wrong.has(name));
  const repair = repairOf(checked, origins, commandOptions);
  return {
    command: 'check',
    summary: summaryOf(checked, origins, findings),
    passed: findings.length === 0,
    well,
    findings,
    ...(repair === undefined ? {} : { repair }),
  };
}

function summaryOf({ connectors }: Checked, origins: readonly CheckedOrigin[], findings: readonly Finding[]) {
  if (findings.length === 0)
    return `${counted(connectors.length)} fresh${origins.length === 0 ? '' : ', as their origins are'}`;
  const stale = connectors.filter(isStale).length;
  const drifted = origins.filter(({ status }) => status === 'drifted').length;
  const unasked = origins.filter(({ status }) => status === 'not-asked').length;
  return [
    `${stale} of ${counted(connectors.length)} stale`,
    ...(drifted === 0 ? [] : [`${drifted} drifted from the origin`]),
    ...(unasked === 0 ? [] : [`${unasked} could not be asked`]),
  ].join(', ');
}

function unfinishedFindings({ isUnfinished, out }: Checked): Finding[] {
  if (!isUnfinished) return [];
  return [
    {
      rule: 'unfinished',
      level: 'error',
      subject: visibleText(out),
      message: 'a change of this workspace is under way or was cut off, so nothing was judged',
      advice: 'Run any command that writes: it brings the change to its end first',
    },
  ];
}

function lockFindings({ lock, lockFile, connectors, isUnfinished }: Checked): Finding[] {
  if (isUnfinished || lock === 'good') return [];
  // Where nothing was generated yet, that is said of each.
  if (lock === 'missing' && connectors.every(({ causes }) => causes.includes('never-generated'))) return [];
  const what = lock === 'missing' ? 'is missing' : 'cannot be understood';
  return [
    {
      rule: `lock-${lock}`,
      level: 'error',
      subject: visibleText(lockFile),
      message: `the lock ${what}, so every connector was made to compare with`,
      advice: 'Generate all, and keep the lock with what is generated',
      place: { document: visibleText(lockFile), pointer: '' },
    },
  ];
}

function connectorFindings(connector: CheckedConnector): Finding[] {
  const { name: subject, causes, files, failure } = connector;
  const inputs = causes.flatMap((cause) => (cause in INPUTS ? [cause as keyof typeof INPUTS] : []));
  return [
    ...(failure === undefined
      ? []
      : [
          {
            rule: 'descriptor-unusable',
            level: 'error' as const,
            subject,
            message: failure.message.replace(/\.$/, ''),
            ...(failure.place === undefined ? {} : { place: failure.place }),
          },
        ]),
    ...inputs.map((rule): Finding => {
      const message = `${INPUTS[rule]}: ${failure === undefined ? countsOf(files) : 'it could not be made to compare with'}`;
      return { rule, level: 'error', subject, message, ...placesOf(connector) };
    }),
    ...files.flatMap((file) => fileFinding(subject, file, inputs.length > 0)),
  ];
}

/** Files that came to differ because the inputs did need no finding of their own. */
function fileFinding(subject: string, file: CheckedFile, isExplained: boolean): Finding[] {
  const { path, fault, place, hasOtherLineEnds } = file;
  if (fault === 'added' || fault === 'changed' || (fault === 'left-over' && isExplained)) return [];
  const rule = fault === 'foreign' ? 'edited' : fault;
  const message = `${visibleText(path)} ${hasOtherLineEnds ? OTHER_LINE_ENDS : FILES[fault]}`;
  const advice = fault === 'foreign' ? 'Move it away' : hasOtherLineEnds ? KEEP_LINE_ENDS : undefined;
  return [{ rule, level: 'error', subject, message, place, ...(advice === undefined ? {} : { advice }) }];
}

const FAULT_WORDS: readonly (readonly [FileFault, string])[] = [
  ['changed', 'would change'],
  ['added', 'would be added'],
  ['missing', 'missing'],
  ['edited', 'edited by hand'],
  ['foreign', 'not ours'],
  ['left-over', 'left over'],
];

/** `2 would change, 1 would be added`, or that no file would differ. */
export function countsOf(files: readonly CheckedFile[]): string {
  const counts = FAULT_WORDS.flatMap(([fault, words]) => {
    const count = files.filter((file) => file.fault === fault).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return counts.length === 0 ? 'no file would differ, only the lock' : counts.join(', ');
}

function placesOf({ causes, files }: CheckedConnector): Pick<Finding, 'place' | 'morePlaces'> {
  const [first, ...rest] = files.map(({ place }): Place => place);
  // None of them stands there yet: one says where they will.
  const more = causes.includes('never-generated') ? [] : rest;
  if (first === undefined) return {};
  return { place: first, ...(more.length === 0 ? {} : { morePlaces: more.slice(0, MAX_MORE) }) };
}

function leftOverFinding({ out }: Checked, { name, isStanding }: LeftOverConnector): Finding {
  const what = isStanding ? 'its connector stands there' : 'the lock still knows it';
  return {
    rule: 'unregistered',
    level: 'error',
    subject: visibleText(name),
    message: `no Service Instance of that name is registered, and ${what}`,
    ...(isStanding ? { place: { document: visibleText(`${out}/${name}`), pointer: '' } } : {}),
  };
}

function originFindings({ name: subject, status, source, reason, place }: CheckedOrigin): Finding[] {
  if (status === 'same') return [];
  const isDrifted = status === 'drifted';
  return [
    {
      rule: isDrifted ? 'drifted' : 'not-asked',
      level: 'error',
      subject,
      message: isDrifted
        ? `${source} holds another descriptor than the one that is registered`
        : `its origin could not be asked: ${reason ?? source}`,
      ...(place === undefined ? {} : { place }),
    },
  ];
}

function counted(count: number): string {
  return count === 1 ? '1 connector' : `${count} connectors`;
}
