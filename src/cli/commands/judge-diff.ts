import type { ChangeSeverity } from '../../compare/change.js';
import type { ConnectorDiff } from '../../workspace/diff-connectors.js';
import type { PlacedChange } from '../../workspace/sides/placed-change.js';
import { type FailOn, isReached } from '../options/fail-on-option.js';
import { counted } from '../printing/counted.js';

/** What a run of `diff` holds against changes. */
export interface Judging {
  readonly failOn: FailOn;
  /** Also of changes that no workflow code touches, where it was looked at. */
  readonly strict: boolean;
}

/** A diff with its verdict. */
export interface JudgedDiff {
  readonly diff: ConnectorDiff;
  readonly judging: Judging;
  readonly passed: boolean;
  /** One sentence, without a full stop. */
  readonly summary: string;
}

export const SEVERITIES: readonly ChangeSeverity[] = ['breaking', 'dangerous', 'safe'];

export function judgeDiff(diff: ConnectorDiff, judging: Judging): JudgedDiff {
  const isExpired = diff.expired.length > 0 && judging.failOn !== 'never';
  const passed = !isExpired && !diff.changes.some((change) => failsBy(change, judging));
  return { diff, judging, passed, summary: summaryOf(diff, judging) };
}

/** Whether a change makes the answer no. */
export function failsBy(change: PlacedChange, judging: Judging): boolean {
  const isUsed = judging.strict || change.uses?.length !== 0;
  return concerns(change, judging) && isUsed && isReached(judging.failOn, change.severity);
}

/** Whether a change concerns the caller: it is not known, and code that was looked at uses what it might break. */
export function concerns(change: PlacedChange, { strict }: Judging): boolean {
  return change.ignored === undefined && (strict || !isUnused(change));
}

/** It could break something, and none of the code that was looked at touches it. */
export function isUnused({ uses, severity }: PlacedChange): boolean {
  return uses?.length === 0 && severity !== 'safe';
}

function summaryOf({ changes, expired }: ConnectorDiff, judging: Judging): string {
  const concerning = changes.filter((change) => concerns(change, judging));
  const parts = SEVERITIES.map((severity) => {
    const count = concerning.filter((change) => change.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}`;
  }).filter((part) => part !== '');
  const told = parts.length === 0 ? 'no changes' : `${parts.join(', ')} ${plural(concerning.length)}`;
  const ignored = changes.filter((change) => change.ignored !== undefined).length;
  const unused = changes.filter((change) => change.ignored === undefined).length - concerning.length;
  return [
    told,
    ...(unused === 0 ? [] : [`${unused} not used`]),
    ...(ignored === 0 ? [] : [`${ignored} ignored`]),
    ...(expired.length === 0 ? [] : [counted(expired.length, 'expired ignore')]),
  ].join(' · ');
}

function plural(count: number): string {
  return count === 1 ? 'change' : 'changes';
}
