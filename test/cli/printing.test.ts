import { describe, expect, test } from 'vitest';
import { DescriptorError, InputError, ResponseError } from '../../src/base/errors.js';
import { alignColumns } from '../../src/cli/printing/align-columns.js';
import { PLAIN } from '../../src/cli/printing/paint.js';
import { listedChanges } from '../../src/cli/printing/print-changes.js';
import { errorJson, printError } from '../../src/cli/printing/print-error.js';
import { printExecuted, printRequest } from '../../src/cli/printing/print-executed.js';
import { printJson } from '../../src/cli/printing/print-json.js';
import { countProblems, printProblems } from '../../src/cli/printing/print-problems.js';
import { printRefreshed } from '../../src/cli/printing/print-refreshed.js';
import type { PlacedProblem } from '../../src/workspace/descriptors/describe-descriptor.js';
import type { PlacedChange } from '../../src/workspace/sides/placed-change.js';

const WARNING: PlacedProblem = {
  code: 'name-changed',
  severity: 'warning',
  pointer: '/a',
  message: "'x' is called y",
  advice: 'Leave it',
  place: { document: 'a.json', pointer: '/a', line: 3, column: 14 },
};

describe('alignColumns', () => {
  const rows = [
    {
      name: 'pads all columns but the last',
      given: [
        ['a', 'bb', 'c'],
        ['aaa', 'b', 'cccc'],
      ],
      want: ['a    bb  c', 'aaa  b   cccc'],
    },
    {
      name: 'leaves no blanks at the end',
      given: [
        ['a', ''],
        ['aa', 'b'],
      ],
      want: ['a', 'aa  b'],
    },
    { name: 'shows what would act on a terminal', given: [['\u001b[2J', 'b']], want: ['\\u{1b}[2J  b'] },
    { name: 'nothing', given: [], want: [] },
  ];
  test.each(rows)('$name', ({ given, want }) => expect(alignColumns(given)).toEqual(want));
});

describe('printExecuted', () => {
  const rows = [
    {
      name: 'values under each other',
      given: { HttpResponseCode: 200, tasks: '[]' },
      want: ['HttpResponseCode: 200', 'tasks:            []'],
    },
    { name: 'nothing to show', given: { a: undefined }, want: [] },
    { name: 'empty and yes', given: { a: null, b: true }, want: ['a:', 'b: true'] },
    { name: 'lines of a text under each other', given: { a: 'x\r\ny\u001b' }, want: ['a: x', '   y\\u{1b}'] },
    {
      name: 'a file',
      given: { File: { name: 'a.pdf', contentType: 'application/pdf', content: new Uint8Array(3) } },
      want: ['File: a.pdf, application/pdf, 3 bytes'],
    },
    { name: 'an integer beyond 2^53', given: { a: 9007199254740993n }, want: ['a: 9007199254740993'] },
    { name: 'rows apart', given: [{ a: 1 }, { a: 2 }], want: ['a: 1', '', 'a: 2'] },
  ];
  test.each(rows)('$name', ({ given, want }) => {
    expect(printExecuted({ method: 'm', success: true, outputs: given }, PLAIN)).toEqual(want);
  });
});

test('printRequest: verb and URL, headers, body', () => {
  const request = { verb: 'POST', url: 'https://x/a', headers: { accept: 'text/plain' } };
  expect(printRequest(request, PLAIN)).toEqual(['POST https://x/a', 'accept: text/plain']);
  expect(printRequest({ ...request, body: { bytes: 1 } }, PLAIN).slice(-2)).toEqual(['', '1 byte']);
});

test('printProblems and their count', () => {
  const problems: PlacedProblem[] = [WARNING, { ...WARNING, severity: 'note', code: 'n' }, WARNING];
  expect(printProblems(problems.slice(0, 2), PLAIN)).toEqual([
    "a.json:3:14  warning  name-changed  'x' is called y — Leave it",
    "a.json:3:14  note     n             'x' is called y — Leave it",
  ]);
  expect(countProblems(problems)).toBe('2 warnings, 1 note');
  expect(countProblems([])).toBe('no Problems');
});

