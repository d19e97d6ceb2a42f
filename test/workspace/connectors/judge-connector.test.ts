import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type ServiceInstance } from '../../../src/model/service-instance.js';
import { type LockedConnector, optionsHash } from '../../../src/workspace/connectors/connectors-lock.js';
import { firstDifference } from '../../../src/workspace/connectors/first-difference.js';
import { inputCauses, judgeFiles } from '../../../src/workspace/connectors/judge-connector.js';
import type { StandingFile } from '../../../src/workspace/connectors/standing-connector.js';

const INSTANCE: ServiceInstance = {
  name: 'nwc',
  descriptor: { file: 'descriptors/a.json', source: 'a.json', sha256: 'd1' },
  settings: DEFAULT_SETTINGS,
};

function locked(
  files: Readonly<Record<string, string>> = {},
  head: Partial<LockedConnector> = {},
): LockedConnector {
  return {
    generator: '1.0.0',
    descriptor: 'd1',
    options: optionsHash(DEFAULT_SETTINGS),
    broughtAlong: [],
    files: Object.fromEntries(Object.entries(files).map(([path, sha256]) => [path, { bytes: 1, sha256 }])),
    ...head,
  };
}

function standing(files: Readonly<Record<string, string>>): Map<string, StandingFile> {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const [sha256 = '', whose = 'ours'] = text.split(' ');
      return [path, { sha256, isOurs: whose === 'ours' }];
    }),
  );
}

describe('what of the inputs is not as the lock has it', () => {
  const rows = [
    { name: 'all is', lock: locked(), want: [] },
    { name: 'nothing was generated', lock: undefined, want: ['never-generated'] },
    { name: 'the lock was lost', lock: undefined, files: { 'index.ts': 'x' }, want: ['not-locked'] },
    {
      name: "only somebody else's files stand there",
      lock: undefined,
      files: { 'notes.md': 'x theirs' },
      want: ['never-generated'],
    },
    { name: 'another descriptor', lock: locked({}, { descriptor: 'd0' }), want: ['descriptor-changed'] },
    { name: 'another generator', lock: locked({}, { generator: '0.9.0' }), want: ['generator-changed'] },
    { name: 'other settings', lock: locked({}, { options: 'o' }), want: ['settings-changed'] },
    {
      name: 'all three',
      lock: locked({}, { descriptor: 'd0', generator: '0', options: 'o' }),
      want: ['descriptor-changed', 'generator-changed', 'settings-changed'],
    },
  ];
  test.each(rows)('$name', ({ lock, files = {}, want }) => {
    expect(inputCauses(INSTANCE, lock, '1.0.0', standing(files as Record<string, string>))).toEqual(want);
  });
});

describe('what is wrong with a file', () => {
  const rows = [
    { name: 'nothing', wanted: 'a', stands: 'a', was: 'a', want: undefined },
    {
      name: 'nothing, though the lock has it otherwise',
      wanted: 'a',
      stands: 'a',
      was: 'b',
      want: undefined,
    },
    { name: 'it is to be added', wanted: 'a', want: 'added' },
    { name: 'it is gone', wanted: 'a', was: 'a', want: 'missing' },
    { name: 'it would be generated otherwise', wanted: 'b', stands: 'a', was: 'a', want: 'changed' },
    { name: 'somebody edited it', wanted: 'a', stands: 'b', was: 'a', want: 'edited' },
    { name: 'somebody edited it, and it would change', wanted: 'c', stands: 'b', was: 'a', want: 'edited' },
    { name: 'nobody knows how it came about', wanted: 'a', stands: 'b', want: 'changed' },
    { name: 'our header was taken away', wanted: 'a', stands: 'b theirs', was: 'a', want: 'foreign' },
    { name: 'nobody wants it any more', stands: 'a', was: 'a', want: 'left-over' },
    { name: 'nobody wanted it ever', stands: 'a', want: 'left-over' },
    { name: 'nobody wants it, and it was edited', stands: 'b', was: 'a', want: 'edited' },
    { name: 'it is none of ours', stands: 'a theirs', want: undefined },
  ];
  test.each(rows)('$name', ({ wanted, stands, was, want }) => {
    const file = (text: string | undefined): Record<string, string> =>
      text === undefined ? {} : { 'a.ts': text };
    const judged = judgeFiles(
      new Map(Object.entries(file(wanted))),
      standing(file(stands)),
      locked(file(was)),
    );
    expect(judged).toEqual(want === undefined ? [] : [{ path: 'a.ts', fault: want }]);
  });
});

test.each([
  { given: 'a\nb\nc', wanted: 'a\nb\nc', want: undefined },
  { given: 'a\nbx\nc', wanted: 'a\nby\nc', want: { line: 2, column: 2 } },
  { given: 'a\n', wanted: 'a\nb\n', want: { line: 2, column: 1 } },
  { given: '', wanted: 'a', want: { line: 1, column: 1 } },
])('the first difference of $given to $wanted', ({ given, wanted, want }) => {
  expect(firstDifference(given, wanted)).toEqual(want);
});
