import { addToList } from '../../base/add-to-list.js';
import type { Method, ServiceObject, ValueType } from '../../model/connector.js';
import { partsOfValue } from '../../model/value-parts.js';
import { isInline, type TypesByName, unfolded } from '../values/types-by-name.js';
import { isNumbered, matchAlternatives } from './match-alternatives.js';
import type { MethodPair } from './match-methods.js';
import { areAkin, byWireName, shapeOf } from './type-shape.js';

/**
 * Which type goes on as which, by names: the one of its own name; else the one that stands where it stood and holds
 * at least half of what it held; else the only one of just its shape. Several may go on as one, as inline schemas
 * do that are moved to a named one.
 */
export function pairTypes(
  before: TypesByName,
  after: TypesByName,
  methods: readonly MethodPair[],
): ReadonlyMap<string, string> {
  const paired = new Map(samesOf(before, after, (type) => !isNumbered(type)));
  const pairing = new Pairing(before, after, paired);
  for (const { before: was, after: is } of methods) pairing.visitMethod(was.method, is.method);
  pairing.settle([...paired.keys()]);
  for (const find of [soleOfShape, numberedLeft]) {
    for (const [was, is] of find(before, after, paired)) {
      if (paired.has(was)) continue;
      paired.set(was, is);
      pairing.settle([was]);
    }
  }
  return paired;
}

/** Types of one name. */
function samesOf(
  before: TypesByName,
  after: TypesByName,
  isMeant: (type: ServiceObject) => boolean,
): [string, string][] {
  return [...before.values()].flatMap((type): [string, string][] => {
    const { systemName } = type;
    return isMeant(type) && after.has(systemName) ? [[systemName, systemName]] : [];
  });
}

/** Alternatives of one name that nothing else was found for. */
function numberedLeft(
  before: TypesByName,
  after: TypesByName,
  paired: ReadonlyMap<string, string>,
): [string, string][] {
  const taken = new Set(paired.values());
  return samesOf(before, after, ({ systemName }) => !paired.has(systemName) && !taken.has(systemName)).filter(
    ([was, is]) => {
      const one = before.get(was);
      const other = after.get(is);
      return one !== undefined && other !== undefined && areAkin(one, other);
    },
  );
}

class Pairing {
  readonly #before: TypesByName;
  readonly #after: TypesByName;
  readonly #paired: Map<string, string>;
  readonly #waiting: string[] = [];

  constructor(before: TypesByName, after: TypesByName, paired: Map<string, string>) {
    this.#before = before;
    this.#after = after;
    this.#paired = paired;
  }

  visitMethod(before: Method, after: Method): void {
    const inputs = new Map(
      after.inputs.map((input) => [spotOf(input.definition?.in, input.systemName), input]),
    );
    for (const { definition, systemName, value } of before.inputs)
      this.#visit(value, inputs.get(spotOf(definition?.in, systemName))?.value);
    const [soleBefore, ...moreBefore] = before.answers;
    const [soleAfter, ...moreAfter] = after.answers;
    if (moreBefore.length + moreAfter.length === 0) this.#visit(soleBefore?.value, soleAfter?.value);
    const answers = new Map(after.answers.map((answer) => [answer.codes, answer]));
    for (const { codes, value } of before.answers) this.#visit(value, answers.get(codes)?.value);
  }

  /** Visits the pairs of these types, and every pair that is found on the way. */
  settle(types: readonly string[]): void {
    this.#waiting.push(...types);
    for (let type = this.#waiting.pop(); type !== undefined; type = this.#waiting.pop()) {
      const was = this.#before.get(type);
      const is = this.#after.get(this.#paired.get(type) ?? '');
      if (was !== undefined && is !== undefined) this.#visitTypes(was, is);
    }
  }

  /** What stands at the same spots of two types. */
  #visitTypes(was: ServiceObject, is: ServiceObject): void {
    this.#visit(was.value, is.value);
    const properties = byWireName(is.properties);
    for (const { wireName, value } of was.properties) this.#visit(value, properties.get(wireName)?.value);
  }

  #visit(before: ValueType | undefined, after: ValueType | undefined): void {
    if (before === undefined || after === undefined) return;
    if (before.kind === 'named' && after.kind === 'named') {
      this.#consider(before.object, after.object);
      return;
    }
    // A list or a choice that is given a name still holds what it held.
    const was = unfolded(before, this.#before);
    const is = unfolded(after, this.#after);
    if (was.kind !== is.kind || was.kind === 'named') return;
    const parts = partsOfValue(is);
    if (was.kind === 'one-of') this.#visitAlternatives(was.of, parts);
    for (const [index, part] of partsOfValue(was).entries()) {
      // Alternatives are known by what they are, and not by their number.
      if (was.kind !== 'one-of' || part.kind !== 'named') this.#visit(part, parts[index]);
    }
  }

  #visitAlternatives(before: readonly ValueType[], after: readonly ValueType[]): void {
    const was = typesAmong(before, this.#before).filter(({ systemName }) => !this.#paired.has(systemName));
    const taken = new Set(
      before.flatMap((value) => (value.kind === 'named' ? this.#paired.get(value.object) : [])),
    );
    const is = typesAmong(after, this.#after).filter(({ systemName }) => !taken.has(systemName));
    for (const [one, other] of matchAlternatives(was, is, { before: this.#before, after: this.#after })) {
      this.#paired.set(one.systemName, other.systemName);
      this.#waiting.push(one.systemName);
    }
  }

  #consider(before: string, after: string): void {
    if (this.#paired.has(before)) return;
    const was = this.#before.get(before);
    const is = this.#after.get(after);
    if (was === undefined || is === undefined || !areAkin(was, is)) return;
    this.#paired.set(before, after);
    this.#waiting.push(before);
  }
}

function typesAmong(values: readonly ValueType[], types: TypesByName): ServiceObject[] {
  return values.flatMap((value) => (value.kind === 'named' ? (types.get(value.object) ?? []) : []));
}

/** A Method has one body, whatever it is called. */
function spotOf(place: string | undefined, systemName: string): string {
  return place === 'body' ? 'body' : `${place} ${systemName}`;
}

/** Types that nothing leads to on both sides, each with the only newcomer of just its shape. */
function soleOfShape(
  before: TypesByName,
  after: TypesByName,
  paired: ReadonlyMap<string, string>,
): (readonly [string, string])[] {
  const taken = new Set(paired.values());
  const gone = shapesOf([...before.values()].filter(({ systemName }) => !paired.has(systemName)));
  const come = shapesOf([...after.values()].filter(({ systemName }) => !taken.has(systemName)));
  return [...gone].flatMap(([shape, [was, ...moreGone]]) => {
    const [is, ...moreCome] = come.get(shape) ?? [];
    return was === undefined || is === undefined || moreGone.length + moreCome.length > 0
      ? []
      : [[was, is] as const];
  });
}

function shapesOf(types: readonly ServiceObject[]): Map<string, string[]> {
  const shapes = new Map<string, string[]>();
  for (const type of types) {
    if (isInline(type) || type.category === 'system-type' || !isOfOwnShape(type)) continue;
    addToList(shapes, shapeOf(type), type.systemName);
  }
  return shapes;
}

/** `{ id }` is the shape of many types that have nothing to do with each other. */
function isOfOwnShape({ isSingleValue, properties, value }: ServiceObject): boolean {
  if (isSingleValue === true) return value?.kind === 'choice' && value.values.length > 1;
  return properties.length > 1;
}
