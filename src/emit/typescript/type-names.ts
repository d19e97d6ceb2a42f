import type { Connector } from '../../model/connector.js';

/** TypeScript's names for what a Service Object declares beside its own name. */
export class TypeNames {
  readonly #taken: ReadonlySet<string>;
  readonly #properties = new Map<string, string>();
  readonly #smartObjects = new Map<string, string>();

  /** @param connector the whole one, so that names do not depend on what of it is generated */
  constructor(connector: Connector) {
    this.#taken = new Set(connector.serviceObjects.map((object) => object.systemName));
  }

  propertiesOf(object: string): string {
    return this.#once(object, 'Properties', this.#properties);
  }

  smartObjectOf(object: string): string {
    return this.#once(object, 'SmartObject', this.#smartObjects);
  }

  #once(object: string, ending: string, given: Map<string, string>): string {
    const name = given.get(object) ?? this.#free(`${object}${ending}`);
    given.set(object, name);
    return name;
  }

  #free(name: string): string {
    return this.#taken.has(name) ? this.#free(`${name}_`) : name;
  }
}
