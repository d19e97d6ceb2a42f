import { describe, expect, test } from 'vitest';
import type { NormalContent } from '../../src/normalize/normal-descriptor.js';
import { orderAnswerContents, orderBodyContents } from '../../src/normalize/operation/media-type.js';
import { permutations } from '../permutations.js';

function content(mediaType: string, pointer = `/content/${mediaType}`): NormalContent {
  return { pointer, mediaType, schema: { pointer, kind: 'any' } };
}

const ANSWERS = [
  { name: 'JSON before all others', want: ['application/json', 'application/hal+json', 'text/json', 'a/b'] },
  { name: 'plain JSON before JSON of a profile', want: ['application/json', 'application/json;profile=a'] },
  { name: 'what is named before a range', want: ['text/plain', '*/*', 'text/*'] },
  { name: 'by name, where nothing else tells', want: ['application/pdf', 'application/xml', 'image/png'] },
];

const BODIES = [
  {
    name: 'JSON, forms, text, the rest',
    want: ['application/json', 'multipart/form-data', 'text/plain', 'application/pdf'],
  },
  {
    name: 'the form that carries files before the one that does not',
    want: ['multipart/form-data', 'multipart/mixed', 'application/x-www-form-urlencoded'],
  },
  { name: 'what is named before a range', want: ['image/png', 'image/*'] },
  { name: 'by name, where nothing else tells', want: ['text/csv', 'text/plain', 'text/xml'] },
];

const typesOf = (contents: readonly NormalContent[]): string[] => contents.map(({ mediaType }) => mediaType);

describe('answers, in whatever order they are listed', () => {
  test.each(ANSWERS)('$name', ({ want }) => {
    for (const listed of permutations(want))
      expect(typesOf(orderAnswerContents(listed.map((mediaType) => content(mediaType))))).toEqual(want);
  });
});

describe('bodies, in whatever order they are listed', () => {
  test.each(BODIES)('$name', ({ want }) => {
    for (const listed of permutations(want))
      expect(typesOf(orderBodyContents(listed.map((mediaType) => content(mediaType))))).toEqual(want);
  });
});

test('of one media type written in two ways, the same is taken in either order', () => {
  const plain = content('application/json', '/content/application~1json');
  const other = content('application/json', '/content/application~1json; charset=utf-8');
  expect(orderAnswerContents([plain, other])).toEqual([plain]);
  expect(orderAnswerContents([other, plain])).toEqual([plain]);
});
