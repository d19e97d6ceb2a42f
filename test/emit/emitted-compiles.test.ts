import { expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import { typeCheck } from '../type-check.js';
import { emitTree } from './emit-tree.js';

const json = (schema: JsonTree) => ({ content: { 'application/json': { schema } } });

/** What real descriptors once made of it did not compile; all are checked in one go. */
const rows: readonly { name: string; paths: JsonTree; schemas: JsonTree }[] = [
  {
    name: 'a Service Object named like a parameter of connect',
    paths: { '/a': { get: { tags: ['options'], responses: { 200: { description: 'ok' } } } } },
    schemas: {},
  },
  {
    name: 'a choice that holds anything names no type',
    paths: {
      '/a': {
        get: {
          tags: ['Choice'],
          parameters: [
            { name: 'q', in: 'query', schema: { oneOf: [{ $ref: '#/components/schemas/Other' }, {}] } },
          ],
          responses: { 200: { description: 'ok', ...json({ $ref: '#/components/schemas/Choice' }) } },
        },
      },
    },
    schemas: {
      Other: { type: 'object', properties: { id: { type: 'string' } } },
      Choice: { oneOf: [{ $ref: '#/components/schemas/Other' }, {}] },
      List: { type: 'array', items: { anyOf: [{ $ref: '#/components/schemas/Other' }, {}] } },
    },
  },
  {
    name: 'types that refer to each other and to nothing else',
    paths: {
      '/a': {
        get: { responses: { 200: { description: 'ok', ...json({ $ref: '#/components/schemas/A' }) } } },
      },
    },
    schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } },
  },
];

test('emitted code compiles', () => {
  const files = rows.flatMap(({ paths, schemas }, index) => {
    const tree = { openapi: '3.0.3', info: { title: 'T', version: '1' }, paths, components: { schemas } };
    return emitTree(tree).map(({ path, content }) => ({ path: `${index}/${path}`, content }));
  });
  expect(files.length).toBeGreaterThan(3 * rows.length);
  expect(typeCheck(files)).toEqual([]);
});
