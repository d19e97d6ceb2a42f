import { describe, expect, test } from 'vitest';
import type { InputDefinition } from '../../src/model/definition.js';
import { type CheckedInputs, checkInputs } from '../../src/runtime/check-inputs.js';
import { planMethod } from '../../src/runtime/method-plan.js';
import { thrownBy } from './thrown-by.js';

const inputs: Record<string, InputDefinition> = {
  task_id: { in: 'path', type: 'Text', required: true },
  limit: { in: 'query', type: 'Number', required: true },
  ratio: { in: 'query', type: 'Decimal' },
  open: { in: 'query', type: 'YesNo' },
  since: { in: 'query', type: 'DateTime' },
  tags: { in: 'query', type: 'SerializedArray' },
  file: { in: 'field', type: 'File' },
  Outcome: {
    in: 'body',
    type: 'SerializedItem',
    item: { required: ['outcome'], properties: { outcome: 'Text', at: 'DateTime', count: 'Number' } },
  },
};
const plan = planMethod(
  { verb: 'PATCH', path: '/tasks/{task_id}', inputs, answers: {} },
  'nwc › Tasks › Patch',
);
const check = (given: unknown, withHeaders = false): CheckedInputs =>
  checkInputs(plan, given as Record<string, unknown>, withHeaders);
const NEEDED = { task_id: '7', limit: 5 };
const at = (name: string): number => Object.keys(inputs).indexOf(name);

