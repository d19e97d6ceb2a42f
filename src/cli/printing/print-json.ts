import { escapeInvisibleInJson } from '../../base/invisible-in-json.js';

/** A value as JSON lines: bytes as base64, integers beyond 2^53 as text, nothing in it that a terminal acts on. */
export function printJson(value: unknown): string[] {
  return [escapeInvisibleInJson(JSON.stringify(value, jsonFor, 2))];
}

/** The same on one line: a long run prints one such text after the other. */
export function printJsonLine(value: unknown): string[] {
  return [escapeInvisibleInJson(JSON.stringify(value, jsonFor))];
}

/** Buffers have a JSON form of their own, so the value is looked at where it stands. */
function jsonFor(this: unknown, key: string, value: unknown): unknown {
  const own: unknown = (this as Record<string, unknown>)[key];
  if (own instanceof Uint8Array) return Buffer.from(own).toString('base64');
  return typeof value === 'bigint' ? String(value) : value;
}
