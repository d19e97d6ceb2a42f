import { WorkflowError } from '../base/errors.js';

/** Deepest nesting of a value that is recorded; deeper would overflow the stack of `JSON.stringify`. */
const MAX_DEPTH = 200;
/** Longest text of a value, in characters: Postgres takes no more than four times that, escapes included. */
const MAX_LENGTH = 64 * 1024 * 1024;

/**
 * A value as text for the store. JSON, with what JSON has no form for written as an object of one `$` member:
 * integers beyond 2^53, bytes, dates, undefined. What would come back as less than it was — a Map, an Error, a
 * Promise — is refused, unless it says by `toJSON` what it is. As text and not as JSON, because Postgres' jsonb
 * refuses `\u0000` and lone surrogates, which an outside system may well send.
 *
 * @throws WorkflowError `VALUE_UNSTORABLE`
 */
export function storedText(value: unknown): string {
  const text = JSON.stringify(encoded(value, 0));
  if (text.length > MAX_LENGTH) throw unstorable(`it is longer than ${MAX_LENGTH} characters`);
  return text;
}

/** The value that `storedText` was given. */
export function fromStoredText(text: unknown): unknown {
  return typeof text === 'string' ? decoded(JSON.parse(text)) : undefined;
}

function encoded(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw unstorable(`it is nested more than ${MAX_DEPTH} deep`);
  if (value === undefined) return { $undefined: true };
  if (typeof value === 'bigint') return { $int: String(value) };
  if (typeof value === 'function' || typeof value === 'symbol')
    throw unstorable(`it holds a ${typeof value}`);
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => encoded(item, depth + 1));
  return encodedObject(value, depth);
}

function encodedObject(value: object, depth: number): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Date) return { $date: value.getTime() };
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return encoded(Reflect.apply(value.toJSON, value, ['']), depth + 1);
  }
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
  if (kind !== 'Object') throw unstorable(`it holds a value of the kind ${kind}`);
  const entries: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) entries[key] = encoded(member, depth + 1);
  }
  const [only, ...more] = Object.keys(entries);
  return only?.startsWith('$') === true && more.length === 0 ? { $plain: entries } : entries;
}

function decoded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(decoded);
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0].startsWith('$')) return decodedMarked(first[0], first[1]);
  return decodedMembers(entries);
}

/** `fromEntries` makes own members, of `__proto__` too. */
function decodedMembers(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.map(([key, member]) => [key, decoded(member)]));
}

function decodedMarked(mark: string, value: unknown): unknown {
  switch (mark) {
    case '$undefined':
      return undefined;
    case '$int':
      return BigInt(String(value));
    case '$number':
      return Number(value);
    case '$bytes':
      return new Uint8Array(Buffer.from(String(value), 'base64'));
    case '$date':
      return new Date(value === null ? Number.NaN : Number(value));
    default:
      return decodedMembers(Object.entries(value as object));
  }
}

function unstorable(what: string): WorkflowError {
  return new WorkflowError('VALUE_UNSTORABLE', {
    who: 'Value to be stored',
    what,
    advice: 'Give back data: text, numbers, lists and objects of them',
  });
}
