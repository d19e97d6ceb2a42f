import { describe, expect, test } from 'vitest';
import { array, type Helpers, header, helpersOf, item, run, task, text } from './helper-objects.js';

const K2_TASK = '{"$type":"Gen.Task, Gen","id":"7","assignee":{"$type":"Gen.User, Gen","email":"a@b"}}';
const K2_TASKS = `{"$type":"Gen.Task[], Gen","$values":[${K2_TASK},{"$type":"Gen.Task, Gen","id":"8"}]}`;

const rows: { name: string; on: Helpers; method: string; given?: unknown; want: unknown }[] = [
  // Serialize
  { name: 'nothing', on: task, method: 'Serialize', want: item('{}') },
  {
    name: "every kind of Property, in the type's order, by wire name",
    on: task,
    method: 'Serialize',
    given: { key_: 'k', done: false, priority: 3, id: '7', cost: 1.5, due: '2024-01-02T03:04:05Z' },
    want: item('{"id":"7","priority":3,"cost":1.5,"done":false,"due":"2024-01-02T03:04:05Z","@key":"k"}'),
  },
  { name: 'names without case', on: task, method: 'Serialize', given: { ID: '7' }, want: item('{"id":"7"}') },
  {
    name: 'null stays, undefined goes',
    on: task,
    method: 'Serialize',
    given: { id: null, status: undefined },
    want: item('{"id":null}'),
  },
  {
    name: 'nested text',
    on: task,
    method: 'Serialize',
    given: { assignee: '{"email":"a"}', urls: '["x"]' },
    want: item('{"assignee":{"email":"a"},"urls":["x"]}'),
  },
  {
    name: 'nested values',
    on: task,
    method: 'Serialize',
    given: { assignee: { email: 'a' }, urls: ['x'], anything: 5 },
    want: item('{"assignee":{"email":"a"},"urls":["x"],"anything":5}'),
  },
  {
    name: "nested text of K2's",
    on: task,
    method: 'Serialize',
    given: { assignee: '{"$type":"T","email":"a"}', urls: '{"$type":"S[]","$values":["x"]}' },
    want: item('{"assignee":{"email":"a"},"urls":["x"]}'),
  },
  {
    name: 'nested null text',
    on: task,
    method: 'Serialize',
    given: { assignee: 'null' },
    want: item('{"assignee":null}'),
  },
  {
    name: 'a Date',
    on: task,
    method: 'Serialize',
    given: { due: new Date(0) },
    want: item('{"due":"1970-01-01T00:00:00.000Z"}'),
  },
  {
    name: 'large numbers',
    on: task,
    method: 'Serialize',
    given: { priority: 9007199254740993n, cost: '12345678901234567.89' },
    want: item('{"priority":9007199254740993,"cost":12345678901234567.89}'),
  },
  {
    name: 'a Property called constructor',
    on: task,
    method: 'Serialize',
    given: { constructor: 'x' },
    want: item('{"constructor":"x"}'),
  },
  {
    name: 'a class instance',
    on: header,
    method: 'Serialize',
    given: new (class {
      Name = 'A';
      Value = 'b';
    })(),
    want: item('{"Name":"A","Value":"b"}'),
  },
  {
    name: 'a header',
    on: header,
    method: 'Serialize',
    given: { Name: 'Authorization', Value: 'Bearer x' },
    want: item('{"Name":"Authorization","Value":"Bearer x"}'),
  },
  { name: 'one value', on: text, method: 'Serialize', given: { Value: 'x"y' }, want: item('"x\\"y"') },
  { name: 'no value', on: text, method: 'Serialize', want: item('null') },
  // Deserialize
  {
    name: 'scalars and nested text',
    on: task,
    method: 'Deserialize',
    given: item('{"id":"7","priority":3,"assignee":{"email":"a"},"urls":["x"],"@key":"k","more":1}'),
    want: { id: '7', priority: 3, assignee: '{"email":"a"}', urls: '["x"]', key_: 'k' },
  },
  {
    name: "K2's text",
    on: task,
    method: 'Deserialize',
    given: item(K2_TASK),
    want: { id: '7', assignee: '{"email":"a@b"}' },
  },
  {
    name: 'a typed value',
    on: task,
    method: 'Deserialize',
    given: item({ id: '7', urls: ['x'] }),
    want: { id: '7', urls: '["x"]' },
  },
  {
    name: 'nulls',
    on: task,
    method: 'Deserialize',
    given: item('{"id":null,"assignee":null}'),
    want: { id: null, assignee: null },
  },
  { name: 'nothing', on: task, method: 'Deserialize', want: {} },
  {
    name: 'input name without case',
    on: task,
    method: 'Deserialize',
    given: { serialized_item__string_: '{"id":"7"}' },
    want: { id: '7' },
  },
  {
    name: 'large numbers',
    on: task,
    method: 'Deserialize',
    given: item(
      '{"priority":9007199254740993,"cost":12345678901234567.89,"anything":{"n":9007199254740993}}',
    ),
    want: { priority: 9007199254740993n, cost: '12345678901234567.89', anything: '{"n":9007199254740993}' },
  },
  {
    name: '__proto__ is data',
    on: task,
    method: 'Deserialize',
    given: item('{"id":"7","__proto__":{"status":"polluted"},"anything":{"__proto__":1}}'),
    want: { id: '7', anything: '{"__proto__":1}' },
  },
  { name: 'one value', on: text, method: 'Deserialize', given: item('"x"'), want: { Value: 'x' } },
  { name: 'no value', on: text, method: 'Deserialize', want: { Value: null } },
  // SerializeItemToArray
  {
    name: 'one item',
    on: header,
    method: 'SerializeItemToArray',
    given: { Name: 'A', Value: '1' },
    want: array('[{"Name":"A","Value":"1"}]'),
  },
  { name: 'nothing', on: header, method: 'SerializeItemToArray', want: array('[{}]') },
  {
    name: 'one value',
    on: text,
    method: 'SerializeItemToArray',
    given: { Value: 'x' },
    want: array('["x"]'),
  },
  // SerializeListToArray
  {
    name: 'text',
    on: task,
    method: 'SerializeListToArray',
    given: { Serialized_List: ' [ {"id":"7"} ] ' },
    want: array('[{"id":"7"}]'),
  },
  {
    name: "K2's list",
    on: task,
    method: 'SerializeListToArray',
    given: {
      Serialized_List:
        '{"$type":"System.Collections.Generic.List`1[[Gen.Task, Gen]], mscorlib","$values":[{"$type":"Gen.Task, Gen","id":"7"}]}',
    },
    want: array('[{"id":"7"}]'),
  },
  {
    name: 'values',
    on: task,
    method: 'SerializeListToArray',
    given: { Serialized_List: [{ id: '7' }] },
    want: array('[{"id":"7"}]'),
  },
  { name: 'nothing', on: task, method: 'SerializeListToArray', want: array('[]') },
  // SerializeAddItemToArray
  {
    name: 'to nothing',
    on: header,
    method: 'SerializeAddItemToArray',
    given: { Name: 'A', Value: '1' },
    want: array('[{"Name":"A","Value":"1"}]'),
  },
  {
    name: 'to empty text',
    on: header,
    method: 'SerializeAddItemToArray',
    given: { Serialized_Array: '', Name: 'A' },
    want: array('[{"Name":"A"}]'),
  },
  {
    name: 'to null',
    on: header,
    method: 'SerializeAddItemToArray',
    given: { Serialized_Array: null, Name: 'A' },
    want: array('[{"Name":"A"}]'),
  },
  {
    name: 'at the end',
    on: header,
    method: 'SerializeAddItemToArray',
    given: { Serialized_Array: '[{"Name":"A"}]', Name: 'B' },
    want: array('[{"Name":"A"},{"Name":"B"}]'),
  },
  {
    name: "to K2's array",
    on: task,
    method: 'SerializeAddItemToArray',
    given: { Serialized_Array: K2_TASKS, id: '9' },
    want: array('[{"id":"7","assignee":{"email":"a@b"}},{"id":"8"},{"id":"9"}]'),
  },
  {
    name: 'to values, which stay as they are',
    on: header,
    method: 'SerializeAddItemToArray',
    given: { Serialized_Array: Object.freeze([{ Name: 'A' }]), Name: 'B' },
    want: array('[{"Name":"A"},{"Name":"B"}]'),
  },
  {
    name: 'input name without case',
    on: header,
    method: 'SerializeAddItemToArray',
    given: { SERIALIZED_ARRAY: '[{}]', NAME: 'B' },
    want: array('[{},{"Name":"B"}]'),
  },
  {
    name: 'one value',
    on: text,
    method: 'SerializeAddItemToArray',
    given: { Serialized_Array: '["a"]', Value: 'b' },
    want: array('["a","b"]'),
  },
  {
    name: 'what is there keeps its digits',
    on: task,
    method: 'SerializeAddItemToArray',
    given: { Serialized_Array: '[{"n":9007199254740993,"d":0.12345678901234567890}]' },
    want: array('[{"n":9007199254740993,"d":0.12345678901234567890},{}]'),
  },
  // SerializeRemoveFromArray
  {
    name: 'the first that is equal',
    on: header,
    method: 'SerializeRemoveFromArray',
    given: {
      Serialized_Array: '[{"Name":"A"},{"Name":"B"},{"Name":"A"}]',
      Serialized_Item__String_: '{"Name":"A"}',
    },
    want: array('[{"Name":"B"},{"Name":"A"}]'),
  },
  {
    name: 'whatever the order of names',
    on: header,
    method: 'SerializeRemoveFromArray',
    given: {
      Serialized_Array: '[{"Name":"A","Value":"1"}]',
      Serialized_Item__String_: '{"Value":"1","Name":"A"}',
    },
    want: array('[]'),
  },
  {
    name: 'none is equal',
    on: header,
    method: 'SerializeRemoveFromArray',
    given: { Serialized_Array: '[{"Name":"A"}]', Serialized_Item__String_: '{"Name":"a"}' },
    want: array('[{"Name":"A"}]'),
  },
  {
    name: 'a member more is not equal',
    on: header,
    method: 'SerializeRemoveFromArray',
    given: { Serialized_Array: '[{"Name":"A","Value":null}]', Serialized_Item__String_: '{"Name":"A"}' },
    want: array('[{"Name":"A","Value":null}]'),
  },
  {
    name: "K2's text from ours",
    on: task,
    method: 'SerializeRemoveFromArray',
    given: {
      Serialized_Array: '[{"id":"7","assignee":{"email":"a@b"}},{"id":"8"}]',
      Serialized_Item__String_: K2_TASK,
    },
    want: array('[{"id":"8"}]'),
  },
  {
    name: "ours from K2's text",
    on: task,
    method: 'SerializeRemoveFromArray',
    given: { Serialized_Array: K2_TASKS, Serialized_Item__String_: '{"id":"8"}' },
    want: array('[{"id":"7","assignee":{"email":"a@b"}}]'),
  },
  {
    name: 'a typed value; undefined is none',
    on: task,
    method: 'SerializeRemoveFromArray',
    given: {
      Serialized_Array: '[{"due":"1970-01-01T00:00:00.000Z","priority":5}]',
      Serialized_Item__String_: { due: new Date(0), priority: 5n, id: undefined },
    },
    want: array('[]'),
  },
  {
    name: 'numbers that only rounding makes equal',
    on: task,
    method: 'SerializeRemoveFromArray',
    given: {
      Serialized_Array: '[{"priority":9007199254740992}]',
      Serialized_Item__String_: '{"priority":9007199254740993}',
    },
    want: array('[{"priority":9007199254740992}]'),
  },
  {
    name: 'from nothing',
    on: header,
    method: 'SerializeRemoveFromArray',
    given: item('{}'),
    want: array('[]'),
  },
  {
    name: 'one value',
    on: text,
    method: 'SerializeRemoveFromArray',
    given: { Serialized_Array: '["a","b"]', Serialized_Item__String_: '"a"' },
    want: array('["b"]'),
  },
  // DeserializeArray
  {
    name: 'text of each',
    on: task,
    method: 'DeserializeArray',
    given: array('[ {"id":"7"}, {"urls":[1]} ]'),
    want: [item('{"id":"7"}'), item('{"urls":[1]}')],
  },
  {
    name: "K2's array",
    on: task,
    method: 'DeserializeArray',
    given: array(K2_TASKS),
    want: [item('{"id":"7","assignee":{"email":"a@b"}}'), item('{"id":"8"}')],
  },
  { name: 'nothing', on: task, method: 'DeserializeArray', want: [] },
  {
    name: 'one value each',
    on: text,
    method: 'DeserializeArray',
    given: array('["a",null]'),
    want: [item('"a"'), item('null')],
  },
  // DeserializeTypedArray
  {
    name: 'Properties of each, one level opened',
    on: task,
    method: 'DeserializeTypedArray',
    given: array('[{"id":"7","assignee":{"email":"a","boss":{"email":"b"}}},{}]'),
    want: [{ id: '7', assignee: '{"email":"a","boss":{"email":"b"}}' }, {}],
  },
  {
    name: "K2's array",
    on: task,
    method: 'DeserializeTypedArray',
    given: array(K2_TASKS),
    want: [{ id: '7', assignee: '{"email":"a@b"}' }, { id: '8' }],
  },
  {
    name: 'values',
    on: task,
    method: 'DeserializeTypedArray',
    given: array([{ id: '7', assignee: { email: 'a' } }]),
    want: [{ id: '7', assignee: '{"email":"a"}' }],
  },
  {
    name: 'undefined, as an output may be',
    on: task,
    method: 'DeserializeTypedArray',
    given: array(undefined),
    want: [],
  },
  {
    name: 'one value each',
    on: text,
    method: 'DeserializeTypedArray',
    given: array('["a",null]'),
    want: [{ Value: 'a' }, { Value: null }],
  },
];

