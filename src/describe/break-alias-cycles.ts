import { compareText } from '../base/compare-text.js';
import type { ValueType } from '../model/connector.js';

/** Definitions that stand on their own. */
export interface OrderedDefinitions {
  /** By system name, in an order in which a type comes after those it stands for or is a choice of. */
  readonly definitions: ReadonlyMap<string, ValueType>;
  /** Types that were defined by nothing but themselves and what else they are a choice of. */
  readonly cyclic: ReadonlySet<string>;
}

/**
 * A type that stands for itself, be it through other names and choices, has no definition that TypeScript takes:
 * `A: oneOf [B, string]`, `B: oneOf [A, number]`. All types of such a ring hold the same values: whatever any of
 * them lists beside the ring. So the first is defined as that, and the others as the first. Where nothing is left
 * beside the ring, it is any value.
 */
export function breakAliasCycles(definitions: ReadonlyMap<string, ValueType>): OrderedDefinitions {
  const ordered = new Map<string, ValueType>();
  const cyclic = new Set<string>();
  for (const ring of ringsOf(definitions)) {
    const [first] = ring as [string];
    const isCyclic = ring.length > 1 || aliasesIn(definitions.get(first)).includes(first);
    for (const object of ring) {
      if (isCyclic) cyclic.add(object);
      const broken: ValueType =
        object === first ? besideRing(ring, definitions) : { kind: 'named', object: first };
      ordered.set(object, isCyclic ? broken : (definitions.get(object) as ValueType));
    }
  }
  return { definitions: ordered, cyclic };
}

/** What a ring's types list, without the ring itself. */
function besideRing(ring: readonly string[], definitions: ReadonlyMap<string, ValueType>): ValueType {
  const members = new Set(ring);
  const parts = ring.flatMap((object) => choicesIn(definitions.get(object)));
  const beside = parts.filter(
    (part) => part.kind !== 'one-of' && !(part.kind === 'named' && members.has(part.object)),
  );
  const nullable = parts.some((part) => part.nullable === true) ? { nullable: true as const } : {};
  if (beside.length === 0) return { kind: 'any', ...nullable };
  return { kind: 'one-of', of: beside, ...nullable };
}

/** A value's choices at any depth, itself and the choices between choices included. */
function choicesIn(value: ValueType | undefined): ValueType[] {
  const found = value === undefined ? [] : [value];
  for (let index = 0; index < found.length; index++) {
    const part = found[index];
    if (part?.kind === 'one-of') found.push(...part.of);
  }
  return found;
}

/** The names that a type stands for, or is a choice of. In a list, a map or a record a name does no harm. */
function aliasesIn(value: ValueType | undefined): string[] {
  return choicesIn(value).flatMap((part) => (part.kind === 'named' ? [part.object] : []));
}

interface Visit {
  readonly object: string;
  readonly next: Iterator<string>;
}

/**
 * The strongly connected types, each ring sorted; a ring comes after those it leads to. Tarjan's algorithm,
 * iterative, from the names in order: the same for the same types.
 */
function ringsOf(definitions: ReadonlyMap<string, ValueType>): string[][] {
  const rings: string[][] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();

  const enter = (object: string): Visit => {
    index.set(object, index.size);
    lowest.set(object, index.size - 1);
    open.push(object);
    isOpen.add(object);
    const aliases = aliasesIn(definitions.get(object)).filter((name) => definitions.has(name));
    return { object, next: aliases[Symbol.iterator]() };
  };
  const lower = (object: string, bound: number | undefined): void => {
    lowest.set(object, Math.min(lowest.get(object) ?? 0, bound ?? 0));
  };
  const leave = (object: string): void => {
    if (lowest.get(object) !== index.get(object)) return;
    const ring = open.splice(open.lastIndexOf(object));
    for (const member of ring) isOpen.delete(member);
    rings.push(ring.sort(compareText));
  };

  for (const start of [...definitions.keys()].sort(compareText)) {
    const path = index.has(start) ? [] : [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { value: object, done } = visit.next.next();
      if (done === true) {
        path.pop();
        leave(visit.object);
        const above = path.at(-1);
        if (above !== undefined) lower(above.object, lowest.get(visit.object));
      } else if (!index.has(object)) path.push(enter(object));
      else if (isOpen.has(object)) lower(visit.object, index.get(object));
    }
  }
  return rings;
}
