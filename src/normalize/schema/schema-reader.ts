import type { JsonTree } from '../../load/descriptor.js';
import type { NormalSchema, SchemaForm, SchemaRemarks } from '../normal-schema.js';
import type { Spot } from '../tree/json-node.js';
import type { Reading } from '../tree/reading.js';

/** What a schema says, before it is united with others that must hold as well. */
export interface Part {
  readonly remarks: SchemaRemarks;
  readonly form: SchemaForm;
  readonly nullable: boolean;
  /** Required names that no property of `form` has: a part beside this one may describe them. */
  readonly required: readonly string[];
}

/** Reads schemas. The steps know it by this face only, so that none of them has to import the others. */
export interface SchemaReader {
  readonly reading: Reading;
  /** A whole schema: `allOf` merged, named schemas left as references. */
  read(value: JsonTree, pointer: string): NormalSchema;
  /** A parameter, header or item of Swagger 2.0, which is its own schema: its form, default and limits, no remarks. */
  readPlain(spot: Spot): NormalSchema;
  /** Key of the named schema that a reference means; nothing (and a Problem) where it leads nowhere. */
  refer(reference: string, pointer: string): string | undefined;
  /** What a named schema is made of, for uniting; nothing while it is being read itself, or too deep. */
  inline(key: string): Part | undefined;
  /** Counts what uniting costs; false (and a Problem) once the document has cost too much. */
  spend(properties: number, pointer: string): boolean;
}

/** What keywords say of values; `null` is taken out of the form and said apart. */
export type NullableForm = Pick<Part, 'form' | 'nullable'>;

/** A schema that says nothing of its values. */
export const ANY: SchemaForm = { kind: 'any' };
/** A schema that no value fits. */
export const NOTHING: SchemaForm = { kind: 'nothing' };
