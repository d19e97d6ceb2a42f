import type { Limits } from '../model/limits.js';

/** A schema that others refer to. */
export interface NormalNamedSchema {
  /** JSON Pointer of the schema in the loaded document; also its key. */
  readonly pointer: string;
  /** Name to start from: the component's key, or one made from where it stands. Not yet unique. */
  readonly name: string;
  readonly schema: NormalSchema;
}

/** What a schema says of itself rather than of values. */
export interface SchemaRemarks {
  readonly pointer: string;
  /** `title`. */
  readonly title?: string;
  /** `x-ntx-summary` or `x-ms-summary`. */
  readonly displayName?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly internal?: boolean;
  readonly default?: unknown;
  /** `x-sunset`. */
  readonly sunset?: string;
  readonly limits?: Limits;
}

/** One of the values that an `enum` lists. */
export type EnumValue = string | number | boolean | null;

/** What a schema says of a value. `allOf` is merged, `nullable` is a remark, `const` is an enum of one. */
export type SchemaForm =
  | { readonly kind: 'any' }
  /** No value fits (`false`, or parts that contradict each other). */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'string'; readonly format?: string }
  | { readonly kind: 'integer'; readonly format?: string }
  | { readonly kind: 'number'; readonly format?: string }
  | { readonly kind: 'enum'; readonly values: readonly EnumValue[]; readonly names?: readonly string[] }
  | {
      readonly kind: 'object';
      readonly properties: readonly NormalProperty[];
      /** Schema of the values under names not listed (`additionalProperties`, `patternProperties`). Absent: nothing said. */
      readonly rest?: NormalSchema;
    }
  | { readonly kind: 'array'; readonly items: NormalSchema }
  | { readonly kind: 'tuple'; readonly items: readonly NormalSchema[]; readonly rest?: NormalSchema }
  | { readonly kind: 'union'; readonly of: readonly NormalSchema[]; readonly discriminator?: string }
  /** `key` is one of `NormalDescriptor.schemas`. */
  | { readonly kind: 'reference'; readonly key: string }
  /** Bytes: Swagger's `type: file`, `format: binary`, `contentMediaType` without encoding. */
  | { readonly kind: 'file' };

/** A schema of any version of the specification. */
export type NormalSchema = SchemaRemarks & SchemaForm;

/** One of an object's listed properties. */
export interface NormalProperty {
  readonly name: string;
  readonly required: boolean;
  readonly schema: NormalSchema;
}
