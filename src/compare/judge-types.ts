import type { ServiceObject } from '../model/connector.js';
import type { ChangeSeverity } from './change.js';
import { CHANGE_SEVERITIES, type ChangeCode } from './change-kinds.js';
import { compareTypes, isWholeAboutNull, type TypeFinding } from './compare-properties.js';
import type { Comparing, Judgement } from './comparing.js';
import type { TypesByName } from './types-by-name.js';

const HARMLESS: Judgement = { sent: 'safe', answered: 'safe', differsIn: [] };
const ORDER: readonly ChangeSeverity[] = ['safe', 'dangerous', 'breaking'];

export function worse(one: ChangeSeverity, other: ChangeSeverity): ChangeSeverity {
  return ORDER.indexOf(other) > ORDER.indexOf(one) ? other : one;
}

/** All that the steps of a comparison need. */
export function createComparing(
  before: TypesByName,
  after: TypesByName,
  paired: ReadonlyMap<string, string>,
): Comparing {
  const settled = new Map<string, Judgement>();
  /** Of the judgement under way. Types that hold themselves do, until something else speaks against them. */
  const assumed = new Map<string, Judgement>();
  const underWay = new Set<string>();
  const comparing: Comparing = {
    before,
    after,
    paired,
    once: (was, is, compare) => {
      const key = JSON.stringify([was, is]);
      if (underWay.has(key)) return [];
      underWay.add(key);
      const facets = compare();
      underWay.delete(key);
      return facets;
    },
    judge: (was, is) => {
      const key = JSON.stringify([was.systemName, is.systemName]);
      const known = settled.get(key) ?? assumed.get(key);
      if (known !== undefined) return known;
      const isOutermost = assumed.size === 0;
      assumed.set(key, HARMLESS);
      const judgement = judgeTypes(was, is, comparing);
      assumed.set(key, judgement);
      if (!isOutermost) return judgement;
      // Only now nothing of it rests on an assumption.
      assumed.clear();
      settled.set(key, judgement);
      return judgement;
    },
  };
  return comparing;
}

function judgeTypes(before: ServiceObject, after: ServiceObject, comparing: Comparing): Judgement {
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
