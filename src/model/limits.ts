/** What a descriptor asks of values beyond their type (JSON Schema 2020-12, Validation, section 6). */
export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  /** Lengths of text, in characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression as the descriptor has it. */
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  /** Counts of the names in an object. */
  readonly minProperties?: number;
  readonly maxProperties?: number;
}
