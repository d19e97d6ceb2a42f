import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { sarifReport } from '../../src/report/sarif-report.js';
import { BROKEN, HOSTILE, NOTED, reportOf } from './reports.js';
import { SARIF_SCHEMA } from './sarif-schema.js';

interface Result {
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}
interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly unknown[] } };
      readonly results: readonly Result[];
    },
  ];
}

const sarif = (report: Report): Sarif => JSON.parse(sarifReport(report)) as Sarif;
const fingerprints = (report: Report): string[] =>
  sarif(report).runs[0].results.map(
    ({ partialFingerprints }) => partialFingerprints['restBrokerFinding/v1'] ?? '',
  );

test('rules, results and places', () => {
  const [run] = sarif(reportOf([BROKEN, NOTED, BROKEN])).runs;
  expect(run.tool.driver.rules).toEqual([
    {
      id: 'method-removed',
      shortDescription: { text: 'method removed' },
      help: { text: 'Call Tasks.List_tasks instead.' },
      defaultConfiguration: { level: 'error' },
    },
    {
      id: 'method-added',
      shortDescription: { text: 'method added' },
      help: { text: 'the Method is new.' },
      defaultConfiguration: { level: 'note' },
    },
  ]);
  expect(run.results[0]).toEqual({
    ruleId: 'method-removed',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'nwc: Tasks.Get_tasks: the Method is gone. Call Tasks.List_tasks instead.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'descriptors/nwc.json' },
          region: { startLine: 12, startColumn: 5 },
        },
        logicalLocations: [{ fullyQualifiedName: 'nwc: Tasks.Get_tasks' }],
      },
    ],
    partialFingerprints: { 'restBrokerFinding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test('a fingerprint stays when lines move, and tells findings apart', () => {
  const place = { document: 'descriptors/nwc.json', pointer: '/paths/~1tasks/get', line: 99, column: 1 };
  const [before, note, again] = fingerprints(reportOf([BROKEN, NOTED, BROKEN]));
  const [moved] = fingerprints(reportOf([{ ...BROKEN, place }]));
  expect(moved).toBe(before);
  expect(new Set([before, note, again]).size).toBe(3);
});

const paths = [
  { given: 'a b/ü#?.json', want: 'a%20b/%C3%BC%23%3F.json' },
  { given: './a.json', want: 'a.json' },
  { given: 'a\ud800.json', want: 'a%EF%BF%BD.json' },
];
test.each(paths)('the path $given as a URI', ({ given, want }) => {
  const [run] = sarif(reportOf([{ ...NOTED, place: { document: given, pointer: '' } }])).runs;
  expect(run.results[0]?.['locations']).toMatchObject([
    { physicalLocation: { artifactLocation: { uri: want } } },
  ]);
});

const valid = [
  {
    name: 'findings of every kind',
    given: reportOf([BROKEN, NOTED, { ...NOTED, level: 'warning' as const }]),
  },
  { name: 'nothing found', given: reportOf([]) },
  {
    name: 'hostile text',
    given: reportOf(
      [
        {
          ...BROKEN,
          rule: HOSTILE,
          subject: HOSTILE,
          message: HOSTILE,
          advice: HOSTILE,
          place: { document: HOSTILE.replaceAll(':', ''), pointer: '' },
        },
      ],
      { command: HOSTILE, summary: HOSTILE },
    ),
  },
];
test.each(valid)('holds to the format: $name', ({ given }) => {
  const validate = new Ajv({ allErrors: true }).compile(SARIF_SCHEMA);
  const text = sarifReport(given);
  expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
  expect(text).not.toMatch(/[\u0007\u001b\u202e]/);
});

test('the schema would say so if it did not', () => {
  const validate = new Ajv().compile(SARIF_SCHEMA);
  const log = sarif(reportOf([BROKEN]));
  const [result] = log.runs[0].results;
  expect(validate({ ...log, runs: [{ ...log.runs[0], results: [{ ...result, level: 'fatal' }] }] })).toBe(
    false,
  );
});
