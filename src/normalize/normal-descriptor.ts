import type { ParameterStyle } from '../model/definition.js';
import type { NormalNamedSchema, NormalSchema } from './normal-schema.js';

/** The specification that a descriptor follows. */
export type Dialect = '2.0' | '3.0' | '3.1' | '3.2';

/** The verbs that any version of the specification knows. */
export type Verb = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE' | 'QUERY';

/**
 * The one shape that Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 become. Still OpenAPI's words: `describe/`
 * is where they end. Everything carries the JSON Pointer of the spot in the loaded document it came from.
 */
export interface NormalDescriptor {
  readonly dialect: Dialect;
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly servers: readonly NormalServer[];
  readonly securitySchemes: ReadonlyMap<string, NormalSecurityScheme>;
  /** What applies to operations that say nothing themselves: alternatives, any one suffices. */
  readonly security: readonly NormalSecurity[];
  /** Tags in document order, for their descriptions and display names. */
  readonly tags: readonly NormalTag[];
  /**
   * Every schema that has a name: all of `definitions` or `components/schemas`, and any other spot a `$ref`
   * points at. In document order; the key is what `reference` schemas hold.
   */
  readonly schemas: ReadonlyMap<string, NormalNamedSchema>;
  readonly operations: readonly NormalOperation[];
  /** Callbacks and webhooks: listed, not generated. */
  readonly events: readonly NormalEvent[];
}

/** An address that the service can be called at. */
export interface NormalServer {
  readonly pointer: string;
  /** May hold `{name}` for each of `variables`; may be relative, or without a host. No trailing slash. */
  readonly url: string;
  readonly description?: string;
  readonly variables: readonly NormalServerVariable[];
}

/** A piece of an address that the caller may choose. */
export interface NormalServerVariable {
  readonly name: string;
  readonly default?: string;
  readonly values?: readonly string[];
  readonly description?: string;
}

/** A tag that the document says something about. */
export interface NormalTag {
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
}

/** One way to prove who is calling, as declared. */
export type NormalSecurityScheme =
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer'; readonly format?: string }
  | { readonly kind: 'api-key'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  | {
      readonly kind: 'oauth2';
      readonly flows: readonly {
        readonly flow: 'client-credentials' | 'authorization-code' | 'implicit' | 'password' | 'device';
        readonly tokenUrl?: string;
        readonly authorizationUrl?: string;
        readonly scopes: readonly string[];
      }[];
    }
  /** Known to OpenAPI but not something we can send: mutual TLS, OpenID Connect discovery, other HTTP schemes. */
  | { readonly kind: 'other'; readonly type: string };

/** One alternative: all of these schemes together. No scheme at all means «none needed». */
export interface NormalSecurity {
  readonly schemes: readonly { readonly name: string; readonly scopes: readonly string[] }[];
}

/** One operation, with what its path says of it. */
export interface NormalOperation {
  readonly pointer: string;
  readonly verb: Verb;
  /** The path template as written, `/tasks/{task_id}`, without a query. */
  readonly path: string;
  /** The same with its query, where it is written with one: `/tasks?state=open`. */
  readonly pathKey?: string;
  readonly operationId?: string;
  readonly tags: readonly string[];
  /** `x-ntx-summary`, `x-ms-summary` or `summary`, in this order. */
  readonly displayName?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** `x-sunset`. */
  readonly sunset?: string;
  /** `x-ntx-visibility` or `x-ms-visibility` is `internal`. */
  readonly internal: boolean;
  /** Path-level parameters included where the operation has none of the same name and place. */
  readonly parameters: readonly NormalParameter[];
  readonly body?: NormalBody;
  readonly answers: readonly NormalAnswer[];
  /** Absent: the document's own applies. Empty: none needed. */
  readonly security?: readonly NormalSecurity[];
  /** Absent: the document's servers apply. */
  readonly servers?: readonly NormalServer[];
  /** `x-ms-pageable`: the Property of the answer that holds the next page's address. */
  readonly nextLinkName?: string;
}

/** A request that the service makes by itself. */
export interface NormalEvent {
  readonly kind: 'callback' | 'webhook';
  readonly pointer: string;
  readonly name: string;
  readonly verb: Verb;
}

/** Where in a request a parameter goes. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** How a value becomes text, in OpenAPI 3's words. */
export interface ValueStyle {
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

/** A parameter that is not part of the body. */
export interface NormalParameter extends ValueStyle {
  readonly pointer: string;
  readonly name: string;
  readonly in: ParameterPlace;
  /** Always true for `path`. */
  readonly required: boolean;
  readonly schema: NormalSchema;
  readonly allowReserved: boolean;
  /** Set for a `content` parameter: the value is written in this media type. */
  readonly mediaType?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** `x-sunset`. */
  readonly sunset?: string;
  readonly internal: boolean;
}

/** The body of a request. */
export interface NormalBody {
  readonly pointer: string;
  /** Swagger 2.0 names its body parameter; OpenAPI 3 does not (`x-ms-requestBody-name`, `x-codegen-request-body-name` and `x-body-name` are read). */
  readonly name?: string;
  readonly required: boolean;
  readonly displayName?: string;
  readonly description?: string;
  /** The one to send first; the order of the document says nothing. */
  readonly contents: readonly NormalContent[];
}

/** A body or an answer in one of its media types. */
export interface NormalContent {
  readonly pointer: string;
  /** Lower case, without parameters other than those that matter; the wildcard where the descriptor names none. */
  readonly mediaType: string;
  readonly schema: NormalSchema;
  /** For forms and multipart: how single fields are written, by wire name. Absent: by the rules of the media type. */
  readonly encodings?: ReadonlyMap<string, NormalEncoding>;
}

/** How one field of a form is written. */
export interface NormalEncoding {
  readonly mediaType?: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** An answer, by the codes it is for. */
export interface NormalAnswer {
  readonly pointer: string;
  /** `200`, a range `2XX`, or `default`. */
  readonly codes: string;
  readonly description?: string;
  /** Empty: no content. The one to ask for first; the order of the document says nothing. */
  readonly contents: readonly NormalContent[];
  readonly headers: readonly {
    readonly name: string;
    readonly schema: NormalSchema;
    readonly description?: string;
  }[];
}
