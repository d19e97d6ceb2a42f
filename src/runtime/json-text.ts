import { SerializationError } from '../base/errors.js';
import { ExactDecimal, mayRound, parseExact, writeExact } from './exact-number.js';
import { jsonFaultAt } from './json-fault.js';
import { type PlainText, plainText } from './text-walk.js';

/** Longest Serialized text that is read or added to, in characters; V8 itself ends at four times that. */
const MAX_CHARACTERS = 128 * 1024 * 1024;

/** @throws SerializationError `SERIALIZATION_MALFORMED` */
export function refuseTooLong(characters: number, who: string): void {
  if (characters <= MAX_CHARACTERS) return;
  throw new SerializationError('SERIALIZATION_MALFORMED', {
    who,
    what: `the text is longer than ${MAX_CHARACTERS} characters`,
    advice: 'Pass it in parts',
  });
}

/** A JSON value and what is known of the text it was read from. */
export interface ReadText {
  readonly value: unknown;
  /** The texts of its parts, where they can be had. */
  readonly plain: PlainText | undefined;
  /** Whether there may be numbers in it that are no number here, but a bigint or an `ExactDecimal`. */
  readonly isExact: boolean;
}

/**
 * Reads JSON text; whole numbers beyond 2^53 become bigints, and decimals that no number holds `ExactDecimal`s.
 *
 * @throws SyntaxError, RangeError
 */
export function readJson(text: string): unknown {
  return readWithText(text).value;
}

/**
 * As `readJson`, with what is known of the text.
 *
 * @param value what JSON.parse makes of the text, where that has been done
 */
export function readWithText(text: string, value: unknown = JSON.parse(text)): ReadText {
  const plain = plainText(text, value);
  const isExact = plain === undefined && mayRound(text);
  return { plain, isExact, value: isExact ? parseExact(text, exactDecimal) : value };
}

function exactDecimal(digits: string): ExactDecimal {
  return new ExactDecimal(digits);
}

/**
 * Reads Serialized text.
 *
 * @param who names the Method and input, for the message
 * @param read reads the text itself
 * @throws SerializationError `SERIALIZATION_MALFORMED` with the position
 */
export function parseJson(text: string, who: string, read: (text: string) => unknown = readJson): unknown {
  refuseTooLong(text.length, who);
  try {
    return read(text);
  } catch (cause) {
    // The cause is not kept: its message quotes the text, which may be a secret.
    if (!(cause instanceof SyntaxError)) throw tooDeep(who);
    throw new SerializationError('SERIALIZATION_MALFORMED', {
      who,
      what: `the text is not JSON (${positionIn(text)})`,
      advice: 'Pass what a Serialize Method returned, or JSON',
    });
  }
}

/**
 * JSON text of a value; a bigint is written as its digits, nothing at all as null.
 *
 * @throws SerializationError `SERIALIZATION_MALFORMED`
 */
export function stringifyJson(value: unknown, who: string): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeep(who);
  }
  try {
    return writeExact(value) ?? 'null';
  } catch (cause) {
    throw cause instanceof RangeError ? tooDeep(who) : unwritable(who, cause);
  }
}

/** A `toJSON` or a getter of the value's own has failed. */
function unwritable(who: string, cause: unknown): SerializationError {
  return new SerializationError('SERIALIZATION_MALFORMED', {
    who,
    what: 'the value cannot be written as JSON',
    advice: 'Pass plain data',
    cause,
  });
}

/** The error for a value that no text can be made of, or text of. */
export function tooDeep(who: string): SerializationError {
  return new SerializationError('SERIALIZATION_MALFORMED', {
    who,
    what: 'the value refers to itself or is nested too deep',
    advice: 'Pass plain data',
  });
}

function positionIn(text: string): string {
  const at = jsonFaultAt(text);
  if (at < text.length) return `at character ${at + 1}`;
  return text.trim() === '' ? 'it is empty' : `at character ${at + 1}, its end`;
}
