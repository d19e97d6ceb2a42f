import { expect, test } from 'vitest';
import { bothWays, type Row, wanted } from './compare-texts.js';
import { operation } from './frames.js';

const json = (schema: string): string =>
  `{ description: ok, content: { application/json: { schema: ${schema} } } }`;
const TASK = json("{ $ref: '#/components/schemas/Task' }");
const SHORT = json("{ $ref: '#/components/schemas/Short' }");
const PERSON = json("{ $ref: '#/components/schemas/Person' }");
const DONE = '{ description: done }';
const responses = (answers: string): string => `responses: ${answers}`;

const ROWS: readonly Row[] = [
  {
    name: 'another success code',
    before: responses(`{ '200': ${TASK} }`),
    after: responses(`{ '201': ${TASK} }`),
    forth: ['success-code-changed Tasks.run'],
    back: ['success-code-changed Tasks.run'],
  },
  {
    name: 'one success code more',
    before: responses(`{ '200': ${TASK} }`),
    after: responses(`{ '200': ${TASK}, '202': ${DONE} }`),
    forth: ['success-code-added Tasks.run'],
    back: ['success-code-removed Tasks.run'],
  },
  {
    name: 'one error more',
    before: responses(`{ '200': ${TASK} }`),
    after: responses(`{ '200': ${TASK}, '404': ${DONE} }`),
    forth: [],
    back: [],
  },
  {
    name: 'something or nothing',
    before: responses(`{ '200': ${DONE} }`),
    after: responses(`{ '200': ${TASK} }`),
    forth: ['answer-described Tasks.run'],
    back: ['answer-retyped Tasks.run', 'method-retyped Tasks.run'],
  },
  {
    name: 'one item or a list of them',
    before: responses(`{ '200': ${TASK} }`),
    after: responses(`{ '200': ${json("{ type: array, items: { $ref: '#/components/schemas/Task' } }")} }`),
    forth: ['answer-retyped Tasks.run', 'method-retyped Tasks.run'],
    back: ['answer-retyped Tasks.run', 'method-retyped Tasks.run'],
  },
  {
    name: 'of another type, with fewer Properties',
    before: responses(`{ '200': ${TASK} }`),
    after: responses(`{ '200': ${SHORT} }`),
    forth: ['output-removed Tasks.run.name'],
    back: ['output-added Tasks.run.name', 'output-type-renamed Tasks.run'],
  },
  {
    name: 'of a type that has nothing to do with it',
    before: responses(`{ '200': ${PERSON} }`),
    after: responses(`{ '200': ${SHORT} }`),
    forth: ['output-removed Tasks.run.mail', 'output-added Tasks.run.id'],
    back: ['output-removed Tasks.run.id', 'output-added Tasks.run.mail'],
  },
  {
    name: 'a list of another type, with fewer Properties',
    before: responses(`{ '200': ${json("{ type: array, items: { $ref: '#/components/schemas/Task' } }")} }`),
    after: responses(`{ '200': ${json("{ type: array, items: { $ref: '#/components/schemas/Short' } }")} }`),
    forth: ['output-retyped Tasks.run.Serialized_Array'],
    back: ['output-type-renamed Tasks.run.Serialized_Array'],
  },
  {
    name: 'text or a number',
    before: responses(`{ '200': ${json('{ type: string }')} }`),
    after: responses(`{ '200': ${json('{ type: integer }')} }`),
    forth: ['output-retyped Tasks.run.Value'],
    back: ['output-retyped Tasks.run.Value'],
  },
  {
    name: 'one choice more',
    before: responses(`{ '200': ${json('{ enum: [a] }')} }`),
    after: responses(`{ '200': ${json('{ enum: [a, b] }')} }`),
    forth: ['output-choice-added Tasks.run.Value'],
    back: ['output-choice-removed Tasks.run.Value'],
  },
  {
    name: 'null',
    before: responses(`{ '200': ${json('{ type: string }')} }`),
    after: responses(`{ '200': ${json('{ type: [string, "null"] }')} }`),
    forth: ['output-became-nullable Tasks.run.Value'],
    back: ['output-no-longer-nullable Tasks.run.Value'],
  },
  {
    name: 'one alternative more',
    before: responses(
      `{ '200': ${json("{ oneOf: [{ $ref: '#/components/schemas/Task' }, { $ref: '#/components/schemas/Short' }] }")} }`,
    ),
    after: responses(
      `{ '200': ${json("{ oneOf: [{ $ref: '#/components/schemas/Task' }, { $ref: '#/components/schemas/Short' }, { $ref: '#/components/schemas/Person' }] }")} }`,
    ),
    forth: ['output-alternative-added Tasks.run', 'output-added Tasks.run.mail'],
    back: ['output-alternative-removed Tasks.run', 'output-removed Tasks.run.mail'],
  },
  {
    name: 'another media type of JSON',
    before: responses(`{ '200': ${TASK} }`),
    after: responses(`{ '200': ${TASK.replace('application/json', 'application/vnd.task+json')} }`),
    forth: ['answer-media-type-changed Tasks.run'],
    back: ['answer-media-type-changed Tasks.run'],
  },
  {
    name: 'one more media type',
    before: responses(`{ '200': ${TASK} }`),
    after: responses(`{ '200': ${TASK.replace('content: {', 'content: { text/csv: {},')} }`),
    forth: ['answer-media-type-added Tasks.run'],
    back: ['answer-media-type-removed Tasks.run'],
  },
  {
    name: 'JSON or text',
    before: responses(`{ '200': ${TASK} }`),
    after: responses("{ '200': { description: ok, content: { text/plain: {} } } }"),
    forth: ['answer-retyped Tasks.run'],
    back: ['answer-retyped Tasks.run'],
  },
  {
    name: 'a header that announces the end',
    before: responses(`{ '204': ${DONE} }`),
    after: responses(
      "{ '204': { description: done, headers: { deprecation: { schema: { type: string } } } } }",
    ),
    forth: ['deprecation-header-announced Tasks.run'],
    back: ['deprecation-header-withdrawn Tasks.run'],
  },
  {
    name: 'a link to the next page',
    before: responses(
      `{ '200': ${json("{ properties: { rows: { type: array, items: { $ref: '#/components/schemas/Task' } } } }")} }`,
    ),
    after: responses(
      `{ '200': ${json("{ properties: { next: { type: string }, rows: { type: array, items: { $ref: '#/components/schemas/Task' } } } }")} }`,
    ),
    forth: ['property-added run_Response.next', 'paging-added Tasks.run'],
    back: ['property-removed run_Response.next', 'paging-removed Tasks.run'],
  },
  {
    name: 'an inline type that may be null',
    before: responses(`{ '200': ${json('{ type: object, properties: { a: { type: string } } }')} }`),
    after: responses(`{ '200': ${json('{ type: [object, "null"], properties: { a: { type: string } } }')} }`),
    forth: ['output-became-nullable Tasks.run'],
    back: ['output-no-longer-nullable Tasks.run'],
  },
];

test.each(ROWS)('an answer: $name', async (row) => {
  expect(await bothWays(row, operation)).toEqual(wanted(row));
});
