import type { ValueType } from '../model/connector.js';
import { connectedNames } from './connected-names.js';

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
  for (const ring of connectedNames(definitions.keys(), (object) => aliasesIn(definitions.get(object)))) {
    const [first = '', ...others] = ring;
    const definition = definitions.get(first);
    const isCyclic = others.length > 0 || aliasesIn(definition).includes(first);
    if (definition === undefined || isCyclic) {
      for (const object of ring) cyclic.add(object);
      ordered.set(first, besideRing(ring, definitions));
      for (const object of others) ordered.set(object, { kind: 'named', object: first });
    } else ordered.set(first, definition);
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
