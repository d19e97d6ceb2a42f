/** A spot in a text, as people count. */
export interface LinePosition {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Turns offsets into a text into lines and columns. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): LinePosition {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#startOf(middle) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.#startOf(low) + 1 };
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? 0;
  }
}
