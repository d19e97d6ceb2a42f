import type { RestBrokerError } from '../../src/base/errors.js';
import type { PlacedProblem } from '../../src/workspace/descriptors/describe-descriptor.js';
import { Finding } from './finding.js';

/** Longest message that a person still reads, in characters; a list of twenty Problems among it. */
const MAX_MESSAGE = 20_000;
/** Problems whose places are worked out. */
const MAX_PLACED = 20;

/** What a terminal or a page could act on; a line feed parts the lines of a list. */
const RAW =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;

/** Errors about a file as a whole have no spot in it. */
const PLACELESS =
  /is UTF-16|is not UTF-8|is empty and|is a list and|is a single|looks like an HTML|could not be read/;

/**
 * Whether an error says of whom it is, what happened and what to do, safely, and where.
 *
 * @throws Finding
 */
export function checkRefusal(error: RestBrokerError): void {
  const { code, message, place } = error;
  const fail = (what: string): never => {
    throw new Finding(`refusal ${code} ${what}`, `${what}: ${message}`, error);
  };
  if (!/^\S.*: .*\.$/s.test(message)) fail('has no frame');
  if (RAW.test(message)) fail('shows raw text');
  if (message.length > MAX_MESSAGE) fail('is too long');
  if (!/^DESCRIPTOR_|^REFERENCE_/.test(code)) fail('has a code of another step');
  const isOfAPlace = code !== 'DESCRIPTOR_TOO_LARGE' && !PLACELESS.test(message);
  if (isOfAPlace && place?.line === undefined) fail('has no place');
}

/**
 * Whether Problems say what is wrong, safely, and where.
 *
 * @throws Finding
 */
export function checkProblems(problems: readonly PlacedProblem[]): void {
  for (const { code, message, advice } of problems) {
    if (message === '' || advice === '' || RAW.test(message + advice) || message.includes('\n'))
      throw new Finding(`Problem ${code} shows raw text`, JSON.stringify(message));
    if (message.length > 2_000) throw new Finding(`Problem ${code} is too long`, message);
  }
  for (const { code, pointer, place } of problems.slice(0, MAX_PLACED)) {
    if (place.line === undefined) throw new Finding(`Problem ${code} has no place`, pointer);
  }
}
