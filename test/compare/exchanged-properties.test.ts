import { expect, test } from 'vitest';
import { bothWays, changesBetween, type Row, wanted } from './compare-texts.js';
import { exchangedTask, sentTask } from './frames.js';

/** Property `x` of a type that one Method sends and another answers, beside `id`: the graver side counts. */
const x = (schema: string): string => `{ properties: { id: { type: integer }, x: ${schema} } }`;

const ROWS: readonly Row[] = [
  {
    name: 'gone',
    before: x('{ type: string }'),
    after: '{ properties: { id: { type: integer } } }',
    forth: ['property-removed Task.x'],
    back: ['property-added Task.x'],
  },
  {
    name: 'required',
    before: '{ properties: { x: { type: string } } }',
    after: '{ required: [x], properties: { x: { type: string } } }',
    forth: ['input-became-required Task.x'],
    back: ['output-became-optional Task.x'],
  },
  {
    name: 'one choice less',
    before: x('{ type: string, enum: [a, b] }'),
    after: x('{ type: string, enum: [a] }'),
    forth: ['input-choice-removed Task.x'],
    back: ['output-choice-added Task.x'],
  },
  {
    name: 'null',
    before: x('{ type: string }'),
    after: x('{ type: [string, "null"] }'),
    forth: ['output-became-nullable Task.x'],
    back: ['input-no-longer-nullable Task.x'],
  },
  {
    name: 'a maximum',
    before: x('{ type: integer }'),
    after: x('{ type: integer, maximum: 9 }'),
    forth: ['input-limits-tightened Task.x'],
    back: ['output-limits-loosened Task.x'],
  },
  {
    name: 'a whole number or any',
    before: x('{ type: integer }'),
    after: x('{ type: number }'),
    forth: ['output-widened Task.x'],
    back: ['input-narrowed Task.x'],
  },
  {
    name: 'one alternative more',
    before: x('{ oneOf: [{ type: string }, { type: integer }] }'),
    after: x('{ oneOf: [{ type: string }, { type: integer }, { type: boolean }] }'),
    forth: ['output-alternative-added Task.x'],
    back: ['input-alternative-removed Task.x'],
  },
  {
    name: 'read-only',
    before: x('{ type: string }'),
    after: x('{ type: string, readOnly: true }'),
    forth: ['property-became-read-only Task.x'],
    back: ['property-no-longer-read-only Task.x'],
  },
];

test.each(ROWS)('a Property that goes both ways: $name', async (row) => {
  expect(await bothWays(row, exchangedTask)).toEqual(wanted(row));
});

test('names the Methods it touches, once', async () => {
  const changes = await changesBetween(
    exchangedTask(x('{ type: string }')),
    exchangedTask(x('{ type: integer }')),
  );
  expect(changes.map(({ code, methods }) => ({ code, methods }))).toEqual([
    {
      code: 'property-retyped',
      methods: [
        { object: 'Tasks', method: 'add' },
        { object: 'Tasks', method: 'find' },
      ],
    },
  ]);
});

test('tells the places on both sides, what it is, and what to do', async () => {
  const [change] = await changesBetween(sentTask(x('{ type: string }')), sentTask(x('{ type: integer }')));
  const subject = { part: 'property', object: 'Task', property: 'x' };
  expect(change).toEqual({
    code: 'property-retyped',
    severity: 'breaking',
    before: { subject, pointer: '/components/schemas/Task/properties/x' },
    after: { subject, pointer: '/components/schemas/Task/properties/x' },
    message: 'the Property is a whole number instead of text',
    advice: 'Change what sets it and what reads it',
    methods: [{ object: 'Tasks', method: 'add' }],
  });
});
