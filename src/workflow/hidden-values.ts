import type { DataFields } from './data-fields.js';

/** Shorter values are sought as whole words only: they would be found in the midst of others. */
const MIN_LENGTH = 4;
const MASK = '[hidden]';

/** The values of hidden data fields, to be taken out of every text that leaves an execution. */
export class HiddenValues {
  readonly #values = new Set<string>();

  /** Takes the values of the fields named, however deep. */
  add(fields: DataFields, names: readonly string[]): void {
    const hidden = new Set(names.map((name) => name.toLowerCase()));
    for (const [name, value] of Object.entries(fields)) {
      if (hidden.has(name.toLowerCase())) for (const text of textsIn(value)) this.#take(text);
    }
  }

  mask(text: string): string {
    let masked = text;
    // The longest first: one value may be part of another.
    for (const value of [...this.#values].sort((a, b) => b.length - a.length)) {
      masked = value.length < MIN_LENGTH ? withoutWord(masked, value) : masked.replaceAll(value, MASK);
    }
    return masked;
  }

  /** Names of the fields that hold one of the values, under whatever name. */
  namesIn(fields: DataFields): string[] {
    return Object.keys(fields).filter((name) =>
      textsIn(fields[name]).some((text) => this.mask(text) !== text),
    );
  }

  #take(text: string): void {
    if (text === '') return;
    this.#values.add(text);
    // As it stands in quoted JSON and in an address, and the credential alone of a header such as «Bearer abc».
    this.#values.add(JSON.stringify(text).slice(1, -1));
    this.#values.add(encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')));
    const credential = /^(?:Bearer|Basic) +(\S{4,})$/i.exec(text)?.[1];
    if (credential !== undefined) this.#values.add(credential);
  }
}

/** Every text, number and truth value in it, as text. */
function textsIn(first: unknown): string[] {
  const texts: string[] = [];
  const open: unknown[] = [first];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
    else if (value !== undefined && value !== null) texts.push(String(value));
  }
  return texts;
}

function withoutWord(text: string, word: string): string {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), MASK);
}
