import { describe, expect, test } from 'vitest';
import { DescriptorError } from '../../../src/base/errors.js';
import type { Checked, CheckedConnector, CheckedFile } from '../../../src/workspace/check-connectors.js';
import type { CheckedOrigin } from '../../../src/workspace/check-origins.js';
import { checkReport, countsOf } from '../../../src/workspace/connectors/check-report.js';

function checked(connectors: readonly CheckedConnector[], more: Partial<Checked> = {}): Checked {
  return {
    connectors,
    leftOver: [],
    lock: 'good',
    out: 'generated',
    lockFile: 'generated/connectors.lock.json',
    isUnfinished: false,
    isWhole: true,
    ...more,
  };
}

function connector(name: string, more: Partial<CheckedConnector> = {}): CheckedConnector {
  return { name, folder: `generated/${name}`, causes: [], files: [], ...more };
}

function file(fault: CheckedFile['fault'], path = 'index.ts', line?: number): CheckedFile {
  const place = { document: `generated/nwc/${path}`, pointer: '' };
  return { path, fault, place: line === undefined ? place : { ...place, line, column: 1 } };
}

const origin = (name: string, status: CheckedOrigin['status']): CheckedOrigin => ({
  name,
  status,
  source: 'https://example.com/api',
  ...(status === 'not-asked' ? { reason: 'answers with status 503' } : {}),
});

const K2 = connector('k2');
const EDITED = connector('nwc', { causes: ['edited'], files: [file('edited', 'index.ts', 7)] });
const CHANGED = connector('nwc', {
  causes: ['descriptor-changed'],
  files: [file('changed'), file('added', 'a.ts'), file('left-over', 'b.ts')],
});
const UNUSABLE = connector('nwc', {
  failure: new DescriptorError('DESCRIPTOR_UNREADABLE', { who: 'a.json', what: 'is gone' }),
});

const rows: readonly {
  name: string;
  given: Checked;
  origins?: readonly CheckedOrigin[];
  summary: string;
  well: readonly string[];
  findings: readonly string[];
  repair?: string;
}[] = [
  { name: 'nothing', given: checked([K2]), summary: '1 connector fresh', well: ['k2'], findings: [] },
  {
    name: 'nothing, nor at the origins',
    given: checked([K2]),
    origins: [origin('k2', 'same')],
    summary: '1 connector fresh, as their origins are',
    well: ['k2'],
    findings: [],
  },
  {
    name: 'one edited, one fresh',
    given: checked([EDITED, K2]),
    summary: '1 of 2 connectors stale',
    well: ['k2'],
    findings: ['edited nwc: index.ts was edited by hand (generated/nwc/index.ts:7)'],
    repair: 'rest-broker generate --force nwc',
  },
  {
    name: 'a descriptor changed: its files need no findings of their own',
    given: checked([CHANGED, K2]),
    summary: '1 of 2 connectors stale',
    well: ['k2'],
    findings: [
      'descriptor-changed nwc: its descriptor changed after it was generated: 1 would change, 1 would be added, 1 left over (generated/nwc/index.ts)',
    ],
    repair: 'rest-broker generate nwc',
  },
  {
    name: 'one that was named',
    given: checked([CHANGED], { isWhole: false }),
    summary: '1 of 1 connector stale',
    well: [],
    findings: [
      'descriptor-changed nwc: its descriptor changed after it was generated: 1 would change, 1 would be added, 1 left over (generated/nwc/index.ts)',
    ],
    repair: 'rest-broker generate nwc',
  },
  {
    name: 'one that could not be made, another edited',
    given: checked([UNUSABLE, { ...EDITED, name: 'k2' }, connector('credit')]),
    summary: '2 of 3 connectors stale',
    well: ['credit'],
    findings: [
      'descriptor-unusable nwc: a.json: is gone',
      'edited k2: index.ts was edited by hand (generated/nwc/index.ts:7)',
    ],
    repair: 'rest-broker update nwc && rest-broker generate --force k2',
  },
  {
    name: 'one drifted, one that could not be asked',
    given: checked([connector('nwc'), K2, connector('credit')]),
    origins: [origin('nwc', 'drifted'), origin('k2', 'not-asked'), origin('credit', 'same')],
    summary: '0 of 3 connectors stale, 1 drifted from the origin, 1 could not be asked',
    well: ['credit'],
    findings: [
      'drifted nwc: https://example.com/api holds another descriptor than the one that is registered',
      'not-asked k2: its origin could not be asked: answers with status 503',
    ],
    repair: 'rest-broker update nwc',
  },
  {
    name: 'an origin that could not be asked: there is nothing to run',
    given: checked([K2]),
    origins: [origin('k2', 'not-asked')],
    summary: '0 of 1 connector stale, 1 could not be asked',
    well: [],
    findings: ['not-asked k2: its origin could not be asked: answers with status 503'],
  },
  {
    name: 'a broken lock alone',
    given: checked([K2], { lock: 'broken' }),
    summary: '0 of 1 connector stale',
    well: ['k2'],
    findings: [
      'lock-broken generated/connectors.lock.json: the lock cannot be understood, so every connector was made to compare with (generated/connectors.lock.json)',
    ],
    repair: 'rest-broker generate',
  },
  {
    name: 'no lock, where nothing was generated',
    given: checked(
      [connector('k2', { causes: ['never-generated'], files: [file('added'), file('added', 'a.ts')] })],
      { lock: 'missing' },
    ),
    summary: '1 of 1 connector stale',
    well: [],
    findings: ['never-generated k2: nothing was generated yet: 2 would be added (generated/nwc/index.ts)'],
    repair: 'rest-broker generate',
  },
];

test('of what was never generated one file says where it will be, not each of them', () => {
  const files = [file('added'), file('added', 'a.ts')];
  const { findings } = checkReport(checked([connector('k2', { causes: ['never-generated'], files })]));
  expect(findings[0]?.place?.document).toBe('generated/nwc/index.ts');
  expect(findings[0]).not.toHaveProperty('morePlaces');
});

test.each(rows)('$name', ({ given, origins = [], summary, well, findings, repair }) => {
  const report = checkReport(given, origins);
  expect(report.findings.map(shown)).toEqual(findings);
  expect(report).toMatchObject({ command: 'check', summary, well, passed: findings.length === 0 });
  expect(report.repair).toBe(repair);
});

function shown({
  rule,
  subject,
  message,
  place,
}: ReturnType<typeof checkReport>['findings'][number]): string {
  const line = place?.line === undefined ? '' : `:${place.line}`;
  return `${rule} ${subject}: ${message}${place === undefined ? '' : ` (${place.document}${line})`}`;
}

describe('how many files', () => {
  test.each([
    { files: [], want: 'no file would differ, only the lock' },
    { files: [file('edited'), file('edited'), file('missing')], want: '1 missing, 2 edited by hand' },
    { files: [file('foreign')], want: '1 not ours' },
  ])('$want', ({ files, want }) => {
    expect(countsOf(files)).toBe(want);
  });
});

test('names from a folder or a lock are made visible', () => {
  const evil = 'a\u202eb';
  const { findings } = checkReport(
    checked([], { leftOver: [{ name: evil, isStanding: true, isLocked: false }] }),
  );
  expect(JSON.stringify(findings)).not.toContain('\u202e');
});
