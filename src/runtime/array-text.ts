import { writeExact } from './exact-number.js';
import { refuseTooLong, stringifyJson } from './json-text.js';
import { readSerializedArray } from './read-serialized.js';

/**
 * The text of an array that an item was added to lately, with what the next item is added to. A string of many
 * pieces is cheap to add to and dear to look at: V8 joins the pieces at the first look. So `text` is compared, which
 * is not looking while both are the same string, and `open` is only added to.
 */
interface GrownText {
  readonly text: string;
  /** `text` without its closing bracket. */
  readonly open: string;
  /** Whether reading and writing gives the same text; undefined until it is asked. */
  isStable: boolean | undefined;
}

/** Enough for several lists that grow in turns; the pieces of one list are shared by its entries. */
const MAX_KEPT = 32;
const MAX_KEPT_CHARACTERS = 16 * 1024 * 1024;

const kept: GrownText[] = [];
let keptCharacters = 0;

/**
 * The Serialized text of an array, with an item at its end. Always what reading the text, adding to it and writing it
 * again would give; for a text that came from here lately it costs no more than the item.
 *
 * @throws SerializationError for a text that is not that of an array, for an item that no text can be made of
 */
export function withItemAdded(text: string, item: unknown, who: string, label: string): string {
  const base = keptText(text);
  if (base === undefined || !isStable(base)) {
    const whole = stringifyJson([...readSerializedArray(text, label), item], who);
    keep({ text: whole, open: whole.slice(0, -1), isStable: undefined });
    return whole;
  }
  const itemText = stringifyJson(item, who);
  refuseTooLong(base.text.length + itemText.length, who);
  const open = `${base.open},${itemText}`;
  const grown: GrownText = { text: `${open}]`, open, isStable: isStableArray(`[${itemText}]`) };
  keep(grown);
  return grown.text;
}

function keptText(text: string): GrownText | undefined {
  // The newest first: it is nearly always that one.
  for (let index = kept.length - 1; index >= 0; index--) if (kept[index]?.text === text) return kept[index];
  return undefined;
}

function keep(grown: GrownText): void {
  kept.push(grown);
  keptCharacters += grown.text.length;
  while (kept.length > MAX_KEPT || keptCharacters > MAX_KEPT_CHARACTERS)
    keptCharacters -= kept.shift()?.text.length ?? 0;
}

function isStable(grown: GrownText): boolean {
  grown.isStable ??= isStableArray(grown.text);
  return grown.isStable;
}

// Not stable are decimals with zeros at their end, K2's type names, and what is nested too deep to be written by hand.
function isStableArray(text: string): boolean {
  try {
    return writeExact(readSerializedArray(text, '')) === text;
  } catch {
    return false;
  }
}
