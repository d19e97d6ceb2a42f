import { ExactDecimal, MAX_DEPTH } from './exact-number.js';
import { tooDeep } from './json-text.js';
import { isItem } from './read-serialized.js';

/**
 * Whether two values are the same as JSON: the order of names does not count, and a member that is undefined is
 * none.
 *
 * @throws SerializationError when they are nested too deep to tell
 */
export function sameJson(left: unknown, right: unknown, who: string, depth = 0): boolean {
  if (left === right) return true;
  if (depth > MAX_DEPTH) throw tooDeep(who);
  const same = (a: unknown, b: unknown): boolean => sameJson(a, b, who, depth + 1);
  if (left instanceof Date) return same(left.toJSON(), right);
  if (right instanceof Date) return same(left, right.toJSON());
  if (left instanceof ExactDecimal && right instanceof ExactDecimal) return left.digits === right.digits;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((part, index) => same(part, right[index]));
  }
  // A bigint and a number of the same value.
  if (isNumeric(left) && isNumeric(right)) return !(left < right || left > right);
  if (!isItem(left) || !isItem(right)) return false;
  const names = namesIn(left);
  return (
    names.length === namesIn(right).length &&
    names.every((name) => Object.hasOwn(right, name) && same(left[name], right[name]))
  );
}

function namesIn(item: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(item).filter((name) => item[name] !== undefined);
}

function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
