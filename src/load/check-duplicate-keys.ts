import { pointerOfTokens } from '../base/json-pointer.js';
import type { Problem } from '../base/problem.js';
import type { Descriptor } from './descriptor.js';
import { keyDuplicate, MAX_FINDINGS } from './problems.js';
import { skipBlanks, skipString } from './text/json-scan.js';

/** An object or list that the scan is in. */
interface Open {
  /** Of an object, the keys so far. */
  readonly keys: Set<string> | undefined;
  /** The key or number of the member or item that the scan is at. */
  token: string | number;
}

/**
 * Keys that stand twice in one object of a JSON descriptor: JSON.parse keeps the last without a word, where YAML is
 * refused. A second look at the whole text, so it is asked for where a person looks, like `checkConformance`. Of a
 * descriptor of several files, what was put together is looked at, and that has each key once.
 */
export function checkDuplicateKeys({ format, text }: Descriptor): Problem[] {
  if (format !== 'json') return [];
  const problems = new Map<string, Problem>();
  for (const { key, pointer } of duplicateKeys(text)) {
    problems.set(pointer, keyDuplicate(pointer, { key }));
    if (problems.size === MAX_FINDINGS) break;
  }
  return [...problems.values()];
}

/** @param text JSON that parses */
function* duplicateKeys(text: string): Generator<{ key: string; pointer: string }> {
  const open: Open[] = [];
  let at = 0;
  for (let c = text[at]; c !== undefined; c = text[at]) {
    const inside = open.at(-1);
    if (c === '"') {
      const end = skipString(text, at);
      if (inside?.keys !== undefined && text[skipBlanks(text, end)] === ':') {
        const key: string = JSON.parse(text.slice(at, end));
        inside.token = key;
        if (inside.keys.has(key)) yield { key, pointer: pointerOfTokens(open.map(({ token }) => token)) };
        inside.keys.add(key);
      }
      at = end;
      continue;
    }
    if (c === '{') open.push({ keys: new Set(), token: '' });
    else if (c === '[') open.push({ keys: undefined, token: 0 });
    else if (c === '}' || c === ']') open.pop();
    else if (c === ',' && typeof inside?.token === 'number') inside.token++;
    at++;
  }
}
