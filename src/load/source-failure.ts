import type { ErrorCode } from '../base/errors.js';
import type { Place } from '../base/place.js';

/**
 * Why a file could not be had or made sense of, before it is known for whom: the root descriptor's failure
 * names the descriptor, that of a referred file names the `$ref` that asked for it.
 */
export class SourceFailure extends Error {
  readonly code: ErrorCode;
  readonly what: string;
  readonly advice: string;
  /** Where in the file itself, when it was read that far. */
  readonly place: Place | undefined;

  constructor(code: ErrorCode, what: string, advice: string, cause?: unknown, place?: Place) {
    super(what, { cause });
    this.place = place;
    this.code = code;
    this.what = what;
    this.advice = advice;
  }
}
