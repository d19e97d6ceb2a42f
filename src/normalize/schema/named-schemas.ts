import { joinPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import { dynamicReference } from '../problems.js';
import { own, type Spot } from '../tree/json-node.js';
import { entriesOf } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { chaseReference } from '../tree/resolve-reference.js';
import { nameOfPointer } from './name-of-pointer.js';

/** A schema that has a name, not read yet. */
export interface NamedSpot {
  readonly pointer: string;
  readonly name: string;
  readonly value: JsonTree;
}

/**
 * Every named schema, in the order met. Referring to one only queues it: reading a target on the spot
 * would follow a ring of references as deep as it is long.
 */
export class NamedSchemas {
  readonly #reading: Reading;
  readonly #byKey = new Map<string, NamedSpot>();
  readonly #keys = new Map<string, string | undefined>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Names every schema of a map such as `definitions`. */
  addAll(map: Spot): void {
    for (const { name, value, pointer } of entriesOf(map)) this.#byKey.set(pointer, { pointer, name, value });
  }

  /** Key of what the reference means; nothing, and a Problem, where it leads nowhere. */
  refer(reference: string, pointer: string): string | undefined {
    if (this.#keys.has(reference)) {
      const key = this.#keys.get(reference);
      // Reported again, as this is another spot.
      if (key === undefined) chaseReference(this.#reading, reference, pointer);
      return key;
    }
    const target = chaseReference(this.#reading, reference, pointer);
    this.#keys.set(reference, target?.pointer);
    if (target !== undefined) this.#add(target.pointer, target.value);
    return target?.pointer;
  }

  get(key: string): NamedSpot | undefined {
    return this.#byKey.get(key);
  }

  /** All of them, those included that are added while this is walked. */
  values(): IterableIterator<NamedSpot> {
    return this.#byKey.values();
  }

  #add(pointer: string, value: JsonTree): void {
    if (!this.#byKey.has(pointer)) this.#byKey.set(pointer, { pointer, name: nameOfPointer(pointer), value });
  }
}

/** The reference a schema holds: `$ref`, or `$dynamicRef` read as one. */
export function referenceIn(reading: Reading, spot: Spot): string | undefined {
  const reference = own(spot.node, '$ref');
  if (typeof reference === 'string') return reference;
  if (!reading.isJsonSchema || !Object.hasOwn(spot.node, '$dynamicRef')) return undefined;
  const dynamic = own(spot.node, '$dynamicRef');
  if (typeof dynamic !== 'string') return undefined;
  reading.report(dynamicReference(joinPointer(spot.pointer, '$dynamicRef')));
  return dynamic;
}
