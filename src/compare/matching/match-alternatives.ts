import { splitPointer } from '../../base/json-pointer.js';
import type { ChoiceValue, ServiceObject } from '../../model/connector.js';
import { isInline, type TypesByName, unfolded } from '../values/types-by-name.js';
import { areAkin, shapeOf } from './type-shape.js';

/**
 * An inline type that is one of several alternatives: its name holds its number among them, so another alternative
 * before it gives it another name.
 */
export function isNumbered(object: ServiceObject): boolean {
  const step = splitPointer(object.pointer ?? '').at(-2);
  return isInline(object) && (step === 'oneOf' || step === 'anyOf');
}

interface BothTypes {
  readonly before: TypesByName;
  readonly after: TypesByName;
}

/** Which alternative goes on as which: the most alike first, each once. */
export function matchAlternatives(
  before: readonly ServiceObject[],
  after: readonly ServiceObject[],
  types: BothTypes,
): (readonly [ServiceObject, ServiceObject])[] {
  const likenesses = before.flatMap((was) =>
    after.map((is) => ({ was, is, likeness: likenessOf(was, is, types) })),
  );
  const taken = new Set<ServiceObject>();
  return likenesses
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)
    .flatMap(({ was, is }) => {
      if (taken.has(was) || taken.has(is)) return [];
      taken.add(was).add(is);
      return [[was, is] as const];
    });
}

/** The same shape, the same value of what tells alternatives apart, the same name, akin; 0: none of these. */
function likenessOf(before: ServiceObject, after: ServiceObject, types: BothTypes): number {
  if (shapeOf(before) === shapeOf(after)) return 4;
  const marks = marksOf(before, types.before);
  const others = marksOf(after, types.after);
  const shared = [...marks.keys()].filter((name) => others.has(name));
  if (shared.length > 0) return shared.every((name) => marks.get(name) === others.get(name)) ? 3 : 0;
  if (!areAkin(before, after)) return 0;
  return before.systemName === after.systemName ? 2 : 1;
}

/** Properties that have just one value: they tell one alternative from the others. */
function marksOf({ properties }: ServiceObject, types: TypesByName): Map<string, ChoiceValue> {
  const marks = new Map<string, ChoiceValue>();
  for (const { wireName, value: held } of properties) {
    const value = unfolded(held, types);
    if (value.kind === 'choice' && value.values.length === 1) marks.set(wireName, value.values[0] ?? null);
  }
  return marks;
}
