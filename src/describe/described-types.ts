import { compareText } from '../base/compare-text.js';
import type { Problem } from '../base/problem.js';
import type { Writable } from '../base/writable.js';
import type { Property, ServiceObject, ValueType } from '../model/connector.js';
import type { CellType } from '../model/definition.js';
import { VALUE } from '../model/names.js';
import { isSerialized } from '../model/serialized-cells.js';
import type { ServiceInstanceSettings } from '../model/service-instance.js';
import type { NormalDescriptor } from '../normalize/normal-descriptor.js';
import type { NormalProperty, NormalSchema } from '../normalize/normal-schema.js';
import { type AllocatedName, allocateNames, nameGiven } from './allocate-names.js';
import { breakAliasCycles } from './break-alias-cycles.js';
import { cellTypeOf, smartObjectTypeOf } from './cell-type.js';
import { fieldsOf } from './fields.js';
import { nameChanged, typeRefersToItself } from './problems.js';
import { RESERVED_FOR_PROPERTIES } from './reserved-names.js';
import type { CataloguedType } from './type-catalogue.js';
import { typeLabelOf } from './type-label.js';
import { definitionOf, type NameOfType, valueTypeOf } from './value-type.js';

/** What the steps of `describe/` know of the Connector's types while they describe it. */
export class DescribedTypes {
  readonly #nameOf: NameOfType;
  readonly #normal: NormalDescriptor;
  readonly #settings: ServiceInstanceSettings;
  readonly #catalogue: ReadonlyMap<string, CataloguedType>;
  readonly #names: ReadonlyMap<string, AllocatedName>;
  readonly #values: ReadonlyMap<string, ValueType>;
  readonly #cells = new Map<string, CellType>();
  /** Listed Properties by the type's pointer. */
  readonly #fields = new Map<string, readonly NormalProperty[]>();
  readonly #properties = new Map<NormalSchema, readonly Property[]>();
  readonly #problems: Problem[];

  /** @param names system names by pointer */
  constructor(
    normal: NormalDescriptor,
    settings: ServiceInstanceSettings,
    catalogue: ReadonlyMap<string, CataloguedType>,
    names: ReadonlyMap<string, AllocatedName>,
    problems: Problem[],
  ) {
    this.#normal = normal;
    this.#settings = settings;
    this.#catalogue = catalogue;
    this.#names = names;
    this.#problems = problems;
    this.#nameOf = (pointer) => names.get(pointer)?.systemName;
    this.#values = this.#define();
  }

  /** Types that others stand for come first: so what they are is known when it is asked for. */
  #define(): ReadonlyMap<string, ValueType> {
    const types = new Map<string, CataloguedType>();
    const raw = new Map<string, ValueType>();
    for (const type of this.#catalogue.values()) {
      const systemName = this.#systemNameOf(type.pointer);
      types.set(systemName, type);
      raw.set(systemName, definitionOf(type.schema, this.#nameOf));
    }
    const { definitions, cyclic } = breakAliasCycles(raw);
    // The same names as before, in another order.
    for (const [systemName, value] of definitions) {
      const { pointer, schema } = types.get(systemName) as CataloguedType;
      this.#cells.set(systemName, this.cellOf(value));
      if (cyclic.has(systemName)) this.#problems.push(typeRefersToItself(pointer, { systemName }));
      const fields = cyclic.has(systemName) ? undefined : this.fieldsOf(schema);
      if (fields !== undefined) this.#fields.set(pointer, fields);
    }
    return definitions;
  }

  #systemNameOf(pointer: string): string {
    return this.#names.get(pointer)?.systemName ?? pointer;
  }

