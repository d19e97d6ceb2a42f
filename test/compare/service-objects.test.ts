import { expect, test } from 'vitest';
import { bothWays, changesBetween, type Row, wanted } from './compare-texts.js';
import { schemas } from './frames.js';

const FOUR =
  'properties: { a: { type: string }, b: { type: string }, c: { type: string }, d: { type: string } }';

const ROWS: readonly Row[] = [
  {
    name: 'a type more, that nothing uses',
    before: `{ Root: { properties: { a: { type: string } } } }`,
    after: `{ Root: { properties: { a: { type: string } } }, Task: { properties: { b: { type: string } } } }`,
    forth: ['service-object-added Task'],
    back: ['service-object-removed Task'],
  },
  {
    name: 'under another name, where it stood',
    before: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { ${FOUR} } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/Job' } } }, Job: { ${FOUR} } }`,
    forth: ['service-object-renamed Task → Job'],
    back: ['service-object-renamed Job → Task'],
  },
  {
    name: 'under another name, with a Property less',
    before: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { ${FOUR} } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/Job' } } }, Job: { ${FOUR.replace(', d: { type: string }', '')} } }`,
    forth: ['service-object-renamed Task → Job', 'property-removed Task.d'],
    back: ['service-object-renamed Job → Task', 'property-added Task.d'],
  },
  {
    name: 'under another name, where nothing uses it',
    before: `{ Root: { properties: { a: { type: string } } }, Task: { ${FOUR} } }`,
    after: `{ Root: { properties: { a: { type: string } } }, Job: { ${FOUR} } }`,
    forth: ['service-object-renamed Task → Job'],
    back: ['service-object-renamed Job → Task'],
  },
  {
    name: 'another type where it stood, that has nothing to do with it',
    before: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { ${FOUR} } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/Job' } } }, Job: { properties: { z: { type: string }, y: { type: string } } } }`,
    forth: ['service-object-removed Task', 'service-object-added Job', 'property-retyped Root.t'],
    back: ['service-object-removed Job', 'service-object-added Task', 'property-retyped Root.t'],
  },
  {
    name: 'another type that was there before, with more Properties',
    before: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { ${FOUR} }, Full: { ${FOUR.replace(' }', ' }, e: { type: string }')} } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/Full' } } }, Task: { ${FOUR} }, Full: { ${FOUR.replace(' }', ' }, e: { type: string }')} } }`,
    forth: ['property-type-renamed Root.t'],
    back: ['property-retyped Root.t'],
  },
  {
    name: 'an inline type that is given a name',
    before: `{ Root: { properties: { t: { ${FOUR} } } } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { ${FOUR} } }`,
    forth: ['service-object-renamed Root_t → Task'],
    back: ['service-object-renamed Task → Root_t'],
  },
  {
    name: 'two inline types that become one named type',
    before: `{ Root: { properties: { t: { ${FOUR} }, u: { ${FOUR} } } } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' }, u: { $ref: '#/components/schemas/Task' } } }, Task: { ${FOUR} } }`,
    forth: ['service-object-renamed Root_t → Task', 'service-object-renamed Root_u → Task'],
    back: ['service-object-renamed Task → Root_t', 'property-type-renamed Root.u'],
  },
  {
    name: 'an inline choice that is given a name',
    before: '{ Root: { properties: { t: { enum: [a, b] } } } }',
    after: "{ Root: { properties: { t: { $ref: '#/components/schemas/Kind' } } }, Kind: { enum: [a, b] } }",
    forth: ['service-object-added Kind'],
    back: ['service-object-removed Kind'],
  },
  {
    name: 'a choice that is a type of its own',
    before: "{ Root: { properties: { t: { $ref: '#/components/schemas/Kind' } } }, Kind: { enum: [a, b] } }",
    after: "{ Root: { properties: { t: { $ref: '#/components/schemas/Kind' } } }, Kind: { enum: [a] } }",
    forth: ['output-choice-removed Kind.Value'],
    back: ['output-choice-added Kind.Value'],
  },
  {
    name: 'an item or a list',
    before: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { ${FOUR} } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { type: array, items: { type: integer } } }`,
    forth: ['service-object-retyped Task', 'system-type-added Int32'],
    back: ['service-object-retyped Task', 'system-type-removed Int32'],
  },
  {
    name: 'a type that holds itself, with a Property less',
    before: `{ Root: { properties: { a: { type: string }, b: { type: string }, next: { $ref: '#/components/schemas/Root' } } } }`,
    after: `{ Root: { properties: { a: { type: string }, next: { $ref: '#/components/schemas/Root' } } } }`,
    forth: ['property-removed Root.b'],
    back: ['property-added Root.b'],
  },
  {
    name: 'types that hold each other, under other names',
    before: `{ Root: { properties: { t: { $ref: '#/components/schemas/A' } } }, A: { properties: { x: { type: string }, b: { $ref: '#/components/schemas/B' } } }, B: { properties: { y: { type: string }, a: { $ref: '#/components/schemas/A' } } } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/C' } } }, C: { properties: { x: { type: string }, b: { $ref: '#/components/schemas/D' } } }, D: { properties: { y: { type: string }, a: { $ref: '#/components/schemas/C' } } } }`,
    forth: ['service-object-renamed A → C', 'service-object-renamed B → D'],
    back: ['service-object-renamed C → A', 'service-object-renamed D → B'],
  },
  {
    name: 'lists of themselves, under other names',
    before: `{ Root: { properties: { t: { $ref: '#/components/schemas/A' }, u: { $ref: '#/components/schemas/B' } } }, A: { type: array, items: { $ref: '#/components/schemas/A' } }, B: { type: array, items: { $ref: '#/components/schemas/B' } } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/B' }, u: { $ref: '#/components/schemas/B' } } }, A: { type: array, items: { $ref: '#/components/schemas/A' } }, B: { type: array, items: { $ref: '#/components/schemas/B' } } }`,
    forth: [],
    back: [],
  },
  {
    name: 'what a type inherits',
    before: `{ Root: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { z: { type: string } } }] }, Base: { properties: { a: { type: string }, b: { type: string } } } }`,
    after: `{ Root: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { z: { type: string } } }] }, Base: { properties: { a: { type: string } } } }`,
    forth: ['property-removed Base.b', 'property-removed Root.b'],
    back: ['property-added Base.b', 'property-added Root.b'],
  },
  {
    name: 'inherited or written out',
    before: `{ Root: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { z: { type: string } } }] }, Base: { properties: { a: { type: string } } } }`,
    after: `{ Root: { properties: { a: { type: string }, z: { type: string } } }, Base: { properties: { a: { type: string } } } }`,
    forth: [],
    back: [],
  },
  {
    name: 'an alternative before the others, all of them inline',
    before: `{ Root: { oneOf: [{ properties: { kind: { enum: [a] }, x: { type: string } } }, { properties: { kind: { enum: [b] }, y: { type: string } } }] } }`,
    after: `{ Root: { oneOf: [{ properties: { kind: { enum: [c] }, z: { type: string } } }, { properties: { kind: { enum: [a] }, x: { type: string } } }, { properties: { kind: { enum: [b] }, y: { type: string } } }] } }`,
    forth: [
      'output-alternative-added Root',
      'property-added Root.z',
      'service-object-renamed Root_0 → Root_1',
      'service-object-renamed Root_1 → Root_2',
    ],
    back: [
      'output-alternative-removed Root',
      'property-removed Root.z',
      'service-object-renamed Root_1 → Root_0',
      'service-object-renamed Root_2 → Root_1',
    ],
  },
  {
    name: 'a type that becomes one of its alternatives more',
    before: `{ Root: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }, Cat: { properties: { purrs: { type: boolean } } }, Dog: { properties: { barks: { type: boolean } } }, Cow: { properties: { moos: { type: boolean } } } }`,
    after: `{ Root: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Cow' }] }, Cat: { properties: { purrs: { type: boolean } } }, Dog: { properties: { barks: { type: boolean } } }, Cow: { properties: { moos: { type: boolean } } } }`,
    forth: ['output-alternative-added Root', 'property-added Root.moos'],
    back: ['output-alternative-removed Root', 'property-removed Root.moos'],
  },
  {
    name: 'what changes in an alternative is told of it',
    before: `{ Root: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }, Cat: { properties: { purrs: { type: boolean } } }, Dog: { properties: { barks: { type: boolean } } } }`,
    after: `{ Root: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }, Cat: { properties: { purrs: { type: string } } }, Dog: { properties: { barks: { type: boolean } } } }`,
    forth: ['property-retyped Cat.purrs'],
    back: ['property-retyped Cat.purrs'],
  },
  {
    name: 'a named type that may be null itself',
    before: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { type: object, ${FOUR} } }`,
    after: `{ Root: { properties: { t: { $ref: '#/components/schemas/Task' } } }, Task: { type: [object, 'null'], ${FOUR} } }`,
    forth: ['output-became-nullable Task'],
    back: ['output-no-longer-nullable Task'],
  },
  {
    name: 'a choice between types of one group, a type of the group as well',
    before: `{ Root: { ${FOUR} } }`,
    after: `{ Root: { ${FOUR} }, Roots: { properties: { all: { type: integer } } } }`,
    forth: ['service-object-typed Roots'],
    back: ['service-object-retyped Roots'],
  },
];

test.each(ROWS)('a Service Object: $name', async (row) => {
  expect(await bothWays(row, schemas)).toEqual(wanted(row));
});

test('a type that no Method reaches is judged as one that is only read', async () => {
  const type = (schema: string): string =>
    schemas(`{ Root: { ${FOUR} }, Event: { properties: { x: ${schema}, y: { type: string } } } }`);
  const changes = await changesBetween(type('{ enum: [a] }'), type('{ enum: [a, b] }'));
  expect(changes.map(({ code, severity, methods }) => ({ code, severity, methods }))).toEqual([
    { code: 'output-choice-added', severity: 'dangerous', methods: undefined },
  ]);
});
