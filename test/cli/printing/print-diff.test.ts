import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/base/place.js';
import { judgeDiff } from '../../../src/cli/commands/judge-diff.js';
import type { FailOn } from '../../../src/cli/options/fail-on-option.js';
import { PLAIN } from '../../../src/cli/printing/paint.js';
import { printDiff } from '../../../src/cli/printing/print-diff.js';
import { reportDiff } from '../../../src/cli/printing/report-diff.js';
import type { ConnectorDiff } from '../../../src/workspace/diff-connectors.js';
import type { PlacedChange } from '../../../src/workspace/sides/placed-change.js';

const place = (document: string, line: number): Place => ({ document, pointer: '', line, column: 5 });
const SIDE = { serviceInstance: 'nwc', title: 'NWC', version: '1' };

function diffOf(changes: readonly PlacedChange[], more: Partial<ConnectorDiff> = {}): ConnectorDiff {
  const before = { ...SIDE, location: 'old.json' };
  const after = { ...SIDE, location: 'new.json', version: '2' };
  return { before, after, changes, expired: [], unmatched: [], ...more };
}

const REMOVED: PlacedChange = {
  code: 'method-removed',
  severity: 'breaking',
  before: { subject: { part: 'method', object: 'Tasks', method: 'Get_tasks' } },
  message: 'the Method is gone',
  advice: 'Stop calling it',
  beforePlace: place('old.json', 7),
  afterPlace: place('new.json', 3),
};
const RENAMED: PlacedChange = {
  code: 'input-renamed',
  severity: 'breaking',
  before: { subject: { part: 'input', object: 'Tasks', method: 'List', input: 'status' } },
  after: { subject: { part: 'input', object: 'Tasks', method: 'List', input: 'state' } },
  message: 'the input has another name',
  advice: 'Give it under its new name',
};
const WIDENED: PlacedChange = {
  code: 'output-choice-added',
  severity: 'dangerous',
  before: { subject: { part: 'property', object: 'Task', property: 'status' } },
  after: { subject: { part: 'property', object: 'Task', property: 'status' } },
  methods: ['A', 'B', 'C', 'D'].map((method) => ({ object: 'Tasks', method })),
  message: "it may be 'paused'",
  advice: 'Check what reads it',
};
const ADDED: PlacedChange = {
  code: 'method-added',
  severity: 'safe',
  after: { subject: { part: 'method', object: 'Tasks', method: 'Post' } },
  message: 'the Method is new',
  advice: 'Nothing to do',
};
const used = (change: PlacedChange, ...lines: number[]): PlacedChange => ({
  ...change,
  uses: lines.map((line) => ({ place: place('flow.ts', line) })),
});
const printed = (diff: ConnectorDiff, all = false, strict = false): string[] =>
  printDiff(judgeDiff(diff, { failOn: 'breaking', strict }), all, PLAIN);

