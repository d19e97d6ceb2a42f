import type { Connector } from '../../model/connector.js';

/** TypeScript's names for what a Service Object declares beside its own name. */
export class TypeNames {
  readonly #taken: ReadonlySet<string>;

  /** @param connector the whole one, so that names do not depend on what of it is generated */
  constructor(connector: Connector) {
    this.#taken = new Set(connector.serviceObjects.map((object) => object.systemName));
  }

  propertiesOf(object: string): string {
    return this.#free(`${object}Properties`);
  }

  smartObjectOf(object: string): string {
    return this.#free(`${object}SmartObject`);
  }

  #free(name: string): string {
    return this.#taken.has(name) ? this.#free(`${name}_`) : name;
  }
}
