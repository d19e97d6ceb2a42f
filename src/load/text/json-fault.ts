import { quoted } from '../../base/visible-text.js';
import { skipBlanks, skipLiteral, skipString } from './json-scan.js';

/** What keeps a text from being JSON. */
export interface JsonFault {
  readonly offset: number;
  readonly what: string;
}

type Expecting = 'value' | 'item or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end';

interface Scan {
  at: number;
  expecting: Expecting;
  /** The brackets that the scan is in. */
  readonly open: ('{' | '[')[];
}

/**
 * The first spot where a text stops being JSON. JSON.parse tells that only sometimes, and differently from one
 * version of V8 to the next.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const scan: Scan = { at: 0, expecting: 'value', open: [] };
  for (;;) {
    scan.at = skipBlanks(text, scan.at);
    const c = text[scan.at];
    if (c === undefined) return scan.expecting === 'end' ? undefined : ended(text, scan.open.at(-1));
    const found = step(text, scan, c);
    if (found !== undefined) return found;
  }
}

/** Steps over one token, or says what is wrong with it. */
function step(text: string, scan: Scan, c: string): JsonFault | undefined {
  const { at, expecting, open } = scan;
  const innermost = open.at(-1);
  if (closing(c, expecting, innermost)) {
    open.pop();
    return goOn(scan, at + 1, afterValue(open));
  }
  switch (expecting) {
    case 'end':
      return fault(at, c, 'the end of the text');
    case 'colon':
      return c === ':' ? goOn(scan, at + 1, 'value') : fault(at, c, "':'");
    case 'comma':
      if (c !== ',') return fault(at, c, innermost === '{' ? "',' or '}'" : "',' or ']'");
      return goOn(scan, at + 1, innermost === '{' ? 'key' : 'value');
    case 'key':
    case 'key or }':
      return c === '"' ? stepOverString(text, scan, 'colon') : fault(at, c, 'a name in double quotes');
    default:
      return stepIntoValue(text, scan, c);
  }
}

function stepIntoValue(text: string, scan: Scan, c: string): JsonFault | undefined {
  const { at, open } = scan;
  if (c === '"') return stepOverString(text, scan, afterValue(open));
  if (c === '{' || c === '[') {
    open.push(c);
    return goOn(scan, at + 1, c === '{' ? 'key or }' : 'item or ]');
  }
  const end = Math.max(skipLiteral(text, at), at + 1);
  const literal = text.slice(at, end);
  return isLiteral(literal) ? goOn(scan, end, afterValue(open)) : fault(at, literal, 'a value');
}

function stepOverString(text: string, scan: Scan, next: Expecting): JsonFault | undefined {
  const end = skipString(text, scan.at);
  if (end < 0) return { offset: scan.at, what: 'a text in quotes has no end' };
  return badInString(text, scan.at, end) ?? goOn(scan, end, next);
}

function goOn(scan: Scan, at: number, expecting: Expecting): undefined {
  scan.at = at;
  scan.expecting = expecting;
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
