import { visibleText } from '../base/visible-text.js';

/** Renders as nothing, and ends the word before it. */
const BREAK = '&#8203;';
/** What GitHub and GitLab make a mention, a reference or a link of, before what follows it. */
const REFERENCES = /[@#!$%~&^](?=\w)|\b(?:https?|ftp|mailto|xmpp):|\bwww\.|\bGH-(?=\d)/gi;
const PUNCTUATION = /[\\`*_{}[\]()+\-.!|#=:/$^~]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text that Markdown shows as it is, on one line: no markup, no HTML, no mention, no link.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function inertMarkdown(text: string): string {
  const parts = visibleText(text).replace(REFERENCES, '$&\u200b').split('\u200b');
  return parts.map(escaped).join(BREAK);
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c).replace(PUNCTUATION, '\\$&');
}

/** Text as a code span: nothing in one is ever live, and backticks in it are outnumbered by its fence. */
export function codeSpan(text: string): string {
  const shown = visibleText(text);
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = /^[`\s]|[`\s]$/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}
