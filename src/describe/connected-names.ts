import { compareText } from '../base/compare-text.js';

interface Visit {
  readonly name: string;
  /** What is left of the names that it leads to. */
  readonly onward: Iterator<string>;
}

/**
 * Names that lead to each other, each set sorted; a set comes after those it leads to. The same for the same names,
 * in whatever order they are handed in.
 *
 * @param leadsTo where a name leads; what is none of the names is passed over
 */
export function connectedNames(
  names: Iterable<string>,
  leadsTo: (name: string) => readonly string[],
): string[][] {
  return new Search(new Set(names), leadsTo).run();
}

/** Tarjan's strongly connected components, iterative: descriptors nest deeper than a stack does. */
class Search {
  readonly #names: ReadonlySet<string>;
  readonly #leadsTo: (name: string) => readonly string[];
  readonly #found: string[][] = [];
  /** When each name was entered. */
  readonly #entered = new Map<string, number>();
  /** The earliest entered name that each is known to lead back to. */
  readonly #earliest = new Map<string, number>();
  /** Entered, and in no set yet: in the order of entering, and to be asked for. */
  readonly #stack: string[] = [];
  readonly #open = new Set<string>();

  constructor(names: ReadonlySet<string>, leadsTo: (name: string) => readonly string[]) {
    this.#names = names;
    this.#leadsTo = leadsTo;
  }

  run(): string[][] {
    for (const name of [...this.#names].sort(compareText)) {
      if (!this.#entered.has(name)) this.#visitFrom(name);
    }
    return this.#found;
  }

  #visitFrom(start: string): void {
    const path = [this.#enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { value: name, done } = visit.onward.next();
      if (done === true) {
        path.pop();
        this.#leave(visit.name, path.at(-1)?.name);
      } else if (!this.#entered.has(name)) path.push(this.#enter(name));
      else if (this.#open.has(name)) this.#leadBack(visit.name, this.#entered.get(name));
    }
  }

  #enter(name: string): Visit {
    const turn = this.#entered.size;
    this.#entered.set(name, turn);
    this.#earliest.set(name, turn);
    this.#stack.push(name);
    this.#open.add(name);
    return {
      name,
      onward: this.#leadsTo(name)
        .filter((next) => this.#names.has(next))
        .values(),
    };
  }

  #leave(name: string, from: string | undefined): void {
    const earliest = this.#earliest.get(name);
    if (earliest === this.#entered.get(name)) this.#close(name);
    if (from !== undefined) this.#leadBack(from, earliest);
  }

  /** All that was entered since a name belongs together with it. */
  #close(first: string): void {
    const together = this.#stack.splice(this.#stack.lastIndexOf(first));
    for (const name of together) this.#open.delete(name);
    this.#found.push(together.sort(compareText));
  }

  #leadBack(name: string, turn: number | undefined): void {
    const earliest = this.#earliest.get(name);
    if (turn !== undefined && earliest !== undefined) this.#earliest.set(name, Math.min(earliest, turn));
  }
}