describe('helper Methods', () => {
  for (const { name, on, method, given, want } of rows) {
    test(`${method}: ${name}`, () => expect(run(on, method, given)).toEqual(want));
  }

  test('a Property __proto__ goes both ways', () => {
    const odd = helpersOf({
      systemName: 'Odd',
      record: { properties: JSON.parse('{"__proto__":"SerializedItem"}') },
    });
    const serialized = run(odd, 'Serialize', JSON.parse('{"__proto__":{"a":1}}'));
    expect(serialized).toEqual(item('{"__proto__":{"a":1}}'));
    const row = run(odd, 'Deserialize', serialized) as object;
    expect(Object.entries(row)).toEqual([['__proto__', '{"a":1}']]);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });

  test('what one writes, the others read', () => {
    const first = run(task, 'SerializeAddItemToArray', { id: '1', assignee: { email: 'é"\\' } }) as {
      Serialized_Array: string;
    };
    const second = run(task, 'SerializeAddItemToArray', { ...first, id: '2' }) as {
      Serialized_Array: string;
    };
    const [one, two] = run(task, 'DeserializeArray', second) as object[];
    expect(run(task, 'Deserialize', one)).toEqual({ id: '1', assignee: '{"email":"é\\"\\\\"}' });
    expect(run(task, 'SerializeRemoveFromArray', { ...second, ...two })).toEqual(first);
  });

  test('a Service Object that is no type has none', () =>
    expect(helpersOf({ systemName: 'Tasks' })).toEqual({}));
});
