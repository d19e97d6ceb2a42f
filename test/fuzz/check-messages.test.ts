import { describe, expect, test } from 'vitest';
import { checkProblems, checkRefusal } from '../../bench/fuzz/check-messages.js';
import { DescriptorError, type ErrorCode } from '../../src/base/errors.js';

const AT = { document: 'a.json', pointer: '/a', line: 1, column: 1 };
const GOOD = { who: 'a.json:1:1', what: 'is broken', advice: 'Mend it', place: AT };

function refusal(parts: object, code: ErrorCode = 'DESCRIPTOR_MALFORMED'): () => void {
  return () => checkRefusal(new DescriptorError(code, { ...GOOD, ...parts }));
}

describe('a refusal', () => {
  test('with place and reason is no finding', () => expect(refusal({})).not.toThrow());

  test.each([
    ['without whom', { who: '' }, undefined, 'has no frame'],
    ['with raw text', { what: 'holds \u202e' }, undefined, 'shows raw text'],
    ['without end', { what: 'x'.repeat(30_000) }, undefined, 'is too long'],
    ['of another step', {}, 'TIMEOUT' as ErrorCode, 'has a code of another step'],
    ['without a line', { place: { document: 'a.json', pointer: '' } }, undefined, 'has no place'],
  ])('%s is one', (_, parts, code, want) => {
    expect(refusal(parts, code)).toThrow(
      expect.objectContaining({ signature: expect.stringContaining(want) }),
    );
  });
});

describe('a Problem', () => {
  const problem = {
    code: 'x',
    severity: 'note' as const,
    pointer: '/a',
    message: 'm',
    advice: 'a',
    place: AT,
  };

  test('with place and reason is no finding', () => expect(() => checkProblems([problem])).not.toThrow());

  test.each([
    ['with raw text', { message: '\u001b[31m' }, 'shows raw text'],
    ['on two lines', { message: 'a\nb' }, 'shows raw text'],
    ['without a place', { place: { document: 'a.json', pointer: '' } }, 'has no place'],
  ])('%s is one', (_, parts, want) => {
    expect(() => checkProblems([{ ...problem, ...parts }])).toThrow(
      expect.objectContaining({ signature: expect.stringContaining(want) }),
    );
  });
});
