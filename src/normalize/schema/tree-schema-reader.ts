import { joinPointer, splitPointer } from '../../base/json-pointer.js';
import type { JsonTree } from '../../load/descriptor.js';
import type { NormalNamedSchema, NormalSchema, SchemaForm } from '../normal-schema.js';
import { allOfRecursive, allOfTooDeep, allOfTooLarge, schemaTooDeep } from '../problems.js';
import { isNode, type JsonNode, own, type Spot } from '../tree/json-node.js';
import { listAt, reportWrongType } from '../tree/members.js';
import type { Reading } from '../tree/reading.js';
import { joinRemarks } from './build-schema.js';
import { mergeForms } from './merge-forms.js';
import { type Member, mergeParts, schemaOf, withRequired } from './merge-parts.js';
import { type NamedSchemas, referenceIn } from './named-schemas.js';
import { readForm } from './read-form.js';
import { readRequired } from './read-object.js';
import { readRemarks } from './read-remarks.js';
import { readSoleReference } from './read-sole-reference.js';
import { hasUnion, readUnion } from './read-union.js';
import { ANY, NOTHING, type Part, type SchemaReader } from './schema-reader.js';

/** Schemas nested deeper are cut. `load/` lets trees of 500 through; a few more come from uniting. */
const MAX_SCHEMA_DEPTH = 600;
/** Named schemas are united with others only above this depth, so that the two limits add up. */
const MAX_INLINE_DEPTH = 100;
/** Properties that uniting may handle in one document: some seconds of work at the very most. */
const MAX_UNITED_PROPERTIES = 2_000_000;

type Chain = Set<string>;

const NO_MEMBERS: readonly Member[] = [];

/** Reads schemas of one document. A named schema is read once; whoever is made of it shares the outcome. */
export class TreeSchemaReader implements SchemaReader {
  readonly reading: Reading;
  readonly #named: NamedSchemas;
  /** By key: what a named schema says without its alternatives. */
  readonly #bases = new Map<string, Part>();
  readonly #wholes = new Map<string, Part>();
  readonly #open = new Set<string>();
  #depth = 0;
  #united = 0;

  constructor(reading: Reading, named: NamedSchemas) {
    this.reading = reading;
    this.#named = named;
  }

  read(value: JsonTree, pointer: string): NormalSchema {
    if (!isNode(value)) return { pointer, ...this.#formOfBare(value, pointer) };
    const spot = { node: value, pointer };
    if (isMadeOfOthers(value)) {
      const reference = readSoleReference(this, spot);
      if (reference !== undefined) return reference;
    }
    if (this.#depth >= MAX_SCHEMA_DEPTH) {
      this.reading.report(schemaTooDeep(pointer, { maxDepth: MAX_SCHEMA_DEPTH }));
      return { pointer, ...ANY };
    }
    this.#depth++;
    const part = this.#partOf(spot, undefined);
    this.#depth--;
    return schemaOf(this, part);
  }

  readPlain(spot: Spot): NormalSchema {
    const { form, nullable } = readForm(this, spot, []);
    const { default: fallback, limits } = readRemarks(this.reading, spot);
    return {
      pointer: spot.pointer,
      ...form,
      ...(nullable && { nullable }),
      ...(fallback !== undefined && { default: fallback }),
      ...(limits !== undefined && { limits }),
    };
  }

  /** All named schemas, those included that are first met while these are read. */
  readNamed(): Map<string, NormalNamedSchema> {
    const schemas = new Map<string, NormalNamedSchema>();
    for (const { pointer, name, value } of this.#named.values()) {
      schemas.set(pointer, { pointer, name, schema: this.#readNamed(pointer, value) });
    }
    return schemas;
  }

  refer(reference: string, pointer: string): string | undefined {
    return this.#named.refer(reference, pointer);
  }

  inline(key: string): Part | undefined {
    const known = this.#wholes.get(key) ?? (this.#open.has(key) ? this.#bases.get(key) : undefined);
    if (known !== undefined) return known;
    if (this.#open.has(key) || this.#depth >= MAX_INLINE_DEPTH) return undefined;
    return this.#wholeOf(key);
  }

  spend(properties: number, pointer: string): boolean {
    this.#united += properties;
    if (this.#united <= MAX_UNITED_PROPERTIES) return true;
    this.reading.reportOnce(allOfTooLarge.code, allOfTooLarge(pointer));
    return false;
  }

  #readNamed(key: string, value: JsonTree): NormalSchema {
    if (!isNode(value)) return this.read(value, key);
    const reference = readSoleReference(this, { node: value, pointer: key });
    return reference ?? schemaOf(this, this.#wholeOf(key));
  }

  /** A named schema with its alternatives. */
  #wholeOf(key: string): Part {
    const known = this.#wholes.get(key);
    if (known !== undefined) return known;
    this.#open.add(key);
    this.#depth++;
    const spot = this.#spotOf(key);
    const base = this.#baseOf(key, new Set());
    const whole = spot === undefined ? base : this.#withUnion(spot, base);
    this.#depth--;
    this.#open.delete(key);
    this.#wholes.set(key, whole);
    return whole;
  }

  /** A named schema without its alternatives: what others inherit through `allOf`. */
  #baseOf(key: string, chain: Chain): Part {
    const known = this.#bases.get(key);
    if (known !== undefined) return known;
    const wasOpen = this.#open.has(key);
    this.#open.add(key);
    chain.add(key);
    this.#depth++;
    const spot = this.#spotOf(key);
    const base = spot === undefined ? this.#bare(key) : this.#unite(spot, chain);
    this.#depth--;
    chain.delete(key);
    if (!wasOpen) this.#open.delete(key);
    this.#bases.set(key, base);
    return base;
  }

  #partOf(spot: Spot, chain: Chain | undefined): Part {
    const base = this.#unite(spot, chain);
    return hasUnion(spot) ? this.#withUnion(spot, base) : base;
  }

  #withUnion(spot: Spot, base: Part): Part {
    const union = readUnion(this, spot);
    if (union === undefined) return base;
    const form = mergeForms({ reader: this, pointer: spot.pointer }, base.form, union.form);
    const remarks = union.remarks === undefined ? base.remarks : joinRemarks(base.remarks, union.remarks);
    return withRequired({ ...base, remarks, form, nullable: base.nullable || union.nullable });
  }

  /** What a schema says itself, together with all that its `allOf` asks for. */
  #unite(spot: Spot, chain: Chain | undefined): Part {
    const required = readRequired(this, spot);
    const { form, nullable } = readForm(this, spot, required);
    const part = withRequired({ remarks: readRemarks(this.reading, spot), form, nullable, required });
    const members = this.#membersOf(spot, chain);
    return members.length === 0 ? part : mergeParts(this, spot.pointer, members, part);
  }

