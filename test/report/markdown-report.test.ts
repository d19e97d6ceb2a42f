import { describe, expect, test } from 'vitest';
import { codeSpan, inertMarkdown } from '../../src/report/inert-markdown.js';
import { markdownReport } from '../../src/report/markdown-report.js';
import { BROKEN, HOSTILE, NOTED, reportOf } from './reports.js';

describe('inertMarkdown', () => {
  const rows = [
    { name: 'plain words', given: 'the Method is gone', want: 'the Method is gone' },
    {
      name: 'markup',
      given: '*a* _b_ `c` ~~d~~ | [e](f)',
      want: '\\*a\\* \\_b\\_ \\`c\\` \\~\\~&#8203;d\\~\\~ \\| \\[e\\]\\(f\\)',
    },
    { name: 'HTML and entities', given: '<b>&amp;</b>', want: '&lt;b&gt;&amp;&#8203;amp;&lt;\\/b&gt;' },
    { name: 'a mention', given: 'ask @everyone', want: 'ask @&#8203;everyone' },
    { name: 'an e-mail address', given: 'a@b.example', want: 'a@&#8203;b\\.example' },
    {
      name: 'an issue, a merge request, a label',
      given: '#12 !3 ~bug',
      want: '\\#&#8203;12 \\!&#8203;3 \\~&#8203;bug',
    },
    { name: "GitHub's other issue", given: 'GH-12', want: 'GH\\-&#8203;12' },
    { name: 'an address', given: 'HTTPS://x.example', want: 'HTTPS\\:&#8203;\\/\\/x\\.example' },
    { name: 'half an address', given: 'www.x.example', want: 'www\\.&#8203;x\\.example' },
    {
      name: 'a line break and what cannot be seen',
      given: 'a\n# b\u202e',
      want: 'a\\\\u\\{a\\}\\# b\\\\u\\{202e\\}',
    },
    { name: 'nothing', given: '', want: '' },
  ];
  test.each(rows)('$name', ({ given, want }) => expect(inertMarkdown(given)).toBe(want));
});

describe('codeSpan', () => {
  const rows = [
    { name: 'a name', given: 'Tasks.Get_tasks', want: '`Tasks.Get_tasks`' },
    { name: 'backticks inside', given: 'a``b', want: '```a``b```' },
    { name: 'a backtick at the end', given: 'a`', want: '`` a` ``' },
    { name: 'a line break', given: 'a\nb', want: '`a\\u{a}b`' },
    { name: 'nothing', given: '', want: '`  `' },
  ];
  test.each(rows)('$name', ({ given, want }) => expect(codeSpan(given)).toBe(want));
});

describe('markdownReport', () => {
  test('the summary, the repair, errors, and notes folded away', () => {
    const text = markdownReport(
      reportOf([BROKEN, NOTED], { repair: 'rest-broker update nwc', well: ['k2'] }),
    );
    expect(text.split('\n')).toEqual([
      '### ❌ rest-broker diff',
      '',
      'One Method is gone.',
      '',
      'Repair it with: `rest-broker update nwc`',
      '',
      '#### Errors (1)',
      '',
      '- **`nwc: Tasks.Get_tasks`** the Method is gone (`method-removed`)<br>',
      '  Call Tasks\\.List\\_tasks instead.<br>',
      '  `descriptors/nwc.json:12:5` · `main:descriptors/nwc.json:10:5`',
      '',
      '<details>',
      '<summary>Notes (1)</summary>',
      '',
      '- **`nwc: Tasks.Post_tasks`** the Method is new (`method-added`)',
      '',
      '</details>',
      '',
      'Without findings: `k2`',
    ]);
  });

  test('passed, with nothing to tell', () => {
    expect(markdownReport(reportOf([], { summary: 'Nothing changed' }))).toBe(
      '### ✅ rest-broker diff\n\nNothing changed.',
    );
  });

  test('nothing hostile is live', () => {
    const text = markdownReport(
      reportOf([{ ...BROKEN, rule: HOSTILE, subject: HOSTILE, message: HOSTILE, advice: HOSTILE }], {
        command: HOSTILE,
        summary: HOSTILE,
        well: [HOSTILE],
        repair: HOSTILE,
      }),
    );
    const live = text
      .replace(/\\.|(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
      .replace(/<br>|&(?:lt|gt|amp|#8203);|^(?:####? |- \*\*\*\* )/gm, ' ');
    expect(text).toContain('evil.example');
    expect(text).not.toMatch(/[\u0007\u001b\u202e]/);
    expect(live).not.toMatch(/[`*_[\]{}|<>&#~]|[@!%]\w|https?:|www\.\w/);
    expect(text.split('\n').filter((line) => /^(?:::|- item)/.test(line))).toEqual([]);
  });

  test('a report that is too long is cut between two findings, and says so', () => {
    const many = Array.from({ length: 3000 }, (_, turn) => ({ ...NOTED, subject: `nwc: A.M${turn}` }));
    const text = markdownReport(reportOf(many));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\n\n<\/details>\n\n…and \d+ more: too long to be shown here\.$/);
  });
});
