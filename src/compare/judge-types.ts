import type { ServiceObject } from '../model/connector.js';
import type { ChangeSeverity } from './change.js';
import { CHANGE_SEVERITIES, type ChangeCode } from './change-kinds.js';
import { compareTypes, isWholeAboutNull } from './compare-types.js';
import type { TypeFinding } from './type-finding.js';
import type { Comparing, Judgement } from './values/comparing.js';

/** Nothing that a caller would notice. */
export const HARMLESS: Judgement = { sent: 'safe', answered: 'safe', differsIn: [] };
const ORDER: readonly ChangeSeverity[] = ['safe', 'dangerous', 'breaking'];

/** The graver of two severities. */
export function worse(one: ChangeSeverity, other: ChangeSeverity): ChangeSeverity {
  return ORDER.indexOf(other) > ORDER.indexOf(one) ? other : one;
}

/** What it means to callers that one type takes another's place. */
export function judgeTypes(before: ServiceObject, after: ServiceObject, comparing: Comparing): Judgement {
  // Whether the one or the other may be null is told where it stands.
  const findings = compareTypes(before, after, comparing).filter((finding) => !isWholeAboutNull(finding));
  const judgement = findings.reduce(
    ({ sent, answered, differsIn }, finding) => ({
      differsIn,
      sent: worse(sent, severityOf(finding.sent)),
      answered: worse(answered, severityOf(finding.answered)),
    }),
    HARMLESS,
  );
  return { ...judgement, differsIn: findings.flatMap(breakingProperty) };
}

function breakingProperty({ before, after, sent, answered }: TypeFinding): string[] {
  const isBreaking = worse(severityOf(sent), severityOf(answered)) === 'breaking';
  const name = (before ?? after)?.systemName;
  return isBreaking && name !== undefined ? [name] : [];
}

function severityOf(code: ChangeCode | undefined): ChangeSeverity {
  return code === undefined ? 'safe' : CHANGE_SEVERITIES[code];
}