describe('checkInputs', () => {
  const rows: { name: string; given: Record<string, unknown>; input: string; want: unknown }[] = [
    { name: 'as named', given: {}, input: 'task_id', want: { value: '7' } },
    { name: 'a bigint', given: { limit: 2n ** 60n }, input: 'limit', want: { value: 2n ** 60n } },
    { name: 'a Decimal as text', given: { ratio: '1.5' }, input: 'ratio', want: { value: 1.5 } },
    {
      name: 'a Date',
      given: { since: new Date(0) },
      input: 'since',
      want: { value: '1970-01-01T00:00:00.000Z' },
    },
    { name: 'undefined is absent', given: { open: undefined }, input: 'open', want: undefined },
    { name: 'null in a parameter is absent', given: { open: null }, input: 'open', want: undefined },
    { name: 'null in a form is absent', given: { file: null }, input: 'file', want: undefined },
    { name: 'null in a body is null', given: { Outcome: null }, input: 'Outcome', want: { value: null } },
    {
      name: 'without case',
      given: { OUTCOME: '{"outcome":"x"}' },
      input: 'Outcome',
      want: { value: { outcome: 'x' }, text: '{"outcome":"x"}' },
    },
    {
      name: 'text is kept as it is',
      given: { Outcome: ' { "outcome" : "x" } ' },
      input: 'Outcome',
      want: { value: { outcome: 'x' }, text: ' { "outcome" : "x" } ' },
    },
    {
      name: "K2's text is not",
      given: { Outcome: '{"$type":"T","outcome":"x"}' },
      input: 'Outcome',
      want: { value: { outcome: 'x' } },
    },
    {
      name: 'a typed value',
      given: { Outcome: { outcome: 'x', at: undefined } },
      input: 'Outcome',
      want: { value: { outcome: 'x' } },
    },
    {
      name: 'an array',
      given: { tags: ['a', new Date(0)] },
      input: 'tags',
      want: { value: ['a', '1970-01-01T00:00:00.000Z'] },
    },
    { name: 'bytes', given: { file: Buffer.from('x') }, input: 'file', want: { value: Buffer.from('x') } },
    {
      name: 'symbol keys are not looked at',
      given: { [Symbol('x')]: 1 } as Record<string, unknown>,
      input: 'open',
      want: undefined,
    },
  ];
  for (const { name, given, input, want } of rows) {
    test(name, () => expect(check({ ...NEEDED, ...given })[at(input)]).toEqual(want));
  }

  test('a Date in a typed value fits a DateTime', () => {
    const given = { outcome: 'x', at: new Date(0) };
    expect(check({ ...NEEDED, Outcome: given })[at('Outcome')]?.value).toBe(given);
  });

  test('HttpHeaders belongs to another step', () =>
    expect(check({ ...NEEDED, httpheaders: 'x' }, true).filter((input) => input !== undefined)).toHaveLength(
      2,
    ));

  const refused: { name: string; given: unknown; withHeaders?: boolean; code: string; want: string }[] = [
    {
      name: 'all missing ones at once',
      given: {},
      code: 'INPUT_MISSING',
      want: 'the required inputs task_id, limit are missing',
    },
    { name: 'no inputs at all', given: undefined, code: 'INPUT_MISSING', want: 'task_id, limit' },
    {
      name: 'one missing',
      given: { limit: 1 },
      code: 'INPUT_MISSING',
      want: 'the required input task_id is missing',
    },
    {
      name: 'null for a required one',
      given: { ...NEEDED, task_id: null },
      code: 'INPUT_MISSING',
      want: 'task_id',
    },
    {
      name: 'inherited, not own',
      given: Object.create(NEEDED),
      code: 'INPUT_MISSING',
      want: 'task_id, limit',
    },
    {
      name: 'an unknown name',
      given: { ...NEEDED, taskid: 1 },
      code: 'INPUT_UNKNOWN',
      want: "there is no input 'taskid'. Its inputs are task_id, limit, ratio, open, since, tags, file, Outcome.",
    },
    {
      name: 'HttpHeaders where it is not on',
      given: { ...NEEDED, HttpHeaders: 'x' },
      code: 'INPUT_UNKNOWN',
      want: "'HttpHeaders'",
    },
    {
      name: 'unknown, with headers',
      given: { ...NEEDED, x: 1 },
      withHeaders: true,
      code: 'INPUT_UNKNOWN',
      want: 'Outcome, HttpHeaders.',
    },
    {
      name: '__proto__',
      given: JSON.parse('{"task_id":"7","limit":1,"__proto__":1}'),
      code: 'INPUT_UNKNOWN',
      want: "'__proto__'",
    },
    { name: 'twice', given: { ...NEEDED, Task_ID: '8' }, code: 'INPUT_INVALID', want: 'given twice' },
    { name: 'an array', given: ['7'], code: 'INPUT_INVALID', want: 'but are an array' },
    { name: 'null', given: null, code: 'INPUT_INVALID', want: 'but are null' },
    { name: 'text', given: '7', code: 'INPUT_INVALID', want: 'but are a string' },
    { name: 'a Map', given: new Map([['task_id', '7']]), code: 'INPUT_INVALID', want: 'a Map' },
    {
      name: 'a number for Text',
      given: { ...NEEDED, task_id: 7 },
      code: 'INPUT_INVALID',
      want: 'Patch, input task_id: expected Text (a string), got a number',
    },
    {
      name: 'text for a Number',
      given: { ...NEEDED, limit: '5' },
      code: 'INPUT_INVALID',
      want: 'expected a Number',
    },
    {
      name: 'a fraction for a Number',
      given: { ...NEEDED, limit: 1.5 },
      code: 'INPUT_INVALID',
      want: 'expected a Number',
    },
    {
      name: 'Infinity',
      given: { ...NEEDED, ratio: Number.POSITIVE_INFINITY },
      code: 'INPUT_INVALID',
      want: 'expected a Decimal',
    },
    {
      name: 'text for YesNo',
      given: { ...NEEDED, open: 'true' },
      code: 'INPUT_INVALID',
      want: 'expected YesNo',
    },
    {
      name: 'text for a File',
      given: { ...NEEDED, file: 'x' },
      code: 'INPUT_INVALID',
      want: 'expected a File',
    },
    {
      name: 'text that is no JSON',
      given: { ...NEEDED, Outcome: 'Completed' },
      code: 'SERIALIZATION_MALFORMED',
      want: 'input Outcome: the text is not JSON (at character 1)',
    },
    {
      name: 'an array for an item',
      given: { ...NEEDED, Outcome: '[]' },
      code: 'SERIALIZATION_MISMATCH',
      want: 'got an array',
    },
    {
      name: 'an item for an array',
      given: { ...NEEDED, tags: '{}' },
      code: 'SERIALIZATION_MISMATCH',
      want: 'got one item',
    },
    {
      name: "another type's text, told by what it lacks",
      given: { ...NEEDED, Outcome: '{"id":"7"}' },
      code: 'SERIALIZATION_MISMATCH',
      want: "the item has no 'outcome'",
    },
    {
      name: 'a required member that is undefined',
      given: { ...NEEDED, Outcome: { outcome: undefined } },
      code: 'SERIALIZATION_MISMATCH',
      want: "has no 'outcome'",
    },
    {
      name: "another type's text, told by what it holds",
      given: { ...NEEDED, Outcome: '{"outcome":"x","count":"1"}' },
      code: 'SERIALIZATION_MISMATCH',
      want: "'count' should be a Number (a whole number), but is a string",
    },
    {
      name: 'what refers to itself',
      given: { ...NEEDED, tags: ringArray() },
      code: 'SERIALIZATION_MALFORMED',
      want: 'refers to itself',
    },
  ];
  for (const { name, given, withHeaders, code, want } of refused) {
    test(`refuses ${name}`, async () => {
      const error = await thrownBy(() => check(given, withHeaders));
      expect(error).toMatchObject({ code });
      expect(error.message).toMatch(/^nwc › Tasks › Patch/);
      expect(error.message).toContain(want);
    });
  }

  test('a Method without inputs says so', async () => {
    const none = planMethod({ verb: 'GET', path: '/', answers: {} }, 'nwc › Tasks › Get');
    expect((await thrownBy(() => checkInputs(none, { x: 1 }, false))).message).toContain(
      'It takes no inputs',
    );
  });
});

function ringArray(): unknown[] {
  const ring: unknown[] = [];
  ring.push(ring);
  return ring;
}