describe('printError', () => {
  const place = { document: 'a.json', pointer: '', line: 2, column: 3 };
  const rows = [
    {
      name: 'the message as it is',
      given: new InputError('INPUT_INVALID', { who: 'a › b', what: 'no', advice: 'Do' }),
      want: ['error[INPUT_INVALID]: a › b: no. Do.'],
    },
    {
      name: 'its place in front',
      given: new DescriptorError('DESCRIPTOR_UNUSABLE', { who: 'nwc', what: 'no', place }),
      want: ['error[DESCRIPTOR_UNUSABLE]: a.json:2:3: nwc: no.'],
    },
    {
      name: 'its place instead of the file alone',
      given: new DescriptorError('DESCRIPTOR_UNUSABLE', { who: 'a.json', what: 'no', place }),
      want: ['error[DESCRIPTOR_UNUSABLE]: a.json:2:3: no.'],
    },
    {
      name: 'its place once',
      given: new DescriptorError('DESCRIPTOR_UNUSABLE', { who: 'a.json:2:3', what: 'no', place }),
      want: ['error[DESCRIPTOR_UNUSABLE]: a.json:2:3: no.'],
    },
    {
      name: 'what the service answered',
      given: new ResponseError('RESPONSE_NOT_SUCCESS', {
        who: 'a',
        what: 'no',
        HttpResponseCode: 404,
        headers: {},
        body: '{"x":\n1}\u001b\n',
      }),
      want: ['error[RESPONSE_NOT_SUCCESS]: a: no.', '', '  {"x":', '  1}\\u{1b}'],
    },
  ];
  test.each(rows)('$name', ({ given, want }) => expect(printError(given, PLAIN)).toEqual(want));

  test('a fault of ours: says so, with the stack', () => {
    const lines = printError(new TypeError('x is no y'), PLAIN);
    expect(lines[0]).toBe('error: this is our fault, not yours.');
    expect(lines.join('\n')).toMatch(/TypeError: x is no y\n {4}at [\s\S]*Please report it/);
    expect(errorJson(new TypeError('x'))).toEqual({
      error: { code: 'OUR_FAULT', name: 'TypeError', message: 'x' },
    });
  });
});

test('printJson: bytes, big integers and what a terminal acts on', () => {
  const [text = ''] = printJson({ file: Buffer.from('hi'), big: 12n, evil: '\u202e\u009b' });
  expect(text).toContain('\\u202e\\u009b');
  expect(JSON.parse(text)).toEqual({ file: 'aGk=', big: '12', evil: '\u202e\u009b' });
});

describe('listedChanges', () => {
  const change = (before: string, after: string): PlacedChange => ({
    code: 'method-removed',
    severity: 'breaking',
    message: 'the Method is gone',
    advice: 'Stop calling it',
    before: { subject: { part: 'method', object: 'Tasks', method: 'Get_tasks' } },
    beforePlace: { document: before, pointer: '', line: 1, column: 2 },
    afterPlace: { document: after, pointer: '', line: 3, column: 4 },
  });
  const long = 'descriptors/a-descriptor-of-a-longer-name.json';

  test.each([
    { name: 'both places on a line', given: change('a.json', 'b.json'), want: ['a.json:1:2 → b.json:3:4'] },
    { name: 'each on its own', given: change(long, long), want: [`${long}:1:2`, `→ ${long}:3:4`] },
  ])('$name', ({ given, want }) => {
    expect(listedChanges('breaking', [given], PLAIN)).toEqual([
      'breaking (1)',
      '',
      '  Tasks',
      '    Get_tasks  the Method is gone  method-removed',
      '      Stop calling it',
      ...want.map((line) => `      ${line}`),
      '',
    ]);
  });
});

test('printRefreshed: an old copy that could not be compared', () => {
  const one = {
    name: 'a',
    status: 'changed' as const,
    before: 'a'.repeat(64),
    after: 'b'.repeat(64),
    problems: [],
  };
  expect(printRefreshed([one], PLAIN)).toEqual([
    'a  changed  aaaaaaaaaaaa → bbbbbbbbbbbb',
    '  the old copy was gone or edited: nothing to compare with',
  ]);
});
