import { expect, test } from 'vitest';
import { bothWays, changesBetween, type Row, wanted } from './compare-texts.js';
import { answeredTask } from './frames.js';

/** Property `x` of a type that a Method answers, beside `id`. */
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
    name: 'gone, and always there until now',
    before: '{ required: [x], properties: { id: { type: integer }, x: { type: string } } }',
    after: '{ properties: { id: { type: integer } } }',
    forth: ['property-removed Task.x'],
    back: ['property-added Task.x'],
  },
  {
    name: 'always there',
    before: '{ properties: { x: { type: string } } }',
    after: '{ required: [x], properties: { x: { type: string } } }',
    forth: ['output-became-required Task.x'],
    back: ['output-became-optional Task.x'],
  },
  {
    name: 'text or a number',
    before: x('{ type: string }'),
    after: x('{ type: integer }'),
    forth: ['property-retyped Task.x'],
    back: ['property-retyped Task.x'],
  },
  {
    name: 'a whole number or any',
    before: x('{ type: integer }'),
    after: x('{ type: number }'),
    forth: ['output-widened Task.x'],
    back: ['output-narrowed Task.x'],
  },
  {
    name: 'text or any value',
    before: x('{ type: string }'),
    after: x('{}'),
    forth: ['property-retyped Task.x'],
    back: ['property-retyped Task.x'],
  },
  {
    name: 'a choice or any text',
    before: x('{ type: string, enum: [a, b] }'),
    after: x('{ type: string }'),
    forth: ['output-widened Task.x'],
    back: ['output-narrowed Task.x'],
  },
  {
    name: 'one choice less',
    before: x('{ type: string, enum: [a, b] }'),
    after: x('{ type: string, enum: [a] }'),
    forth: ['output-choice-removed Task.x'],
    back: ['output-choice-added Task.x'],
  },
  {
    name: 'one choice less in a map',
    before: x('{ type: object, additionalProperties: { enum: [a, b] } }'),
    after: x('{ type: object, additionalProperties: { enum: [a] } }'),
    forth: ['output-choice-removed Task.x'],
    back: ['output-choice-added Task.x'],
  },
  {
    name: 'null',
    before: x('{ type: string }'),
    after: x('{ type: [string, "null"] }'),
    forth: ['output-became-nullable Task.x'],
    back: ['output-no-longer-nullable Task.x'],
  },
  {
    name: 'a maximum',
    before: x('{ type: integer }'),
    after: x('{ type: integer, maximum: 9 }'),
    forth: ['output-limits-tightened Task.x'],
    back: ['output-limits-loosened Task.x'],
  },
  {
    name: 'another pattern',
    before: x("{ type: string, pattern: '^b' }"),
    after: x("{ type: string, pattern: '^a' }"),
    forth: ['output-pattern-changed Task.x'],
    back: ['output-pattern-changed Task.x'],
  },
  {
    name: 'a format',
    before: x('{ type: string }'),
    after: x('{ type: string, format: date-time }'),
    forth: ['output-format-changed Task.x'],
    back: ['output-format-changed Task.x'],
  },
  {
    name: 'a default, which who reads does not mind',
    before: x('{ type: integer }'),
    after: x('{ type: integer, default: 5 }'),
    forth: [],
    back: [],
  },
  {
    name: 'one alternative more',
    before: x('{ oneOf: [{ type: string }, { type: integer }] }'),
    after: x('{ oneOf: [{ type: string }, { type: integer }, { type: boolean }] }'),
    forth: ['output-alternative-added Task.x'],
    back: ['output-alternative-removed Task.x'],
  },
  {
    name: 'one type or a choice of two',
    before: x('{ type: string }'),
    after: x('{ oneOf: [{ type: string }, { type: integer }] }'),
    forth: ['property-retyped Task.x'],
    back: ['property-retyped Task.x'],
  },
  {
    name: 'read-only, which who reads does not mind',
    before: x('{ type: string }'),
    after: x('{ type: string, readOnly: true }'),
    forth: [],
    back: [],
  },
  {
    name: 'write-only',
    before: x('{ type: string }'),
    after: x('{ type: string, writeOnly: true }'),
    forth: ['property-became-write-only Task.x'],
    back: ['property-no-longer-write-only Task.x'],
  },
  {
    name: 'deprecated',
    before: x('{ type: string }'),
    after: x('{ type: string, deprecated: true }'),
    forth: ['property-deprecated Task.x'],
    back: ['property-no-longer-deprecated Task.x'],
  },
  {
    name: 'other names, closed',
    before: '{ properties: { x: { type: string } } }',
    after: '{ properties: { x: { type: string } }, additionalProperties: false }',
    forth: ['output-narrowed Task'],
    back: ['output-narrowed Task'],
  },
  {
    name: 'a choice of its own or a named one',
    before: x('{ type: string, enum: [a, b] }'),
    after: x("{ $ref: '#/components/schemas/Kind' }"),
    forth: [],
    back: [],
  },
  {
    name: 'a choice of its own or a named one with fewer choices',
    before: x('{ type: string, enum: [a, b, c] }'),
    after: x("{ $ref: '#/components/schemas/Kind' }"),
    forth: ['output-choice-removed Task.x'],
    back: ['output-choice-added Task.x'],
  },
];

test.each(ROWS)('a Property that is answered: $name', async (row) => {
  const frame = (piece: string): string => `${answeredTask(piece)}    Kind: { type: string, enum: [a, b] }\n`;
  expect(await bothWays(row, frame)).toEqual(wanted(row));
});

test('a value that is held otherwise is told as a whole', async () => {
  const before = answeredTask(x('{ oneOf: [{ type: integer }, { type: string }] }'));
  const [change] = await changesBetween(before, answeredTask(x('{ type: string }')));
  expect(change?.message).toBe('the Property is text instead of a whole number or text');
});
