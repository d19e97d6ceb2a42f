import { expect, test } from 'vitest';
import { printReport } from '../../src/report/print-report.js';
import type { ReportFormat } from '../../src/report/report.js';
import { BROKEN, HOSTILE, NOTED, reportOf } from './reports.js';

test('everything that is known, places flat', () => {
  const text = printReport(reportOf([BROKEN, NOTED], { well: ['k2'], repair: 'rest-broker update' }), 'json');
  expect(JSON.parse(text)).toEqual({
    command: 'diff',
    passed: false,
    summary: 'One Method is gone',
    findings: [
      {
        rule: 'method-removed',
        level: 'error',
        subject: 'nwc: Tasks.Get_tasks',
        message: 'the Method is gone',
        advice: 'Call Tasks.List_tasks instead',
        file: 'descriptors/nwc.json',
        line: 12,
        column: 5,
        pointer: '/paths/~1tasks/get',
        morePlaces: [
          { file: 'main:descriptors/nwc.json', line: 10, column: 5, pointer: '/paths/~1tasks/get' },
        ],
      },
      { rule: 'method-added', level: 'note', subject: 'nwc: Tasks.Post_tasks', message: 'the Method is new' },
    ],
    well: ['k2'],
    repair: 'rest-broker update',
  });
});

const formats: ReportFormat[] = ['json', 'github', 'markdown', 'junit', 'sarif'];
test.each(formats)('%s: what a terminal acts on is never printed', (format) => {
  const text = printReport(reportOf([{ ...BROKEN, subject: HOSTILE }], { well: [HOSTILE] }), format);
  expect(text).toContain('evil.example'.slice(0, 4));
  expect(text).not.toMatch(/[\u0007\u001b]/);
});
