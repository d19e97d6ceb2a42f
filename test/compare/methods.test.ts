import { expect, test } from 'vitest';
import { bothWays, type Row, wanted } from './compare-texts.js';
import { operation, paths } from './frames.js';

const DONE = "responses: { '204': { description: done } }";
const RUN = `operationId: run, tags: [Tasks], ${DONE}`;

const PATHS: readonly Row[] = [
  {
    name: 'gone',
    before: `{ /run: { post: { ${RUN} } }, /stop: { post: { operationId: stop, tags: [Tasks], ${DONE} } } }`,
    after: `{ /run: { post: { ${RUN} } } }`,
    forth: ['method-removed Tasks.stop'],
    back: ['method-added Tasks.stop'],
  },
  {
    name: 'under another operationId',
    before: `{ /run: { post: { ${RUN} } } }`,
    after: `{ /run: { post: { operationId: start, tags: [Tasks], ${DONE} } } }`,
    forth: ['method-renamed Tasks.run → Tasks.start'],
    back: ['method-renamed Tasks.start → Tasks.run'],
  },
  {
    name: 'with an operationId at last',
    before: `{ /run: { post: { tags: [Tasks], ${DONE} } } }`,
    after: `{ /run: { post: { ${RUN} } } }`,
    forth: ['method-renamed Tasks.Post_run → Tasks.run'],
    back: ['method-renamed Tasks.run → Tasks.Post_run'],
  },
  {
    name: 'at another path',
    before: `{ /run: { post: { ${RUN} } } }`,
    after: `{ /start: { post: { ${RUN} } } }`,
    forth: ['method-wire-path-changed Tasks.run'],
    back: ['method-wire-path-changed Tasks.run'],
  },
  {
    name: 'with another verb',
    before: `{ /run: { post: { ${RUN} } } }`,
    after: `{ /run: { put: { ${RUN} } } }`,
    forth: ['method-verb-changed Tasks.run'],
    back: ['method-verb-changed Tasks.run'],
  },
  {
    name: 'under another tag, beside others',
    before: `{ /a: { get: { operationId: a, tags: [Jobs], ${DONE} } }, /b: { get: { operationId: b, tags: [Tasks], ${DONE} } }, /run: { post: { ${RUN} } } }`,
    after: `{ /a: { get: { operationId: a, tags: [Jobs], ${DONE} } }, /b: { get: { operationId: b, tags: [Tasks], ${DONE} } }, /run: { post: { operationId: run, tags: [Jobs], ${DONE} } } }`,
    forth: ['method-moved Tasks.run → Jobs.run'],
    back: ['method-moved Jobs.run → Tasks.run'],
  },
  {
    name: 'all of them under another tag',
    before: `{ /run: { post: { ${RUN} } } }`,
    after: `{ /run: { post: { operationId: run, tags: [Jobs], ${DONE} } } }`,
    forth: ['method-moved Tasks.run → Jobs.run', 'service-object-renamed Tasks → Jobs'],
    back: ['method-moved Jobs.run → Tasks.run', 'service-object-renamed Jobs → Tasks'],
  },
  {
    name: 'with another name of a piece of the path',
    before: `{ '/run/{id}': { post: { ${RUN}, parameters: [{ name: id, in: path, required: true, schema: { type: string } }] } } }`,
    after: `{ '/run/{task}': { post: { ${RUN}, parameters: [{ name: task, in: path, required: true, schema: { type: string } }] } } }`,
    forth: ['input-renamed Tasks.run.id → Tasks.run.task'],
    back: ['input-renamed Tasks.run.task → Tasks.run.id'],
  },
  {
    name: 'without an operationId, with another name of a piece of the path',
    before: `{ '/run/{id}': { post: { tags: [Tasks], ${DONE}, parameters: [{ name: id, in: path, required: true, schema: { type: string } }] } } }`,
    after: `{ '/run/{task}': { post: { tags: [Tasks], ${DONE}, parameters: [{ name: task, in: path, required: true, schema: { type: string } }] } } }`,
    forth: [
      'method-renamed Tasks.Post_run__id_ → Tasks.Post_run__task_',
      'input-renamed Tasks.Post_run__id_.id → Tasks.Post_run__task_.task',
    ],
    back: [
      'method-renamed Tasks.Post_run__task_ → Tasks.Post_run__id_',
      'input-renamed Tasks.Post_run__task_.task → Tasks.Post_run__id_.id',
    ],
  },
  {
    name: 'both in another order',
    before: `{ /run: { post: { ${RUN} } }, /stop: { post: { operationId: stop, tags: [Tasks], ${DONE} } } }`,
    after: `{ /stop: { post: { operationId: stop, tags: [Tasks], ${DONE} } }, /run: { post: { ${RUN} } } }`,
    forth: [],
    back: [],
  },
];

test.each(PATHS)('a Method: $name', async (row) => {
  expect(await bothWays(row, paths)).toEqual(wanted(row));
});

const MEMBERS: readonly Row[] = [
  {
    name: 'deprecated',
    before: DONE,
    after: `deprecated: true\n      ${DONE}`,
    forth: ['method-deprecated Tasks.run'],
    back: ['method-no-longer-deprecated Tasks.run'],
  },
  {
    name: 'a day on which it goes',
    before: DONE,
    after: `x-sunset: '2027-01-01'\n      ${DONE}`,
    forth: ['sunset-announced Tasks.run'],
    back: ['sunset-withdrawn Tasks.run'],
  },
  {
    name: 'another day on which it goes',
    before: `x-sunset: '2027-03-01'\n      ${DONE}`,
    after: `x-sunset: '2027-01-01'\n      ${DONE}`,
    forth: ['sunset-earlier Tasks.run'],
    back: ['sunset-later Tasks.run'],
  },
  {
    name: 'a service URL of its own',
    before: DONE,
    after: `servers: [{ url: https://other.example }]\n      ${DONE}`,
    forth: ['method-service-url-changed Tasks.run'],
    back: ['method-service-url-changed Tasks.run'],
  },
  {
    name: 'other words for people',
    before: `summary: Run\n      ${DONE}`,
    after: `summary: Run it\n      description: Runs it\n      ${DONE}`,
    forth: [],
    back: [],
  },
  {
    name: 'an operation that says nothing of success',
    before: "responses: { '404': { description: gone } }",
    after: DONE,
    forth: [],
    back: [],
  },
];

test.each(MEMBERS)('a Method: $name', async (row) => {
  expect(await bothWays(row, operation)).toEqual(wanted(row));
});
