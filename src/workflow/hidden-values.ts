import type { DataFields } from './data-fields.js';

/** Shorter values are not sought in texts: they would be found everywhere. */
const MIN_LENGTH = 4;
const MASK = '[hidden]';

/** The values of hidden data fields, to be taken out of every text that leaves an execution. */
export class HiddenValues {
  readonly #values = new Set<string>();

  /** Takes the values of the fields named, however deep. */
  add(fields: DataFields, names: readonly string[]): void {
    const hidden = new Set(names.map((name) => name.toLowerCase()));
    for (const [name, value] of Object.entries(fields)) {
      if (hidden.has(name.toLowerCase())) this.#take(value);
    }
  }

  mask(text: string): string {
    let masked = text;
    // The longest first: one value may be part of another.
    for (const value of [...this.#values].sort((a, b) => b.length - a.length)) {
      masked = masked.replaceAll(value, MASK);
    }
    return masked;
  }

  #take(first: unknown): void {
    const open: unknown[] = [first];
    while (open.length > 0) {
      const value = open.pop();
      if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
      else if (value !== undefined && value !== null) this.#takeText(String(value));
    }
  }

  #takeText(text: string): void {
    if (text.length < MIN_LENGTH) return;
    this.#values.add(text);
    // As it stands in quoted JSON, and the credential alone of a header such as «Bearer abc».
    this.#values.add(JSON.stringify(text).slice(1, -1));
    const credential = /^(?:Bearer|Basic) +(\S{4,})$/i.exec(text)?.[1];
    if (credential !== undefined) this.#values.add(credential);
  }
}
