import { expect, test } from 'vitest';
import type { Change } from '../../src/compare/change.js';
import type { Updated } from '../../src/workspace/update-connectors.js';
import { changedName, updateSummary } from '../../src/workspace/update-summary.js';

const REMOVED: Change = {
  code: 'method-removed',
  severity: 'breaking',
  before: { subject: { part: 'method', object: 'Tasks', method: 'Get_tasks' } },
  message: 'the Method is gone',
  advice: 'Stop calling it',
};
const RENAMED: Change = {
  code: 'method-renamed',
  severity: 'dangerous',
  before: { subject: { part: 'method', object: 'Tasks', method: 'old' } },
  after: { subject: { part: 'method', object: 'Tasks', method: 'new' } },
  message: 'it is now called [new](https://evil.example) by @everyone',
  advice: 'Call it <b>new</b>',
};
const ADDED: Change = {
  code: 'property-added',
  severity: 'safe',
  after: { subject: { part: 'property', object: 'Task', property: 'extra' } },
  message: 'the Property is new',
  advice: 'Nothing to do',
};

function updated(name: string, more: Partial<Updated> = {}): Updated {
  return {
    name,
    status: 'unchanged',
    sha256: { before: 'a', after: 'a' },
    files: [],
    connector: {
      name,
      folder: name,
      written: [],
      unchanged: [],
      removed: [],
      broughtAlong: [],
      problems: [],
    },
    problems: [],
    ...more,
  };
}

test('tells each Service Instance, what hurts in a table, and folds what does not', () => {
  const nwc = updated('nwc', {
    status: 'changed',
    version: { before: '1.0.0', after: '2.0' },
    changes: [ADDED, RENAMED, REMOVED],
  });
  expect(updateSummary([nwc, updated('k2')])).toBe(`## Connectors updated

| Service Instance | Version | Changes | Files |
| --- | --- | --- | --- |
| \`nwc\` | 1\\.0\\.0 → 2\\.0 | 1 breaking, 1 dangerous, 1 safe | 0 written, 0 removed |
| \`k2\` |  | unchanged | 0 written, 0 removed |

### \`nwc\`: 1 breaking, 1 dangerous, 1 safe

| Severity | Where | What changed | What to do | Rule |
| --- | --- | --- | --- | --- |
| **breaking** | Tasks\\.Get\\_tasks | the Method is gone | Stop calling it | \`method-removed\` |
| dangerous | Tasks\\.old → Tasks\\.new | it is now called \\[new\\]\\(https\\:&#8203;\\/\\/evil\\.example\\) by @&#8203;everyone | Call it &lt;b&gt;new&lt;\\/b&gt; | \`method-renamed\` |

<details>
<summary>1 safe</summary>

- Task\\.extra: the Property is new (\`property-added\`)

</details>

Descriptors unchanged: \`k2\`
`);
});

test('nothing live from a version', () => {
  const text = updateSummary([
    updated('a', { status: 'changed', version: { after: '1 | <img src=x> | [x](y)\n# h' } }),
  ]);
  expect(text).not.toMatch(/<img|\[x\]\(y\)|^# h/m);
  expect(text.split('\n')[4]).toMatch(/^\| `a` \| .* \| nothing to compare with \| 0 written, 0 removed \|$/);
});

test('too much for a pull request is cut between two parts', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    updated(`a${index}`, {
      status: 'changed',
      version: { after: '1' },
      changes: Array.from({ length: 40 }, () => REMOVED),
    }),
  );
  const text = updateSummary(many);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/…and \d+ more: too long to be shown here\.\n$/);
});

test.each([
  { name: 'gone', change: REMOVED, want: 'Tasks.Get_tasks' },
  { name: 'renamed', change: RENAMED, want: 'Tasks.old → Tasks.new' },
  {
    name: 'the same name',
    change: { ...REMOVED, ...(REMOVED.before && { after: REMOVED.before }) },
    want: 'Tasks.Get_tasks',
  },
])('the name of what is $name', ({ change, want }) => {
  expect(changedName(change)).toBe(want);
});
