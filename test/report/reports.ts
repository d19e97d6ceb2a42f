import type { Finding, Report } from '../../src/report/report.js';

export const BROKEN: Finding = {
  rule: 'method-removed',
  level: 'error',
  subject: 'nwc: Tasks.Get_tasks',
  message: 'the Method is gone',
  advice: 'Call Tasks.List_tasks instead',
  place: { document: 'descriptors/nwc.json', pointer: '/paths/~1tasks/get', line: 12, column: 5 },
  morePlaces: [{ document: 'main:descriptors/nwc.json', pointer: '/paths/~1tasks/get', line: 10, column: 5 }],
};

export const NOTED: Finding = {
  rule: 'method-added',
  level: 'note',
  subject: 'nwc: Tasks.Post_tasks',
  message: 'the Method is new',
};

export function reportOf(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  const passed = !findings.some(({ level }) => level === 'error');
  return { command: 'diff', summary: 'One Method is gone', passed, well: [], findings, ...more };
}

/** Text that every format could trip over. */
export const HOSTILE =
  'a|b `c` <img src=x onerror=alert(1)> **bold** [x](javascript:alert) @everyone #12 GH-7 https://evil.example www.evil.example ::error::x ##[set-env]y %0A ]]> & \' " \u0007\u001b[2J\u202e\ufffe\ud800\n::warning::z\r\n- item';
