import { expect, test } from 'vitest';
import { githubReport } from '../../src/report/github-report.js';
import { BROKEN, HOSTILE, NOTED, reportOf } from './reports.js';

const rows = [
  {
    name: 'an error on its line, the older place in the text',
    given: reportOf([BROKEN]),
    want: [
      '::error file=descriptors/nwc.json,line=12,col=5,title=method-removed::nwc: Tasks.Get_tasks: the Method is gone. Call Tasks.List_tasks instead. See main:descriptors/nwc.json:10:5',
      'One Method is gone',
    ],
  },
  {
    name: 'a note is a notice; without a place there is no file',
    given: reportOf([NOTED]),
    want: ['::notice title=method-added::nwc: Tasks.Post_tasks: the Method is new.', 'One Method is gone'],
  },
  {
    name: 'a warning in a place without a line',
    given: reportOf([{ ...NOTED, level: 'warning', place: { document: './a,b.json', pointer: '/x' } }]),
    want: [
      '::warning file=a%2Cb.json,title=method-added::nwc: Tasks.Post_tasks: the Method is new.',
      'One Method is gone',
    ],
  },
  {
    name: 'what is no file of the checkout is only named',
    given: reportOf([
      { ...NOTED, place: { document: 'https://x.example/a.json', pointer: '', line: 1, column: 2 } },
    ]),
    want: [
      '::notice title=method-added::nwc: Tasks.Post_tasks: the Method is new. See https://x.example/a.json:1:2',
      'One Method is gone',
    ],
  },
  {
    name: 'nor is what lies outside the folder',
    given: reportOf([{ ...NOTED, place: { document: '../a.json', pointer: '', line: 1, column: 2 } }]),
    want: [
      '::notice title=method-added::nwc: Tasks.Post_tasks: the Method is new. See ../a.json:1:2',
      'One Method is gone',
    ],
  },
  {
    name: 'the escapes of a message and of a property',
    given: reportOf([
      {
        ...NOTED,
        rule: 'a:b,c%\r\n',
        subject: 's',
        message: 'a:b,c%\r\nd',
        place: { document: '50%.json', pointer: '', line: 1 },
      },
    ]),
    want: [
      '::notice file=50%25.json,line=1,title=a%3Ab%2Cc%25%0D%0A::s: a:b,c%25%0D%0Ad.',
      'One Method is gone',
    ],
  },
  {
    name: 'the repair; nothing in the log is a command',
    given: reportOf([], { summary: '::error::x\n::set-output::y ##[z]', repair: 'rest-broker update nwc' }),
    want: [': :error::x ::set-output::y ## [z]', 'Repair it with: rest-broker update nwc'],
  },
];
test.each(rows)('$name', ({ given, want }) => expect(githubReport(given).split('\n')).toEqual(want));

test('hostile text stays on the one line of its annotation', () => {
  const text = githubReport(reportOf([{ ...BROKEN, subject: HOSTILE, message: HOSTILE, advice: HOSTILE }]));
  const lines = text.split(/\r|\n/);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^::error file=descriptors\/nwc\.json,line=12,col=5,title=method-removed::/);
});
