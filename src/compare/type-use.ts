import { addToList } from '../base/add-to-list.js';
import { compareText } from '../base/compare-text.js';
import type { Property, ServiceObject, ValueType } from '../model/connector.js';
import { partsOfValue } from '../model/value-parts.js';
import type { MethodName } from './change.js';
import type { PlacedMethod } from './matching/match-methods.js';
import type { TypesByName } from './values/types-by-name.js';

/** Which way values of a type go, and by which Methods. */
export interface TypeUse {
  readonly sent: boolean;
  readonly answered: boolean;
  /** In order of their names. */
  readonly methods: readonly MethodName[];
}

/** One way that values go. */
interface Way {
  /** Methods that name the type themselves. */
  readonly methods: ReadonlyMap<string, readonly MethodName[]>;
  /** Types that hold it. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
}

/**
 * How types are used: a type reaches the Methods whose inputs or answers hold it, at any depth. What a service
 * never takes or never answers (`readOnly`, `writeOnly`) does not carry its type there.
 */
export class TypeUses {
  readonly #sent: Way;
  readonly #answered: Way;
  readonly #known = new Map<string, TypeUse>();

  constructor(types: TypesByName, methods: readonly PlacedMethod[]) {
    this.#sent = {
      methods: namedBy(methods, ({ method }) => method.inputs.map(({ value }) => value)),
      holders: holdersOf(types, ({ readOnly }) => readOnly !== true),
    };
    this.#answered = {
      methods: namedBy(methods, ({ method }) =>
        method.answers.flatMap(({ value }) => (value === undefined ? [] : [value])),
      ),
      holders: holdersOf(types, ({ writeOnly }) => writeOnly !== true),
    };
  }

  /** A type that no Method reaches is taken for answered: its text comes from elsewhere, and is only opened. */
  useOf(type: string): TypeUse {
    const known = this.#known.get(type) ?? this.#find(type);
    this.#known.set(type, known);
    return known;
  }

  #find(type: string): TypeUse {
    const sent = reached(type, this.#sent);
    const answered = reached(type, this.#answered);
    const methods = new Map(
      [...sent, ...answered].map((name) => [JSON.stringify([name.object, name.method]), name]),
    );
    return {
      sent: sent.length > 0,
      answered: answered.length > 0 || sent.length === 0,
      methods: [...methods.values()].sort(
        (one, other) => compareText(one.object, other.object) || compareText(one.method, other.method),
      ),
    };
  }
}

function reached(type: string, { methods, holders }: Way): MethodName[] {
  const found: MethodName[] = [];
  const types = new Set([type]);
  // A set hands out what is added to it while it is walked through.
  for (const each of types) {
    for (const name of methods.get(each) ?? []) found.push(name);
    for (const holder of holders.get(each) ?? []) types.add(holder);
  }
  return found;
}

function namedBy(
  methods: readonly PlacedMethod[],
  valuesOf: (placed: PlacedMethod) => readonly ValueType[],
): Map<string, MethodName[]> {
  const named = new Map<string, MethodName[]>();
  for (const placed of methods) {
    const name = { object: placed.object, method: placed.method.systemName };
    for (const type of namesIn(valuesOf(placed))) addToList(named, type, name);
  }
  return named;
}

function holdersOf(types: TypesByName, isHeld: (property: Property) => boolean): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const type of types.values()) {
    for (const held of namesIn(valuesIn(type, isHeld))) addToList(holders, held, type.systemName);
  }
  return holders;
}

function valuesIn(
  { value, properties }: ServiceObject,
  isHeld: (property: Property) => boolean,
): ValueType[] {
  const held = properties.filter(isHeld).map((property) => property.value);
  return value === undefined ? held : [value, ...held];
}

function namesIn(values: readonly ValueType[]): Set<string> {
  const names = new Set<string>();
  const waiting = [...values];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value.kind === 'named') names.add(value.object);
    waiting.push(...partsOfValue(value));
  }
  return names;
}
