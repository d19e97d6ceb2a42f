import type { NormalAnswer } from '../normal-descriptor.js';
import { answerCodeUnknown } from '../problems.js';
import type { Spot } from '../tree/json-node.js';
import { type Entry, entriesAt } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { resolveReference } from '../tree/resolve-reference.js';

/** `responses` of an operation, in document order; what has no code of an answer, or leads nowhere, is left out. */
export function readResponses(
  reading: Reading,
  operation: Spot,
  readAnswer: (spot: Spot, codes: string) => NormalAnswer,
): readonly NormalAnswer[] {
  return entriesAt(reading, operation, 'responses').flatMap((entry) => {
    const codes = readCodes(reading, entry);
    const spot = codes === undefined ? undefined : resolveReference(reading, entry);
    return codes === undefined || spot === undefined ? [] : [readAnswer(spot, codes)];
  });
}

/** `200`, `2XX` or `default` as written; nothing, and a Problem, for anything else. */
function readCodes(reading: Reading, { name, pointer }: Entry): string | undefined {
  if (name.startsWith('x-')) return undefined;
  const codes = name.toUpperCase();
  if (codes === 'DEFAULT') return 'default';
  if (/^[1-5](\d\d|XX)$/.test(codes)) return codes;
  reading.report(answerCodeUnknown(pointer, { code: name }));
  return undefined;
}
