import { expect, test } from 'vitest';
import type { JsonTree } from '../../src/load/descriptor.js';
import type { Limits } from '../../src/model/limits.js';
import { readLimits } from '../../src/normalize/schema/read-limits.js';

const ROWS: readonly {
  readonly name: string;
  readonly given: { readonly [key: string]: JsonTree };
  readonly want: Limits | undefined;
}[] = [
  { name: 'none', given: { type: 'string' }, want: undefined },
  {
    name: 'numbers',
    given: { minimum: 0, maximum: 9, multipleOf: 0.5 },
    want: { minimum: 0, maximum: 9, multipleOf: 0.5 },
  },
  {
    name: 'exclusive bounds as JSON Schema has them',
    given: { exclusiveMinimum: 1, exclusiveMaximum: 5 },
    want: { exclusiveMinimum: 1, exclusiveMaximum: 5 },
  },
  {
    name: 'exclusive bounds as OpenAPI 3.0 has them',
    given: { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false },
    want: { exclusiveMinimum: 1, maximum: 5 },
  },
  { name: 'a mark without a bound', given: { exclusiveMinimum: true }, want: undefined },
  {
    name: 'texts and lists',
    given: { minLength: 1, maxLength: 5, pattern: '^a', minItems: 1, maxItems: 2, uniqueItems: true },
    want: { minLength: 1, maxLength: 5, pattern: '^a', minItems: 1, maxItems: 2, uniqueItems: true },
  },
  {
    name: 'what asks for nothing',
    given: { minLength: 0, minItems: 0, minProperties: 0, uniqueItems: false, pattern: '' },
    want: undefined,
  },
  { name: 'what is no number', given: { minimum: '1', maxLength: null, maxItems: [5] }, want: undefined },
];

test.each(ROWS)('limits: $name', ({ given, want }) => {
  expect(readLimits(given)).toEqual(want);
});
