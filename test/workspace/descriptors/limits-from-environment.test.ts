import { expect, test } from 'vitest';
import { limitsFromEnvironment } from '../../../src/workspace/descriptors/limits-from-environment.js';

test.each([
  { name: 'nothing set', given: undefined, want: {} },
  { name: 'set to nothing', given: ' ', want: {} },
  { name: 'one', given: 'maxBytes=200000000', want: { limits: { maxBytes: 200_000_000 } } },
  {
    name: 'several',
    given: 'maxDepth=9, fetchTimeoutMs = 500,',
    want: { limits: { maxDepth: 9 }, fetchTimeoutMs: 500 },
  },
])('$name', ({ given, want }) => {
  expect(limitsFromEnvironment({ REST_BROKER_LIMITS: given })).toEqual(want);
});

test.each(['maxByte=1', 'maxBytes', 'maxBytes=', 'maxBytes=0', 'maxBytes=-1', 'maxBytes=1e9', '__proto__=1'])(
  'refused: %s',
  (given) => {
    expect(() => limitsFromEnvironment({ REST_BROKER_LIMITS: given })).toThrow(
      `The environment variable REST_BROKER_LIMITS: '${given}' sets no limit. Write name=number`,
    );
  },
);
