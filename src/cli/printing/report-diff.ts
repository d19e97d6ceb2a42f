import { compareText } from '../../base/compare-text.js';
import { quoted } from '../../base/visible-text.js';
import { partName } from '../../compare/part-name.js';
import type { Finding, FindingLevel, Report } from '../../report/report.js';
import type { PlacedIgnore } from '../../workspace/sides/ignore-entry.js';
import type { PlacedChange } from '../../workspace/sides/placed-change.js';
import { concerns, failsBy, isUnused, type JudgedDiff, type Judging } from '../commands/judge-diff.js';

/** At most this many uses of a change are told beside it. */
const MAX_USES = 20;

/**
 * A diff in the form of every report. Changes that are ignored are left to the summary.
 *
 * @param withSafe whether safe changes are findings, and not only counted in the summary
 */
export function reportDiff({ diff, judging, passed, summary }: JudgedDiff, withSafe: boolean): Report {
  const { serviceInstance } = diff.after;
  const changes = diff.changes.filter(
    (change) =>
      change.ignored === undefined && (withSafe || change.severity !== 'safe' || failsBy(change, judging)),
  );
  return {
    command: 'diff',
    summary,
    passed,
    well: changes.length === 0 ? [serviceInstance] : [],
    findings: [
      ...changes.map((change) => findingOf(change, serviceInstance, judging)).sort(byLevel),
      ...diff.expired.map(expiredFinding),
      ...diff.unmatched.map(unmatchedFinding),
    ],
  };
}

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'note'];

function byLevel(left: Finding, right: Finding): number {
  return LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level) || compareText(left.subject, right.subject);
}

function findingOf(change: PlacedChange, serviceInstance: string, judging: Judging): Finding {
  const { code, message, advice, before, after, beforePlace, afterPlace, uses = [] } = change;
  const end = before ?? after;
  const places = [afterPlace, beforePlace, ...uses.slice(0, MAX_USES).map(({ place }) => place)];
  const [place, ...morePlaces] = places.filter((each) => each !== undefined);
  return {
    rule: code,
    level: levelOf(change, judging),
    subject: end === undefined ? serviceInstance : `${serviceInstance}: ${partName(end.subject)}`,
    message: `${message}${usesSentence(change)}`,
    advice,
    ...(place === undefined ? {} : { place }),
    ...(morePlaces.length === 0 ? {} : { morePlaces }),
  };
}

function usesSentence(change: PlacedChange): string {
  const { uses = [] } = change;
  if (uses.length === 0) return isUnused(change) ? '; no workflow uses it' : '';
  return uses.length === 1 ? '; used in one place' : `; used in ${uses.length} places`;
}

/** What makes the answer no is an error; what is not used is one step less. */
function levelOf(change: PlacedChange, judging: Judging): FindingLevel {
  if (failsBy(change, judging)) return 'error';
  if (change.severity === 'breaking') return concerns(change, judging) ? 'error' : 'warning';
  return change.severity === 'dangerous' && !isUnused(change) ? 'warning' : 'note';
}

function expiredFinding({ rule, place, expires, reason, at }: PlacedIgnore): Finding {
  return {
    rule: 'ignore-expired',
    level: 'error',
    subject: `${rule} at ${quoted(place)}`,
    message: `this entry of --ignore expired on ${expires}: ${quoted(reason)}`,
    advice: 'Mend what it stands for, or give it another day with a reason that holds',
    place: at,
  };
}

function unmatchedFinding({ rule, place, at }: PlacedIgnore): Finding {
  return {
    rule: 'ignore-unmatched',
    level: 'note',
    subject: `${rule} at ${quoted(place)}`,
    message: 'no change is what this entry of --ignore stands for',
    advice: 'Remove it',
    place: at,
  };
}
