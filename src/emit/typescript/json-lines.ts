/** What is described, or a part of it: what others of its members may follow from. */
interface Described {
  readonly systemName?: string;
  readonly type?: string;
}

/** Values as JSON on one line, with a space between their tokens. Of many values only a few are different. */
export class JsonLines {
  readonly #lines = new Map<string, string>();

  of(value: unknown): string {
    const json = JSON.stringify(value);
    if (typeof value !== 'object') return json;
    const known = this.#lines.get(json);
    if (known !== undefined) return known;
    const line = spaced(value);
    this.#lines.set(json, line);
    return line;
  }

  /** A Property, input or output; where in the descriptor it stands is left out. */
  ofCell(cell: object): string {
    return `{ ${this.membersOf(cell, 'pointer').join(', ')} }`;
  }

  /** Each member as a line, in the order given, but for what follows from the others. */
  membersOf<T extends object>(thing: T, leftOut?: 'pointer'): string[] {
    const members: string[] = [];
    // Not by entries: making those takes longer than printing.
    for (const name in thing) {
      const value = thing[name];
      if (name === leftOut || follows(name, value, thing)) continue;
      members.push(`"${name}": ${typeof value === 'object' ? this.of(value) : JSON.stringify(value)}`);
    }
    return members;
  }
}

// Line breaks in what `JSON.stringify` lays out are its own: those in text are escaped.
function spaced(value: unknown): string {
  return JSON.stringify(value, undefined, 1).replace(/\n */g, ' ');
}

function follows(name: string, value: unknown, { systemName, type }: Described): boolean {
  switch (name) {
    case 'displayName':
    case 'wireName':
      return value === systemName;
    case 'cell':
      return value === type;
    case 'required':
      return value === false;
    default:
      return value === undefined;
  }
}