  valueOf(schema: NormalSchema): ValueType {
    return valueTypeOf(schema, this.#nameOf);
  }

  cellOf(value: ValueType): CellType {
    return cellTypeOf(value, (object) => this.#cells.get(object));
  }

  /** What a list holds, be the list one of its own name. */
  elementOf(value: ValueType): ValueType | undefined {
    // A ring of names has been broken by now: each leads to another, and at last to none.
    let list: ValueType | undefined = value;
    while (list?.kind === 'named') list = this.#values.get(list.object);
    return list?.kind === 'list' ? list.of : undefined;
  }

  get securitySchemes(): NormalDescriptor['securitySchemes'] {
    return this.#normal.securitySchemes;
  }

  /** The listed Properties of what a schema stands for, or undefined where it is no object. */
  fieldsOf(schema: NormalSchema): readonly NormalProperty[] | undefined {
    return fieldsOf(schema, (pointer) => this.#fields.get(pointer));
  }

  #describe(type: CataloguedType): ServiceObject {
    const { schema, name, pointer } = type;
    const systemName = this.#systemNameOf(pointer);
    if (this.#names.get(pointer)?.renamed === true && type.named) {
      this.#problems.push(nameChanged(pointer, { thing: 'the type', wireName: name, systemName }));
    }
    const description = schema.description ?? schema.title;
    return {
      category: 'object-type',
      pointer,
      systemName,
      displayName: schema.displayName ?? name,
      wireName: name,
      ...(description === undefined ? {} : { description }),
      // Every catalogued type was defined.
      value: this.#values.get(systemName) as ValueType,
      ...(this.fieldsOf(schema) === undefined ? { isSingleValue: true } : {}),
      properties: this.propertiesOf(schema),
      methods: [],
    };
  }

  /** The Object Types, still without Methods. */
  describeAll(): ServiceObject[] {
    return Array.from(this.#catalogue.values(), (type) => this.#describe(type));
  }

  /** Own Properties, in the alphabetical order in which K2 shows them; for what is no object, `Value`. */
  propertiesOf(schema: NormalSchema): readonly Property[] {
    const target = this.#targetOf(schema);
    if (target !== schema) return this.propertiesOf(target);
    const known = this.#properties.get(schema) ?? this.#describeProperties(schema);
    this.#properties.set(schema, known);
    return known;
  }

  /** What a schema refers to at last, where that lists Properties; else itself. */
  #targetOf(schema: NormalSchema): NormalSchema {
    if (schema.kind !== 'reference' || this.fieldsOf(schema) === undefined) return schema;
    let target: NormalSchema = schema;
    while (target.kind === 'reference') target = this.#normal.schemas.get(target.key)?.schema ?? schema;
    return target;
  }

  #describeProperties(schema: NormalSchema): readonly Property[] {
    const fields = this.fieldsOf(schema);
    if (fields === undefined) return [this.#property({ name: VALUE, required: true, schema }, VALUE)];
    const wishes = fields.map(({ name, schema: part }) => ({
      id: name,
      name: this.#displayNameOf(name, part),
    }));
    const names = allocateNames(wishes, RESERVED_FOR_PROPERTIES);
    const properties = fields.map((field) => {
      const { systemName, renamed } = nameGiven(names, field.name);
      if (renamed) {
        this.#problems.push(
          nameChanged(field.schema.pointer, { thing: 'the Property', wireName: field.name, systemName }),
        );
      }
      return this.#property(field, systemName);
    });
    return properties.sort((left, right) => compareText(left.systemName, right.systemName));
  }

  #property({ name, required, schema }: NormalProperty, systemName: string): Property {
    const value = this.valueOf(schema);
    const cell = this.cellOf(value);
    const description = schema.description ?? schema.title;
    const property: Writable<Property> = {
      systemName,
      displayName: schema.displayName ?? this.#displayNameOf(name, schema),
      wireName: name,
      type: smartObjectTypeOf(cell),
      cell,
      value,
      pointer: schema.pointer,
      required,
    };
    // Written out: spreading is slow, and there are more Properties than anything else.
    if (schema.default !== undefined) property.default = schema.default;
    if (description !== undefined) property.description = description;
    if (schema.deprecated === true) property.deprecated = true;
    if (schema.sunset !== undefined) property.sunset = schema.sunset;
    if (schema.readOnly === true) property.readOnly = true;
    if (schema.writeOnly === true) property.writeOnly = true;
    return property;
  }

  /** K2's «Names: Append Property Types»: `tasks (Task[])`. Only nested values carry their type. */
  #displayNameOf(name: string, schema: NormalSchema): string {
    if (!this.#settings.appendPropertyTypes) return name;
    const value = this.valueOf(schema);
    return isSerialized(this.cellOf(value)) ? `${name} (${typeLabelOf(value)})` : name;
  }
}
