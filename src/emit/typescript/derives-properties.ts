import type { Connector, Property, ServiceObject, ValueType } from '../../model/connector.js';
import { isSerialized } from '../../model/serialized-cells.js';

/** What `broker.PropertiesOf` makes of a value: itself, its Serialized text, or something that we would not print. */
type Derived = 'itself' | 'serialized' | 'something else';

/** Tells whether a type's Properties are just what `broker.PropertiesOf` derives from it. */
export class DerivesProperties {
  readonly #values: ReadonlyMap<string, ValueType | undefined>;

  /** @param connector the whole one: what one type prints does not depend on what else is emitted */
  constructor({ serviceObjects }: Connector) {
    this.#values = new Map(serviceObjects.map(({ systemName, value }) => [systemName, value]));
  }

  /** Of a record whose names are all those on the wire, and all of whose values are held as their types tell. */
  of({ value, properties }: ServiceObject): boolean {
    const isClosedRecord = value?.kind === 'record' && value.rest === undefined;
    return isClosedRecord && properties.every((property) => this.#isDerived(property));
  }

  #isDerived({ wireName, systemName, cell, value }: Property): boolean {
    return wireName === systemName && this.#derived(value) === (isSerialized(cell) ? 'serialized' : 'itself');
  }

  #derived(value: ValueType): Derived {
    switch (value.kind) {
      case 'text':
      case 'number':
      case 'yes-no':
      case 'choice':
      case 'file':
      case 'null':
        return 'itself';
      case 'any':
      case 'list':
      case 'tuple':
      case 'map':
      case 'record':
        return 'serialized';
      case 'named':
        return this.#derivedOfName(value.object);
      case 'one-of':
        return this.#derivedOfChoice(value.of);
      // Of `never` nothing can be told.
      case 'nothing':
        return 'something else';
    }
  }

  #derivedOfName(object: string): Derived {
    const value = this.#values.get(object);
    if (value === undefined) return 'something else';
    const derived = this.#derived(value);
    // A record is declared without its null; any other name stands for what its value is, null included.
    const isNull = value.nullable === true && value.kind !== 'record';
    return derived === 'serialized' && isNull ? 'something else' : derived;
  }

  /** Null in a choice is part of the Serialized text, and is taken out of it when it is derived. */
  #derivedOfChoice(parts: readonly ValueType[]): Derived {
    const derived = parts.map((part) => this.#derived(part));
    if (derived.every((each) => each === 'itself')) return 'itself';
    const hasNull = parts.some((part) => this.#mayBeNull(part));
    return hasNull || derived.includes('something else') ? 'something else' : 'serialized';
  }

  /** A name may stand for null, or for a choice with null in it. */
  #mayBeNull(value: ValueType): boolean {
    if (value.nullable === true || value.kind === 'null') return true;
    if (value.kind === 'choice') return value.values.includes(null);
    return (value.kind === 'named' || value.kind === 'one-of') && this.#derived(value) !== 'serialized';
  }
}
