import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/base/errors.js';
import type { CellType } from '../../../src/model/definition.js';
import { FileAt } from '../../../src/runtime/file-at.js';
import { coerceInput, type GivenInput } from '../../../src/workspace/execution/coerce-input.js';
import { put, temporaryFolder } from '../temporary-folder.js';

const rows: readonly { name: string; type: CellType; given: GivenInput; want: unknown }[] = [
  { name: 'text stays', type: 'Text', given: { text: ' 12 ' }, want: ' 12 ' },
  { name: 'empty text is text', type: 'Text', given: { text: '' }, want: '' },
  { name: 'Serialized text stays', type: 'SerializedItem', given: { text: '{"a":1}' }, want: '{"a":1}' },
  { name: 'a Number', type: 'Number', given: { text: '42' }, want: 42 },
  { name: 'a signed Number', type: 'Number', given: { text: ' -7 ' }, want: -7 },
  {
    name: 'a Number no number holds',
    type: 'Number',
    given: { text: '9007199254740993' },
    want: 9007199254740993n,
  },
  { name: 'an empty Number is empty', type: 'Number', given: { text: '' }, want: null },
  { name: 'a Decimal', type: 'Decimal', given: { text: '12.50' }, want: 12.5 },
  { name: 'a Decimal with an exponent', type: 'Decimal', given: { text: '1e3' }, want: 1000 },
  {
    name: 'a Decimal no number holds',
    type: 'Decimal',
    given: { text: '0.12345678901234567891' },
    want: '0.12345678901234567891',
  },
  { name: 'true', type: 'YesNo', given: { text: 'TRUE' }, want: true },
  { name: 'yes', type: 'YesNo', given: { text: 'yes' }, want: true },
  { name: 'no', type: 'YesNo', given: { text: 'No' }, want: false },
  { name: 'false', type: 'YesNo', given: { text: 'false' }, want: false },
  { name: 'an empty DateTime is empty', type: 'DateTime', given: { text: ' ' }, want: null },
  { name: 'a DateTime stays', type: 'DateTime', given: { text: '2024-01-31' }, want: '2024-01-31' },
  { name: 'a value is taken as it is', type: 'Number', given: { value: 'x' }, want: 'x' },
];
test.each(rows)('$name', ({ given, type, want }) => {
  expect(coerceInput(given, type, 'nwc › A › B, input c')).toEqual(want);
});

describe('refusals', () => {
  const refused: readonly { name: string; type: CellType; given: GivenInput; want: string }[] = [
    {
      name: 'no Number',
      type: 'Number',
      given: { text: '1.5' },
      want: "expected a Number (a whole number), got '1.5'",
    },
    {
      name: 'no Decimal',
      type: 'Decimal',
      given: { text: '1,5' },
      want: "expected a Decimal (12.5), got '1,5'",
    },
    { name: 'no YesNo', type: 'YesNo', given: { text: 'maybe' }, want: "got 'maybe'" },
    { name: 'a File as text', type: 'File', given: { text: 'x' }, want: '--input c=@path' },
    {
      name: 'a file that is not there',
      type: 'Text',
      given: { file: '/no/such' },
      want: 'it does not exist',
    },
  ];
  test.each(refused)('$name', ({ given, type, want }) => {
    const act = () => coerceInput(given, type, 'nwc › A › B, input c');
    expect(act).toThrow(InputError);
    expect(act).toThrow(want);
  });
});

test('files: text for all but a File, which the call itself reads', () => {
  const folder = temporaryFolder();
  put(folder, { 'a.txt': 'äöü', 'n.txt': '12\n' });
  expect(coerceInput({ file: `${folder}/a.txt` }, 'Text', 'x')).toBe('äöü');
  expect(coerceInput({ file: `${folder}/n.txt` }, 'Number', 'x')).toBe(12);
  const file = coerceInput({ file: `${folder}/a.txt` }, 'File', 'x');
  expect(file instanceof FileAt ? file.path : file).toBe(`${folder}/a.txt`);
});
