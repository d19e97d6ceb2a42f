/** K2's test is «length > 0»: whether a value is there — not undefined, null, false or empty. */
export function isThere(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '';
}
