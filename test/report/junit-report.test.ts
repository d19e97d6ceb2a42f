import { expect, test } from 'vitest';
import { junitReport } from '../../src/report/junit-report.js';
import { readXml } from './read-xml.js';
import { BROKEN, HOSTILE, NOTED, reportOf } from './reports.js';

test('a test case a subject: errors fail it, others are its output, what is well passes', () => {
  const more = { ...BROKEN, rule: 'input-removed', message: 'an input is gone', level: 'error' as const };
  const text = junitReport(reportOf([BROKEN, more, NOTED], { well: ['k2'] }));
  expect(text.split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="rest-broker diff" tests="3" failures="1" errors="0" skipped="0">',
    '  <testsuite name="rest-broker diff" tests="3" failures="1" errors="0" skipped="0">',
    '    <testcase classname="rest-broker.diff" name="k2"/>',
    '    <testcase classname="rest-broker.diff" name="nwc: Tasks.Get_tasks" file="descriptors/nwc.json">',
    '      <failure type="method-removed" message="the Method is gone (and 1 more)">error method-removed: the Method is gone.',
    '  Call Tasks.List_tasks instead.',
    '  at descriptors/nwc.json:12:5',
    '  at main:descriptors/nwc.json:10:5',
    'error input-removed: an input is gone.',
    '  Call Tasks.List_tasks instead.',
    '  at descriptors/nwc.json:12:5',
    '  at main:descriptors/nwc.json:10:5</failure>',
    '    </testcase>',
    '    <testcase classname="rest-broker.diff" name="nwc: Tasks.Post_tasks">',
    '      <system-out>note method-added: the Method is new.</system-out>',
    '    </testcase>',
    '    <system-out>One Method is gone</system-out>',
    '  </testsuite>',
    '</testsuites>',
  ]);
});

test('any text at all stands in well-formed XML, and reads as it was', () => {
  const place = { document: HOSTILE, pointer: '' };
  const finding = { ...BROKEN, rule: HOSTILE, subject: HOSTILE, message: HOSTILE, advice: HOSTILE, place };
  const read = readXml(junitReport(reportOf([finding], { command: HOSTILE, summary: HOSTILE })));
  const shown = HOSTILE.replace(/[\u0007\u001b\ufffe\ud800]/g, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
  expect(read.elements).toEqual(['testsuites', 'testsuite', 'testcase', 'failure', 'system-out']);
  expect(read.attributes).toContainEqual(['name', shown]);
  expect(read.attributes).toContainEqual(['message', shown]);
  expect(read.attributes).toContainEqual(['file', shown]);
  expect(read.texts).toContain(shown);
});
