import { expect, test } from 'vitest';
import { bothWays, type Row, wanted } from './compare-texts.js';
import { operation, withParameters } from './frames.js';

/** The query parameter `x`. */
const x = (schema: string, members = ''): string => `[{ name: x, in: query, schema: ${schema}${members} }]`;

const PARAMETERS: readonly Row[] = [
  {
    name: 'new',
    before: '[]',
    after: x('{ type: string }'),
    forth: ['input-added Tasks.list.x'],
    back: ['input-removed Tasks.list.x'],
  },
  {
    name: 'new and required',
    before: '[]',
    after: x('{ type: string }', ', required: true'),
    forth: ['input-added-required Tasks.list.x'],
    back: ['input-removed Tasks.list.x'],
  },
  {
    name: 'required',
    before: x('{ type: string }'),
    after: x('{ type: string }', ', required: true'),
    forth: ['input-became-required Tasks.list.x'],
    back: ['input-became-optional Tasks.list.x'],
  },
  {
    name: 'of another type',
    before: x('{ type: string }'),
    after: x('{ type: boolean }'),
    forth: ['input-retyped Tasks.list.x'],
    back: ['input-retyped Tasks.list.x'],
  },
  {
    name: 'a whole number or any',
    before: x('{ type: integer }'),
    after: x('{ type: number }'),
    forth: ['input-widened Tasks.list.x'],
    back: ['input-narrowed Tasks.list.x'],
  },
  {
    name: 'one choice less',
    before: x('{ enum: [a, b] }'),
    after: x('{ enum: [a] }'),
    forth: ['input-choice-removed Tasks.list.x'],
    back: ['input-choice-added Tasks.list.x'],
  },
  {
    name: 'a choice of its own or a named one',
    before: x('{ type: string, enum: [up, down] }'),
    after: x("{ $ref: '#/components/schemas/Order' }"),
    forth: [],
    back: [],
  },
  {
    name: 'one choice less in a named type',
    before: x('{ type: string, enum: [up, down, left] }'),
    after: x("{ $ref: '#/components/schemas/Order' }"),
    forth: ['input-choice-removed Tasks.list.x'],
    back: ['input-choice-added Tasks.list.x'],
  },
  {
    name: 'a most',
    before: x('{ type: integer, maximum: 100 }'),
    after: x('{ type: integer, maximum: 50 }'),
    forth: ['input-limits-tightened Tasks.list.x'],
    back: ['input-limits-loosened Tasks.list.x'],
  },
  {
    name: 'a pattern',
    before: x("{ type: string, pattern: '^a' }"),
    after: x("{ type: string, pattern: '^b' }"),
    forth: ['input-pattern-changed Tasks.list.x'],
    back: ['input-pattern-changed Tasks.list.x'],
  },
  {
    name: 'a default',
    before: x('{ type: integer }'),
    after: x('{ type: integer, default: 30 }'),
    forth: ['input-default-added Tasks.list.x'],
    back: ['input-default-removed Tasks.list.x'],
  },
  {
    name: 'another default',
    before: x('{ type: integer, default: 100 }'),
    after: x('{ type: integer, default: 30 }'),
    forth: ['input-default-changed Tasks.list.x'],
    back: ['input-default-changed Tasks.list.x'],
  },
  {
    name: 'null',
    before: x('{ type: string }'),
    after: x('{ type: [string, "null"] }'),
    forth: ['input-became-nullable Tasks.list.x'],
    back: ['input-no-longer-nullable Tasks.list.x'],
  },
  {
    name: 'sent elsewhere',
    before: '[{ name: x, in: query, schema: { type: string } }]',
    after: '[{ name: x, in: header, schema: { type: string } }]',
    forth: ['input-place-changed Tasks.list.x'],
    back: ['input-place-changed Tasks.list.x'],
  },
  {
    name: 'written otherwise',
    before: x('{ type: array, items: { type: string } }'),
    after: x('{ type: array, items: { type: string } }', ', explode: false'),
    forth: ['input-encoding-changed Tasks.list.x'],
    back: ['input-encoding-changed Tasks.list.x'],
  },
  {
    name: 'deprecated',
    before: x('{ type: string }'),
    after: x('{ type: string }', ', deprecated: true'),
    forth: ['input-deprecated Tasks.list.x'],
    back: ['input-no-longer-deprecated Tasks.list.x'],
  },
  {
    name: 'a day on which it goes',
    before: x('{ type: string }', ', x-sunset: "2027-06-01"'),
    after: x('{ type: string }', ', x-sunset: "2027-01-01"'),
    forth: ['sunset-earlier Tasks.list.x'],
    back: ['sunset-later Tasks.list.x'],
  },
  {
    name: 'another name',
    before: '[{ name: pageSize, in: query, schema: { type: integer } }]',
    after: '[{ name: page_size, in: query, schema: { type: integer } }]',
    forth: ['input-renamed Tasks.list.pageSize → Tasks.list.page_size'],
    back: ['input-renamed Tasks.list.page_size → Tasks.list.pageSize'],
  },
  {
    name: 'another name, and required',
    before: '[{ name: pageSize, in: query, schema: { type: integer } }]',
    after: '[{ name: page_size, in: query, required: true, schema: { type: integer } }]',
    forth: ['input-removed Tasks.list.pageSize', 'input-added-required Tasks.list.page_size'],
    back: ['input-removed Tasks.list.page_size', 'input-added Tasks.list.pageSize'],
  },
  {
    name: 'another name, without a word in common',
    before: '[{ name: colour, in: query, schema: { type: string } }]',
    after: '[{ name: weight, in: query, schema: { type: string } }]',
    forth: ['input-removed Tasks.list.colour', 'input-added Tasks.list.weight'],
    back: ['input-removed Tasks.list.weight', 'input-added Tasks.list.colour'],
  },
  {
    name: 'another name for choices that nothing else has',
    before: '[{ name: sort, in: query, schema: { enum: [up, down] } }]',
    after: '[{ name: direction, in: query, schema: { enum: [up, down] } }]',
    forth: ['input-renamed Tasks.list.sort → Tasks.list.direction'],
    back: ['input-renamed Tasks.list.direction → Tasks.list.sort'],
  },
  {
    name: 'the same name to a caller, another on the wire',
    before: "[{ name: 'page-size', in: query, schema: { type: integer } }]",
    after: '[{ name: page_size, in: query, schema: { type: integer } }]',
    forth: ['input-wire-name-changed Tasks.list.page_size'],
    back: ['input-wire-name-changed Tasks.list.page_size'],
  },
  {
    name: 'in another order',
    before: '[{ name: a, in: query, schema: {} }, { name: b, in: query, schema: {} }]',
    after: '[{ name: b, in: query, schema: {} }, { name: a, in: query, schema: {} }]',
    forth: [],
    back: [],
  },
];

