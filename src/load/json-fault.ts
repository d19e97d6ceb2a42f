import { quoted } from '../base/visible-text.js';
import { skipBlanks, skipLiteral, skipString } from './json-scan.js';

/** What keeps a text from being JSON. */
export interface JsonFault {
  readonly offset: number;
  readonly what: string;
}

type Expecting = 'value' | 'item or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end';

/**
 * The first spot where a text stops being JSON. JSON.parse tells that only sometimes, and differently from one
 * version of V8 to the next.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  for (let at = skipBlanks(text, 0); ; at = skipBlanks(text, at)) {
    const c = text[at];
    if (c === undefined) return expecting === 'end' ? undefined : ended(text, open.at(-1));
    const closes = closing(c, expecting, open.at(-1));
    if (closes) {
      open.pop();
      at++;
      expecting = afterValue(open);
    } else if (expecting === 'comma') {
      if (c !== ',') return fault(at, c, open.at(-1) === '{' ? "',' or '}'" : "',' or ']'");
      at++;
      expecting = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expecting === 'colon') {
      if (c !== ':') return fault(at, c, "':'");
      at++;
      expecting = 'value';
    } else if (expecting === 'end') {
      return fault(at, c, 'the end of the text');
    } else if (c === '"') {
      const end = skipString(text, at);
      if (end < 0) return { offset: at, what: 'a text in quotes has no end' };
      const bad = badInString(text, at, end);
      if (bad !== undefined) return bad;
      at = end;
      expecting = expecting.startsWith('key') ? 'colon' : afterValue(open);
    } else if (expecting.startsWith('key')) {
      return fault(at, c, 'a name in double quotes');
    } else if (c === '{' || c === '[') {
      open.push(c);
      at++;
      expecting = c === '{' ? 'key or }' : 'item or ]';
    } else {
      const end = skipLiteral(text, at);
      if (!isLiteral(text.slice(at, end))) return fault(at, text.slice(at, Math.max(end, at + 1)), 'a value');
      at = end;
      expecting = afterValue(open);
    }
  }
}

function closing(c: string, expecting: Expecting, innermost: string | undefined): boolean {
  if (c === '}') return innermost === '{' && (expecting === 'comma' || expecting === 'key or }');
  return c === ']' && innermost === '[' && (expecting === 'comma' || expecting === 'item or ]');
}

function afterValue(open: readonly string[]): Expecting {
  return open.length === 0 ? 'end' : 'comma';
}

function fault(offset: number, found: string, wanted: string): JsonFault {
  return { offset, what: `${quoted(found)} stands where ${wanted} should` };
}

function ended(text: string, innermost: string | undefined): JsonFault {
  const missing = innermost === undefined ? 'there is nothing in it' : `a '${innermost}' is not closed`;
  return { offset: text.length, what: `the text ends too early: ${missing}` };
}

// RFC 8259 section 7: no raw control characters, and only these escapes. Good escapes are stepped over whole,
// what is caught is bad.
function badInString(text: string, start: number, end: number): JsonFault | undefined {
  const pieces = /\\(?:u[\da-fA-F]{4}|["\\/bfnrt])|(\\.?|[\0-\u001f])/gs;
  for (const match of text.slice(start + 1, end - 1).matchAll(pieces)) {
    const bad = match[1];
    if (bad !== undefined)
      return { offset: start + 1 + match.index, what: `${quoted(bad)} may not stand in a text` };
  }
  return undefined;
}

function isLiteral(literal: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(literal);
}
