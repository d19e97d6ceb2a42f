import { toUSVString } from 'node:util';
import { InputError } from '../base/errors.js';

/** Whether text has no half of a surrogate pair, which UTF-8 does not know: Node would send another sign instead. */
export function isWellFormed(text: string): boolean {
  return toUSVString(text) === text;
}

/**
 * What an encoding of text gives that knows no half of a surrogate pair.
 *
 * @throws InputError `INPUT_INVALID` where there is one
 */
export function wellFormed<T>(who: string, encode: () => T): T {
  try {
    return encode();
  } catch (cause) {
    throw cause instanceof URIError ? illFormed(who) : cause;
  }
}

/** @throws InputError `INPUT_INVALID` */
export function checkedText(text: string, who: string): string {
  if (isWellFormed(text)) return text;
  throw illFormed(who);
}

function illFormed(who: string): InputError {
  return new InputError('INPUT_INVALID', {
    who,
    what: 'the text holds half of a surrogate pair, which cannot be sent as it is',
    advice: 'Pass well-formed text',
  });
}
