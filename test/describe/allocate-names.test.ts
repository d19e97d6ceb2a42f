import { describe, expect, test } from 'vitest';
import { allocateNames, type NameWish } from '../../src/describe/allocate-names.js';
import {
  RESERVED_FOR_INPUTS,
  RESERVED_FOR_METHODS,
  RESERVED_FOR_OBJECTS,
  RESERVED_FOR_PROPERTIES,
  type ReservedNames,
} from '../../src/describe/reserved-names.js';
import { permutations } from '../permutations.js';

const NONE: ReservedNames = { exact: new Set(), keys: new Set() };

const wishes = (names: readonly string[]): NameWish[] => names.map((name) => ({ id: `id of ${name}`, name }));

function allocated(
  names: readonly string[] | readonly NameWish[],
  reserved: ReservedNames = NONE,
): Record<string, string> {
  const all = names.map((name) => (typeof name === 'string' ? wishes([name])[0] : name)) as NameWish[];
  const given = allocateNames(all, reserved);
  return Object.fromEntries(all.map(({ id, name }) => [name, given.get(id)?.systemName ?? '']));
}

const CLASHES = [
  { name: 'case', given: ['Task', 'task', 'TASK'], want: { TASK: 'TASK', Task: 'Task_2', task: 'task_3' } },
  {
    name: 'punctuation',
    given: ['a-b', 'a.b', 'a_b', 'a b'],
    want: { a_b: 'a_b', 'a b': 'a_b_2', 'a-b': 'a_b_3', 'a.b': 'a_b_4' },
  },
  { name: 'Unicode form', given: ['e\u0301', 'é'], want: { é: 'é', 'e\u0301': 'é_2' } },
  { name: 'compatibility form', given: ['ﬁ', 'fi'], want: { fi: 'fi', ﬁ: 'ﬁ_2' } },
  {
    name: 'nothing left of it',
    given: ['', '_', '-', '👍'],
    want: { _: '_', '': '__2', '-': '__3', '👍': '__4' },
  },
  {
    name: 'a name that a number would make',
    given: ['a', 'A', 'a_2', 'a-2'],
    want: { A: 'A', a: 'a_3', a_2: 'a_2', 'a-2': 'a_2_2' },
  },
];

describe.each(CLASHES)('a clash of $name', ({ given, want }) => {
  test('is settled', () => {
    expect(allocated(given)).toEqual(want);
  });

  test('is settled the same in every order', () => {
    for (const order of permutations(given)) expect(allocated(order)).toEqual(want);
  });

  test('stays as it is when something else is added', () => {
    expect(allocated([...given, 'another', 'Zebra', '9'])).toMatchObject(want);
    expect(allocated(['another', 'Zebra', '9', ...given])).toMatchObject(want);
  });
});

test('wishes of the same name are told apart by their ids', () => {
  const same = ['b', 'a', 'c'].map((id) => ({ id, name: 'x' }));
  for (const order of permutations(same)) {
    const names = allocateNames(order, NONE);
    expect([...names].map(([id, { systemName }]) => [id, systemName]).sort()).toEqual([
      ['a', 'x'],
      ['b', 'x_2'],
      ['c', 'x_3'],
    ]);
  }
});

test('of two of the same name, the one of lower rank keeps it and the other gets its suffix', () => {
  const given: NameWish[] = [
    { id: 'q', name: 'id', rank: 3, suffix: 'query' },
    { id: 'h', name: 'ID', rank: 4, suffix: 'header' },
    { id: 'p', name: 'id', rank: 0, suffix: 'path' },
    { id: 'x', name: 'id_query', rank: 3, suffix: 'query' },
  ];
  for (const order of permutations(given)) {
    const names = allocateNames(order, NONE);
    expect(['p', 'q', 'h', 'x'].map((id) => names.get(id)?.systemName)).toEqual([
      'id',
      'id_2',
      'ID_header',
      'id_query',
    ]);
  }
});

test('a rename says so; what K2’s rule alone gives is none', () => {
  const names = allocateNames(wishes(['Get/tasks', 'class', 'A', 'a', '1']), RESERVED_FOR_OBJECTS);
  expect(Object.fromEntries(Array.from(names, ([id, { renamed }]) => [id.slice(6), renamed]))).toEqual({
    'Get/tasks': false,
    class: true,
    A: false,
    a: true,
    '1': true,
  });
});

test('ten thousand of the same name are no trouble', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ id: String(index), name: 'x' }));
  expect(new Set(Array.from(allocateNames(many, NONE).values(), ({ systemName }) => systemName)).size).toBe(
    10_000,
  );
});

describe('reserved names get an underscore', () => {
  const cases: [string, ReservedNames, string[]][] = [
    [
      'everywhere',
      RESERVED_FOR_OBJECTS,
      ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
    ],
    [
      'on Methods',
      RESERVED_FOR_METHODS,
      ['__proto__', 'constructor', 'prototype', 'then', 'Serialize', 'deserializeArray'],
    ],
    [
      'on Properties',
      RESERVED_FOR_PROPERTIES,
      ['__proto__', 'constructor', 'prototype', 'Serialized_Array', 'HTTPRESPONSECODE'],
    ],
    ['on inputs', RESERVED_FOR_INPUTS, ['__proto__', 'constructor', 'prototype', 'httpheaders']],
    [
      'as words of the language',
      RESERVED_FOR_OBJECTS,
      ['class', 'await', 'let', 'string', 'never', 'keyof', 'infer', 'enum'],
    ],
    ['as Windows devices', RESERVED_FOR_OBJECTS, ['con', 'PRN', 'Aux', 'nul', 'COM1', 'lpt9']],
    [
      'as ours',
      RESERVED_FOR_OBJECTS,
      ['HTTPHeader', 'httpheader', 'String', 'Int32', 'broker', 'connect', 'SmartObjects'],
    ],
  ];
  test.each(cases)('%s', (_where, reserved, names) => {
    for (const name of names) expect(allocated([name], reserved)).toEqual({ [name]: `${name}_` });
  });

  test.each([
    ['COM10', RESERVED_FOR_OBJECTS],
    ['Class', RESERVED_FOR_OBJECTS],
    ['Task', RESERVED_FOR_OBJECTS],
    ['class', RESERVED_FOR_PROPERTIES],
    ['id', RESERVED_FOR_INPUTS],
  ])('%s is free', (name, reserved) => {
    expect(allocated([name], reserved)).toEqual({ [name]: name });
  });

  test('and a neighbour who is called like that keeps its name', () => {
    expect(allocated(['constructor', 'constructor_'], RESERVED_FOR_METHODS)).toEqual({
      constructor: 'constructor_2',
      constructor_: 'constructor_',
    });
  });
});