  #membersOf(spot: Spot, passed: Chain | undefined): readonly Member[] {
    if (!isMadeOfOthers(spot.node)) return NO_MEMBERS;
    const chain = passed ?? new Set();
    const reference = referenceIn(this.reading, spot);
    const members = reference === undefined ? [] : this.#inherit(reference, spot.pointer, chain);
    if (!Object.hasOwn(spot.node, 'allOf')) return members;
    listAt(this.reading, spot, 'allOf')?.forEach((value, index) => {
      members.push(...this.#memberOf(value, joinPointer(spot.pointer, 'allOf', index), chain));
    });
    return members;
  }

  #memberOf(value: JsonTree, pointer: string, chain: Chain): readonly Member[] {
    if (!isNode(value))
      return [{ part: partOfForm(pointer, this.#formOfBare(value, pointer)), isNamed: false }];
    const reference = own(value, '$ref');
    if (typeof reference === 'string' && !this.reading.isJsonSchema)
      return this.#inherit(reference, pointer, chain);
    if (this.#depth >= MAX_SCHEMA_DEPTH) {
      this.reading.report(schemaTooDeep(pointer, { maxDepth: MAX_SCHEMA_DEPTH }));
      return [];
    }
    this.#depth++;
    const part = this.#partOf({ node: value, pointer }, chain);
    this.#depth--;
    return [{ part, isNamed: false }];
  }

  #inherit(reference: string, pointer: string, chain: Chain): Member[] {
    const key = this.refer(reference, pointer);
    if (key === undefined) return [];
    const part = this.#bases.has(key) ? this.#inheritable(key, chain) : this.#enter(key, pointer, chain);
    return part === undefined ? [] : [{ part, isNamed: true }];
  }

  #enter(key: string, pointer: string, chain: Chain): Part | undefined {
    const name = this.#named.get(key)?.name ?? key;
    if (chain.has(key) || this.#open.has(key)) {
      this.reading.report(allOfRecursive(pointer, { name }));
      return chain.has(key) ? undefined : partOfForm(pointer, { kind: 'reference', key });
    }
    if (this.#depth >= MAX_INLINE_DEPTH) {
      this.reading.report(allOfTooDeep(pointer, { name }));
      return undefined;
    }
    return this.#inheritable(key, chain);
  }

  // Who inherits from the base of a hierarchy means its properties, not «or any of my siblings».
  #inheritable(key: string, chain: Chain): Part {
    const base = this.#baseOf(key, chain);
    const spot = this.#spotOf(key);
    const hasProperties = base.form.kind === 'object' && base.form.properties.length > 0;
    if (spot === undefined || hasProperties || !hasUnion(spot)) return base;
    return this.#wholes.get(key) ?? (this.#open.has(key) ? base : this.#wholeOf(key));
  }

  #spotOf(key: string): Spot | undefined {
    const value = this.#named.get(key)?.value;
    return isNode(value) ? { node: value, pointer: key } : undefined;
  }

  #bare(key: string): Part {
    const value = this.#named.get(key)?.value ?? null;
    return partOfForm(key, this.#formOfBare(value, key));
  }

  #formOfBare(value: JsonTree, pointer: string): SchemaForm {
    if (value === false) return NOTHING;
    if (value !== true)
      reportWrongType(this.reading, pointer, splitPointer(pointer).at(-1) ?? '', value, 'a schema');
    return ANY;
  }
}

function partOfForm(pointer: string, form: SchemaForm): Part {
  return { remarks: { pointer }, form, nullable: false, required: [] };
}

function isMadeOfOthers(node: JsonNode): boolean {
  return Object.hasOwn(node, '$ref') || Object.hasOwn(node, 'allOf') || Object.hasOwn(node, '$dynamicRef');
}
