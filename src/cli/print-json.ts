// What JSON leaves as it is, and a terminal would act on: C1 controls, zero-width and bidirectional controls.
const STILL_INVISIBLE =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A value as JSON lines: bytes as base64, integers beyond 2^53 as text, nothing in it that a terminal acts on. */
export function printJson(value: unknown): string[] {
  const text = JSON.stringify(value, jsonFor, 2);
  return [text.replace(STILL_INVISIBLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)];
}

/** Buffers have a JSON form of their own, so the value is looked at where it stands. */
function jsonFor(this: unknown, key: string, value: unknown): unknown {
  const own: unknown = (this as Record<string, unknown>)[key];
  if (own instanceof Uint8Array) return Buffer.from(own).toString('base64');
  return typeof value === 'bigint' ? String(value) : value;
}
