/** Longest piece of somebody else's text that is shown in a message, in characters. */
const MAX_SHOWN = 120;

/**
 * C1 controls, line separators, zero-width and bidirectional controls, the byte order mark: what a terminal acts on,
 * or what makes a line show other than it is, C0 controls aside. For the inside of a character class.
 */
export const UNSEEN =
  '\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb';

/** Half of a character, as a pattern. */
export const LONE_SURROGATE =
  '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';

const INVISIBLE = new RegExp(`[\\u0000-\\u001f${UNSEEN}]|${LONE_SURROGATE}`, 'g');

/** The text with everything a terminal or a page could act on written as `\u{…}`; nothing is cut. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`);
}

/** Untrusted text in single quotes, made visible and cut to a readable length: for messages. */
export function quoted(text: string): string {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return `'${visibleText(shown)}'`;
}
