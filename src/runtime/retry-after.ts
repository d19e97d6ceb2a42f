/**
 * Seconds that a Retry-After header asks for, as a number or as a date (RFC 9110 §10.2.3); undefined where there
 * is none that can be read.
 */
export function retryAfterOf(
  headers: Readonly<Record<string, string>>,
  now: () => number = Date.now,
): number | undefined {
  const text = headers['retry-after']?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+$/.test(text)) return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
  // Only what looks like an HTTP date: Date.parse takes far more.
  const date = /^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now()) / 1000));
}
