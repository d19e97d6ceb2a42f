import { SerializationError } from '../base/errors.js';
import { ExactDecimal, MAX_DEPTH } from './exact-number.js';
import { parseJson, tooDeep } from './json-text.js';

/**
 * Reads Serialized text, ours or K2's own: K2 writes Newtonsoft JSON with type names, where an object carries
 * `$type` and an array is `{"$type": …, "$values": […]}`. Both are taken off at every level.
 *
 * @param read reads the text itself
 * @throws SerializationError `SERIALIZATION_MALFORMED`
 */
export function readSerialized(text: string, who: string, read?: (text: string) => unknown): unknown {
  const value = parseJson(text, who, read);
  return hasTypeNames(text) ? withoutTypeNames(value, who, 0) : value;
}

/** Whether Serialized text may be K2's own. */
export function hasTypeNames(text: string): boolean {
  // Most texts have no dollar at all, and that is quickly seen.
  return text.includes('$') && /"\$(?:type|values)"/.test(text);
}

/** @throws SerializationError also `SERIALIZATION_MISMATCH`, when it is not one item */
export function readSerializedItem(text: string, who: string): Record<string, unknown> {
  const value = readSerialized(text, who);
  if (isItem(value)) return value;
  throw mismatch(who, 'one item', value);
}

/** @throws SerializationError also `SERIALIZATION_MISMATCH`, when it is not an array */
export function readSerializedArray(text: string, who: string, read?: (text: string) => unknown): unknown[] {
  const value = readSerialized(text, who, read);
  if (Array.isArray(value)) return value;
  throw mismatch(who, 'an array', value);
}

export function isItem(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactDecimal)
  );
}

/** The error for a value of another form than was expected. */
export function mismatch(who: string, wanted: string, value: unknown): SerializationError {
  return new SerializationError('SERIALIZATION_MISMATCH', {
    who,
    what: `expected Serialized text of ${wanted}, got ${kindOf(value)}`,
    advice: adviceFor(wanted, value),
  });
}

function adviceFor(wanted: string, value: unknown): string {
  if (Array.isArray(value)) return 'Take one item out of it with Deserialize Array';
  if (isItem(value)) return 'For one item use Serialize Item To Array first';
  return `Pass ${wanted}, as Serialized text or as it is`;
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (value instanceof ExactDecimal) return 'a number';
  return typeof value === 'object' ? 'one item' : `a ${typeof value}`;
}

function withoutTypeNames(value: unknown, who: string, depth: number): unknown {
  if (depth > MAX_DEPTH) throw tooDeep(who);
  if (Array.isArray(value)) return value.map((part) => withoutTypeNames(part, who, depth + 1));
  if (!isItem(value)) return value;
  if (Object.hasOwn(value, '$values')) return withoutTypeNames(value['$values'], who, depth + 1);
  const bare: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (name !== '$type') setOwn(bare, name, withoutTypeNames(part, who, depth + 1));
  }
  return bare;
}

/** Sets an own property, `__proto__` included. */
export function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
