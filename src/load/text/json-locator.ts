import { skipBlanks, skipString, skipValue } from './json-scan.js';

/** Where a member or item stands: what is shown of it, and where its value starts. */
interface Spot {
  /** Its key, or the value itself in a list. */
  readonly shown: number;
  readonly value: number;
}

/**
 * Finds pointers in JSON text without building a tree. Each container on the way is indexed once, so many
 * pointers cost little more than one.
 */
export class JsonLocator {
  readonly #text: string;
  readonly #children = new Map<number, ReadonlyMap<string, Spot>>();

  /** @param text JSON that parses */
  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of the spot, or of its nearest parent that exists. */
  offsetOf(tokens: readonly string[]): number {
    let spot = rootSpot(this.#text);
    for (const token of tokens) {
      const child = this.#childrenOf(spot.value).get(token);
      if (child === undefined) break;
      spot = child;
    }
    return spot.shown;
  }

  #childrenOf(container: number): ReadonlyMap<string, Spot> {
    const known = this.#children.get(container);
    if (known !== undefined) return known;
    const children = indexChildren(this.#text, container);
    this.#children.set(container, children);
    return children;
  }
}

function rootSpot(text: string): Spot {
  const value = skipBlanks(text, 0);
  return { shown: value, value };
}

function indexChildren(text: string, container: number): Map<string, Spot> {
  if (text[container] === '{') return indexMembers(text, container);
  if (text[container] === '[') return indexItems(text, container);
  return new Map();
}

// Of a key that is there twice the last one counts, as for JSON.parse.
function indexMembers(text: string, container: number): Map<string, Spot> {
  const members = new Map<string, Spot>();
  let at = skipBlanks(text, container + 1);
  while (text[at] === '"') {
    const keyEnd = skipString(text, at);
    const value = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    members.set(JSON.parse(text.slice(at, keyEnd)), { shown: at, value });
    at = nextStart(text, skipValue(text, value));
  }
  return members;
}

function indexItems(text: string, container: number): Map<string, Spot> {
  const items = new Map<string, Spot>();
  let at = skipBlanks(text, container + 1);
  while (at < text.length && text[at] !== ']') {
    items.set(String(items.size), { shown: at, value: at });
    at = nextStart(text, skipValue(text, at));
  }
  return items;
}

/** After a value: over the comma to the next member or item, or onto the closing bracket. */
function nextStart(text: string, valueEnd: number): number {
  const at = skipBlanks(text, valueEnd);
  return text[at] === ',' ? skipBlanks(text, at + 1) : at;
}