describe('printDiff', () => {
  test('the worst first, by SmartObject; what is safe only counted', () => {
    expect(printed(diffOf([ADDED, WIDENED, RENAMED, REMOVED]))).toEqual([
      'NWC 1 → 2',
      'old.json → new.json',
      'not passed: 2 breaking, 1 dangerous, 1 safe changes',
      '',
      'breaking (2)',
      '',
      '  Tasks',
      '    List.status → List.state  the input has another name  input-renamed',
      '      Give it under its new name',
      '    Get_tasks                 the Method is gone          method-removed',
      '      Stop calling it',
      '      old.json:7:5 → new.json:3:5',
      '',
      'dangerous (1)',
      '',
      '  Task',
      "    status  it may be 'paused'  output-choice-added",
      '      Check what reads it',
      '      in Tasks.A, Tasks.B, Tasks.C, and 1 more',
      '',
      'safe  1 method-added (--all lists them)',
    ]);
  });

  test('nothing changed', () => {
    expect(printed(diffOf([]))).toEqual(['NWC 1 → 2', 'old.json → new.json', 'passed: no changes']);
  });

  test('with the uses: what is not used is told apart, and does not fail', () => {
    const { uses: _, ...possible } = used(REMOVED, 4);
    const perhaps = { ...possible, uses: [{ place: place('flow.ts', 4), possible: true as const }] };
    expect(printed(diffOf([perhaps, used(RENAMED), used(ADDED)]))).toEqual([
      'NWC 1 → 2',
      'old.json → new.json',
      'not passed: 1 breaking, 1 safe changes · 1 not used',
      '',
      'breaking (1)',
      '',
      '  Tasks',
      '    Get_tasks  the Method is gone  method-removed',
      '      Stop calling it',
      '      old.json:7:5 → new.json:3:5',
      '      used at flow.ts:4:5, perhaps',
      '',
      'safe  1 method-added (--all lists them)',
      '',
      'not used  1 input-renamed (--all lists them)',
    ]);
  });

  test('--all lists everything, and what is ignored with its reason', () => {
    const lines = printed(diffOf([ADDED, { ...REMOVED, ignored: 'nobody calls it' }]), true);
    expect(lines).toContain('safe (1)');
    expect(lines.slice(lines.indexOf('ignored (1)'))).toEqual([
      'ignored (1)',
      '',
      '  Tasks',
      '    Get_tasks  the Method is gone  method-removed',
      '      nobody calls it',
      '      old.json:7:5 → new.json:3:5',
    ]);
  });

  test('entries of --ignore that do not hold', () => {
    const entry = {
      rule: 'method-removed',
      place: 'Tasks.*',
      reason: 'r',
      expires: '2026-01-01',
      at: place('i.yaml', 1),
    };
    const lines = printed(
      diffOf([], { expired: [entry], unmatched: [{ ...entry, at: place('i.yaml', 9) }] }),
    );
    expect(lines.slice(2)).toEqual([
      'not passed: no changes · 1 expired ignore',
      '',
      'i.yaml:1:5  expired    method-removed at Tasks.*: ignored until 2026-01-01',
      'i.yaml:9:5  unmatched  method-removed at Tasks.*: no change is what this entry stands for',
    ]);
  });

  test('nothing of a descriptor acts on the terminal', () => {
    const evil = '\u001b[2J\u202eevil';
    const subject = { part: 'method' as const, object: evil, method: evil };
    const change: PlacedChange = {
      ...REMOVED,
      before: { subject },
      beforePlace: place(evil, 1),
      ignored: evil,
    };
    const side = { ...SIDE, title: evil, version: evil, location: evil };
    const text = printed(
      diffOf([change, { ...REMOVED, before: { subject } }], { before: side, after: side }),
      true,
    ).join('\n');
    expect(text).toContain('evil');
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('the verdict', () => {
  const expired = [
    { rule: 'method-removed', place: '*', reason: 'r', expires: '2026-01-01', at: place('i', 1) },
  ];
  const rows: { name: string; failOn: FailOn; diff: ConnectorDiff; strict?: boolean; want: boolean }[] = [
    { name: 'breaking', failOn: 'breaking', diff: diffOf([REMOVED]), want: false },
    { name: 'dangerous is not breaking', failOn: 'breaking', diff: diffOf([WIDENED]), want: true },
    { name: 'dangerous', failOn: 'dangerous', diff: diffOf([WIDENED]), want: false },
    { name: 'safe is not dangerous', failOn: 'dangerous', diff: diffOf([ADDED]), want: true },
    { name: 'any', failOn: 'any', diff: diffOf([ADDED]), want: false },
    { name: 'any, and there is none', failOn: 'any', diff: diffOf([]), want: true },
    { name: 'never', failOn: 'never', diff: diffOf([REMOVED]), want: true },
    { name: 'ignored', failOn: 'any', diff: diffOf([{ ...REMOVED, ignored: 'r' }]), want: true },
    { name: 'used', failOn: 'breaking', diff: diffOf([used(REMOVED, 4)]), want: false },
    { name: 'not used', failOn: 'any', diff: diffOf([used(REMOVED), used(ADDED)]), want: true },
    {
      name: 'not used, and strict',
      failOn: 'breaking',
      diff: diffOf([used(REMOVED)]),
      strict: true,
      want: false,
    },
    { name: 'an expired ignore', failOn: 'breaking', diff: diffOf([], { expired }), want: false },
    { name: 'an expired ignore, and never', failOn: 'never', diff: diffOf([], { expired }), want: true },
  ];
  test.each(rows)('$name', ({ failOn, diff, strict = false, want }) => {
    expect(judgeDiff(diff, { failOn, strict }).passed).toBe(want);
  });
});

describe('reportDiff', () => {
  const report = (changes: readonly PlacedChange[], failOn: FailOn = 'breaking', withSafe = true) =>
    reportDiff(judgeDiff(diffOf(changes), { failOn, strict: false }), withSafe);

  test('a finding each, the worst first, where it is now and where it was', () => {
    const { findings, ...rest } = report([ADDED, WIDENED, used(REMOVED, 4)]);
    expect(rest).toEqual({
      command: 'diff',
      summary: '1 breaking, 1 dangerous, 1 safe changes',
      passed: false,
      well: [],
    });
    expect(findings.map(({ rule, level }) => `${level} ${rule}`)).toEqual([
      'error method-removed',
      'warning output-choice-added',
      'note method-added',
    ]);
    expect(findings[0]).toEqual({
      rule: 'method-removed',
      level: 'error',
      subject: 'nwc: Tasks.Get_tasks',
      message: 'the Method is gone; used in one place',
      advice: 'Stop calling it',
      place: place('new.json', 3),
      morePlaces: [place('old.json', 7), place('flow.ts', 4)],
    });
  });

  const levels = [
    { name: 'breaking, whatever fails', given: REMOVED, failOn: 'never' as const, want: 'error' },
    { name: 'what fails', given: ADDED, failOn: 'any' as const, want: 'error' },
    { name: 'breaking and not used', given: used(REMOVED), failOn: 'breaking' as const, want: 'warning' },
    { name: 'dangerous and not used', given: used(WIDENED), failOn: 'dangerous' as const, want: 'note' },
  ];
  test.each(levels)('$name: $want', ({ given, failOn, want }) => {
    expect(report([given], failOn).findings[0]?.level).toBe(want);
  });

  test('nothing changed, what is ignored, and safe changes that are not wanted', () => {
    expect(report([])).toMatchObject({ well: ['nwc'], findings: [], passed: true });
    expect(report([{ ...REMOVED, ignored: 'r' }]).findings).toEqual([]);
    expect(report([ADDED], 'breaking', false).findings).toEqual([]);
    expect(report([ADDED], 'any', false).findings).toHaveLength(1);
  });

  test('entries of --ignore that do not hold', () => {
    const at = place('i.yaml', 1);
    const entry = { rule: 'method-removed', place: '*', reason: 'r', expires: '2026-01-01', at };
    const diff = diffOf([], { expired: [entry], unmatched: [entry] });
    const { findings } = reportDiff(judgeDiff(diff, { failOn: 'breaking', strict: false }), true);
    expect(findings).toMatchObject([
      { rule: 'ignore-expired', level: 'error', place: at },
      { rule: 'ignore-unmatched', level: 'note', place: at },
    ]);
  });
});
