import { answerCodeUnknown } from '../problems.js';
import type { Entry } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';

/** `200`, `2XX` or `default` as written under `responses`; nothing, and a Problem, for anything else. */
export function readAnswerCodes(reading: Reading, { name, pointer }: Entry): string | undefined {
  if (name.startsWith('x-')) return undefined;
  const codes = name.toUpperCase();
  if (codes === 'DEFAULT') return 'default';
  if (/^[1-5](\d\d|XX)$/.test(codes)) return codes;
  reading.report(answerCodeUnknown(pointer, { code: name }));
  return undefined;
}