test.each(PARAMETERS)('a parameter: $name', async (row) => {
  expect(await bothWays(row, withParameters)).toEqual(wanted(row));
});

const json = (schema: string, required = true): string =>
  `requestBody: { required: ${required}, content: { application/json: { schema: ${schema} } } }`;
const done = "responses: { '204': { description: done } }";
const body = (first: string): string => `${first}\n      ${done}`;

const BODIES: readonly Row[] = [
  {
    name: 'new and required',
    before: done,
    after: body(json('{ type: string }')),
    forth: ['input-added-required Tasks.run.body'],
    back: ['input-removed Tasks.run.body'],
  },
  {
    name: 'new',
    before: done,
    after: body(json('{ type: string }', false)),
    forth: ['input-added Tasks.run.body'],
    back: ['input-removed Tasks.run.body'],
  },
  {
    name: 'required',
    before: body(json('{ type: string }', false)),
    after: body(json('{ type: string }')),
    forth: ['input-became-required Tasks.run.body'],
    back: ['input-became-optional Tasks.run.body'],
  },
  {
    name: 'of a type with fewer Properties',
    before: body(json("{ $ref: '#/components/schemas/Task' }")),
    after: body(json("{ $ref: '#/components/schemas/Short' }")),
    forth: ['input-retyped Tasks.run.body'],
    back: ['input-type-renamed Tasks.run.body'],
  },
  {
    name: 'of a type that has nothing to do with it',
    before: body(json("{ $ref: '#/components/schemas/Person' }")),
    after: body(json("{ $ref: '#/components/schemas/Task' }")),
    forth: ['input-retyped Tasks.run.body'],
    back: ['input-retyped Tasks.run.body'],
  },
  {
    name: 'one item or a list of them',
    before: body(json("{ $ref: '#/components/schemas/Task' }")),
    after: body(json("{ type: array, items: { $ref: '#/components/schemas/Task' } }")),
    forth: ['input-retyped Tasks.run.body'],
    back: ['input-retyped Tasks.run.body'],
  },
  {
    name: 'JSON or a form',
    before: body(json('{ properties: { a: { type: string } } }')),
    after: body(
      'requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { properties: { a: { type: string } } } } } }',
    ),
    forth: [
      'input-removed Tasks.run.body',
      'input-added Tasks.run.a',
      'request-media-type-changed Tasks.run',
    ],
    back: [
      'input-removed Tasks.run.a',
      'input-added-required Tasks.run.body',
      'request-media-type-changed Tasks.run',
    ],
  },
  {
    name: 'one kind of form or another',
    before: body(
      'requestBody: { content: { application/x-www-form-urlencoded: { schema: { properties: { a: { type: string } } } } } }',
    ),
    after: body(
      'requestBody: { content: { multipart/form-data: { schema: { properties: { a: { type: string } } } } } }',
    ),
    forth: ['request-media-type-changed Tasks.run'],
    back: ['request-media-type-changed Tasks.run'],
  },
  {
    name: 'one more media type',
    before: body(json('{ type: string }')),
    after: body(
      'requestBody: { required: true, content: { application/json: { schema: { type: string } }, text/plain: {} } }',
    ),
    forth: ['request-media-type-added Tasks.run'],
    back: ['request-media-type-removed Tasks.run'],
  },
  {
    name: 'a field of a form, required',
    before: body(
      'requestBody: { required: true, content: { multipart/form-data: { schema: { properties: { a: { type: string } } } } } }',
    ),
    after: body(
      'requestBody: { required: true, content: { multipart/form-data: { schema: { required: [a], properties: { a: { type: string } } } } } }',
    ),
    forth: ['input-became-required Tasks.run.a'],
    back: ['input-became-optional Tasks.run.a'],
  },
  {
    name: 'an inline type, with one Property more that is required',
    before: body(json('{ properties: { a: { type: string } } }')),
    after: body(json('{ required: [b], properties: { a: { type: string }, b: { type: string } } }')),
    forth: ['property-added-required run_Request.b'],
    back: ['property-removed run_Request.b'],
  },
];

test.each(BODIES)('a body: $name', async (row) => {
  expect(await bothWays(row, operation)).toEqual(wanted(row));
});
