import { describe, expect, test } from 'vitest';
import { array, type Helpers, header, item, run, task, text } from './helper-objects.js';
import { thrownBy } from './thrown-by.js';

const refused: { name: string; on: Helpers; method: string; given: unknown; code: string; want: string }[] = [
  {
    name: 'an unknown Property',
    on: task,
    method: 'Serialize',
    given: { ide: '7' },
    code: 'INPUT_UNKNOWN',
    want: "there is no Property 'ide'. Its Properties are id, status",
  },
  {
    name: 'a name that would show other than it is',
    on: task,
    method: 'Serialize',
    given: { 'a\u202eb': 1 },
    code: 'INPUT_UNKNOWN',
    want: "'a\\u{202e}b'",
  },
  {
    name: 'another name for one value',
    on: text,
    method: 'Serialize',
    given: { Valu: 'x' },
    code: 'INPUT_UNKNOWN',
    want: 'Its Properties are Value',
  },
  {
    name: 'a Property of another type',
    on: task,
    method: 'Serialize',
    given: { priority: '3' },
    code: 'INPUT_INVALID',
    want: 'Task › Serialize, Property priority: expected a Number',
  },
  {
    name: 'a rounded number',
    on: task,
    method: 'Serialize',
    given: { priority: 2 ** 53 },
    code: 'INPUT_INVALID',
    want: 'Pass it as a bigint',
  },
  {
    name: 'NaN',
    on: task,
    method: 'Serialize',
    given: { cost: Number.NaN },
    code: 'INPUT_INVALID',
    want: 'expected a Decimal',
  },
  {
    name: 'a Decimal that JSON has no form for',
    on: task,
    method: 'Serialize',
    given: { cost: '007' },
    code: 'INPUT_INVALID',
    want: 'expected a Decimal',
  },
  {
    name: 'a Date that is none',
    on: task,
    method: 'Serialize',
    given: { due: new Date(Number.NaN) },
    code: 'INPUT_INVALID',
    want: 'a Date that is no date',
  },
  {
    name: 'an array where an item nests',
    on: task,
    method: 'Serialize',
    given: { assignee: '[]' },
    code: 'SERIALIZATION_MISMATCH',
    want: 'Property assignee: expected Serialized text of one item, got an array',
  },
  {
    name: 'plain text where an item nests',
    on: task,
    method: 'Serialize',
    given: { assignee: 'me' },
    code: 'SERIALIZATION_MALFORMED',
    want: 'at character 1',
  },
  {
    name: 'a function',
    on: task,
    method: 'Serialize',
    given: { anything: () => 1 },
    code: 'SERIALIZATION_MISMATCH',
    want: 'got a function',
  },
  {
    name: 'a symbol',
    on: task,
    method: 'Serialize',
    given: { id: Symbol('x') },
    code: 'INPUT_INVALID',
    want: 'got a symbol',
  },
  {
    name: 'inputs that are an array',
    on: task,
    method: 'Serialize',
    given: [],
    code: 'INPUT_INVALID',
    want: 'one object of names and values, but are an array',
  },
  {
    name: 'inputs that are null',
    on: task,
    method: 'Deserialize',
    given: null,
    code: 'INPUT_INVALID',
    want: 'but are null',
  },
  {
    name: 'inputs that are text',
    on: task,
    method: 'Deserialize',
    given: '{"id":"7"}',
    code: 'INPUT_INVALID',
    want: 'but are a string',
  },
  {
    name: 'malformed text',
    on: task,
    method: 'Deserialize',
    given: item('{"id":"7",}'),
    code: 'SERIALIZATION_MALFORMED',
    want: 'Deserialize, input Serialized_Item__String_: the text is not JSON (at character 11)',
  },
  {
    name: 'an array for an item',
    on: task,
    method: 'Deserialize',
    given: item('[{}]'),
    code: 'SERIALIZATION_MISMATCH',
    want: 'got an array',
  },
  {
    name: 'an array of values for an item',
    on: task,
    method: 'Deserialize',
    given: item([{}]),
    code: 'SERIALIZATION_MISMATCH',
    want: 'got an array',
  },
  {
    name: "another type's text",
    on: task,
    method: 'Deserialize',
    given: item('{"id":{"value":7}}'),
    code: 'SERIALIZATION_MISMATCH',
    want: "'id' should be Text (a string), but is one item",
  },
  {
    name: 'an item for an array',
    on: task,
    method: 'DeserializeArray',
    given: array('{}'),
    code: 'SERIALIZATION_MISMATCH',
    want: 'got one item',
  },
  {
    name: 'an item value for an array',
    on: task,
    method: 'DeserializeArray',
    given: array({}),
    code: 'SERIALIZATION_MISMATCH',
    want: 'got one item',
  },
  {
    name: 'a number for an array',
    on: task,
    method: 'DeserializeArray',
    given: array(5),
    code: 'SERIALIZATION_MISMATCH',
    want: 'got a number',
  },
  {
    name: 'malformed text for an array',
    on: task,
    method: 'SerializeAddItemToArray',
    given: array('[{"id":"7"}'),
    code: 'SERIALIZATION_MALFORMED',
    want: 'at character 12, its end',
  },
  {
    name: 'a null among items',
    on: task,
    method: 'DeserializeTypedArray',
    given: array('[{},null]'),
    code: 'SERIALIZATION_MISMATCH',
    want: 'DeserializeTypedArray, item 2: expected Serialized text of one item, got null',
  },
  {
    name: 'an item of another type',
    on: task,
    method: 'DeserializeTypedArray',
    given: array('[{},{},{"priority":"high"}]'),
    code: 'SERIALIZATION_MISMATCH',
    want: "item 3: 'priority' should be a Number",
  },
  {
    name: 'items where values should be',
    on: text,
    method: 'DeserializeTypedArray',
    given: array('["a",{}]'),
    code: 'SERIALIZATION_MISMATCH',
    want: 'item 2: the value should be Text',
  },
  {
    name: 'a header that is no text',
    on: header,
    method: 'Serialize',
    given: { Name: 'A', Value: { s3cret: 1 } },
    code: 'INPUT_INVALID',
    want: 'Property Value: expected Text',
  },
];

describe('helper Methods refuse', () => {
  for (const { name, on, method, given, code, want } of refused) {
    test(`${method}: ${name}`, async () => {
      const error = await thrownBy(() => run(on, method, given));
      expect(error).toMatchObject({ code });
      expect(error.message).toMatch(/^nwc › (Task|HTTPHeader|String) › /);
      expect(error.message).toContain(want);
      expect(error.message).not.toContain('s3cret');
    });
  }

  test('items that refer to themselves', async () => {
    const given = { Serialized_Array: [ring()], Serialized_Item__String_: ring() };
    const error = await thrownBy(() => run(task, 'SerializeRemoveFromArray', given));
    expect(error).toMatchObject({ code: 'SERIALIZATION_MALFORMED' });
    const other = await thrownBy(() => run(task, 'Deserialize', item(ring())));
    expect(other).toMatchObject({ code: 'SERIALIZATION_MALFORMED' });
  });
});

function ring(): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  made['assignee'] = made;
  return made;
}
