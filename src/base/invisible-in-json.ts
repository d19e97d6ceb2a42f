import { UNSEEN } from './visible-text.js';

// What JSON leaves as it is. The no-break space is seen, but taken for another one.
const STILL_INVISIBLE = new RegExp(`[${UNSEEN}\\u00a0]`, 'g');

/** JSON text that means the same, with nothing in it that a terminal acts on. */
export function escapeInvisibleInJson(json: string): string {
  return json.replace(STILL_INVISIBLE, unicodeEscape);
}

/** One UTF-16 unit as JSON and JavaScript write it where it is not to be seen: `\u200b`. */
export function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
