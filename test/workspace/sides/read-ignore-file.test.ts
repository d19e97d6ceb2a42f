import { describe, expect, test } from 'vitest';
import type { ChangedPart } from '../../../src/compare/change.js';
import type { ChangeCode } from '../../../src/compare/change-kinds.js';
import { applyIgnores } from '../../../src/workspace/sides/apply-ignores.js';
import type { PlacedChange } from '../../../src/workspace/sides/placed-change.js';
import { readIgnoreFile, readIgnoreText } from '../../../src/workspace/sides/read-ignore-file.js';
import { put, temporaryFolder } from '../temporary-folder.js';

const ENTRY =
  '- rule: method-removed\n  place: Tasks.Get_tasks\n  reason: nobody calls it\n  expires: 2026-12-31\n';

describe('a file for --ignore', () => {
  test('YAML and JSON, each entry with where it stands', () => {
    const [entry] = readIgnoreText(`# known\n${ENTRY}`, 'ignore.yaml');
    expect(entry).toEqual({
      rule: 'method-removed',
      place: 'Tasks.Get_tasks',
      reason: 'nobody calls it',
      expires: '2026-12-31',
      at: { document: 'ignore.yaml', pointer: '/0', line: 2, column: 3 },
    });
    const { at: _, ...same } = entry ?? { at: undefined };
    expect(readIgnoreText(JSON.stringify([same]), 'ignore.json')).toMatchObject([same]);
  });

  test.each(['', '# nothing yet\n', '[]'])('%j holds no entry', (text) => {
    expect(readIgnoreText(text, 'a.yaml')).toEqual([]);
  });

  const wrong = [
    { name: 'no list', given: 'rule: a', want: /a\.yaml:1:1: must be a list of entries with rule/ },
    {
      name: 'no reason',
      given: ENTRY.replace(/ {2}reason.*\n/, ''),
      want: /a\.yaml:1:3: entry 1: 'reason' is missing/,
    },
    {
      name: 'a reason of blanks',
      given: ENTRY.replace('nobody calls it', '" "'),
      want: /a\.yaml:3:3: entry 1, reason: must be a sentence/,
    },
    {
      name: 'no day',
      given: ENTRY.replace('2026-12-31', 'soon'),
      want: /a\.yaml:4:3: entry 1, expires: must be a day, as 2026-12-31/,
    },
    {
      name: 'a day that there is not',
      given: ENTRY.replace('2026-12-31', '2026-02-30'),
      want: /a\.yaml:4:3: entry 1, expires: '2026-02-30' is no day of the calendar/,
    },
    {
      name: 'a rule that there is not',
      given: ENTRY.replace('method-removed', 'method-remove'),
      want: /a\.yaml:1:3: entry 1, rule: there is no rule 'method-remove'\. Perhaps you meant 'method-removed'/,
    },
    {
      name: 'a key that is not known',
      given: `${ENTRY}  untli: x\n`,
      want: /a\.yaml:5:3: entry 1, untli: is not known here/,
    },
    { name: 'no YAML', given: '- rule: [', want: /a\.yaml:\d+:\d+: / },
    {
      name: 'several at once',
      given: `${ENTRY}${ENTRY}`.replaceAll('2026-12-31', 'x'),
      want: /2 things are wrong\n {2}a\.yaml:4:3: .*\n {2}a\.yaml:8:3: /,
    },
  ];
  test.each(wrong)('refused: $name', ({ given, want }) => {
    expect(() => readIgnoreText(given, 'a.yaml')).toThrow(
      expect.objectContaining({ code: 'USAGE_WRONG', message: expect.stringMatching(want) }),
    );
  });

  test('refused: a file that cannot be read, or is no text', () => {
    const cwd = temporaryFolder();
    put(cwd, { 'a.yaml': ENTRY });
    expect(readIgnoreFile(`${cwd}/a.yaml`)).toHaveLength(1);
    expect(() => readIgnoreFile(`${cwd}/b.yaml`)).toThrow(/cannot be read: it does not exist/);
  });
});

describe('what is ignored', () => {
  const method = (name: string): ChangedPart => ({ part: 'method', object: 'Tasks', method: name });
  const change = (code: ChangeCode, before?: ChangedPart, after?: ChangedPart): PlacedChange => ({
    code,
    severity: 'breaking',
    message: 'm',
    advice: 'a',
    ...(before === undefined ? {} : { before: { subject: before } }),
    ...(after === undefined ? {} : { after: { subject: after } }),
  });
  const entry = (rule: string, place: string, expires = '2026-12-31') => ({
    rule,
    place,
    reason: 'r',
    expires,
    at: { document: 'i', pointer: '' },
  });
  const removed = change('method-removed', method('Get_tasks'));
  const rows = [
    {
      name: 'the very place',
      entry: entry('method-removed', 'Tasks.Get_tasks'),
      change: removed,
      want: 'ignored',
    },
    { name: 'a pattern', entry: entry('method-removed', 'Tasks.*'), change: removed, want: 'ignored' },
    { name: 'everything', entry: entry('method-removed', '*'), change: removed, want: 'ignored' },
    {
      name: 'the last day',
      entry: entry('method-removed', '*', '2026-11-21'),
      change: removed,
      want: 'ignored',
    },
    {
      name: 'the day after',
      entry: entry('method-removed', '*', '2026-11-20'),
      change: removed,
      want: 'expired',
    },
    { name: 'another rule', entry: entry('method-renamed', '*'), change: removed, want: 'unmatched' },
    {
      name: 'only the beginning of a name',
      entry: entry('method-removed', 'Tasks'),
      change: removed,
      want: 'unmatched',
    },
    {
      name: 'a dot is a dot',
      entry: entry('method-removed', 'Tasks.Get.tasks'),
      change: removed,
      want: 'unmatched',
    },
    {
      name: 'the name after',
      entry: entry('method-renamed', 'Tasks.List'),
      change: change('method-renamed', method('Get_tasks'), method('List')),
      want: 'ignored',
    },
    {
      name: 'the connector',
      entry: entry('service-url-changed', 'connector'),
      change: change('service-url-changed', { part: 'connector' }, { part: 'connector' }),
      want: 'ignored',
    },
  ];
  test.each(rows)('$name: $want', ({ entry: given, change: of, want }) => {
    const { changes, expired, unmatched } = applyIgnores([of], [given], '2026-11-21');
    expect({
      ignored: changes.filter(({ ignored }) => ignored === 'r').length,
      expired: expired.length,
      unmatched: unmatched.length,
    }).toEqual({ ignored: 0, expired: 0, unmatched: 0, [want]: 1 });
  });
});
