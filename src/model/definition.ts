/**
 * What generated code hands to the runtime: plain data, one definition per Service Object. Everything a call
 * needs stands here; nothing of it is worked out from a descriptor at run time.
 */
import type { Authentication, PagingSettings } from './service-instance.js';

/**
 * How the runtime holds one value. K2's own types, and for its Memo the kind of Serialized text in it:
 * an item (JSON object), an array, or any JSON value.
 */
export type CellType =
  | 'Text'
  | 'Number'
  | 'Decimal'
  | 'YesNo'
  | 'DateTime'
  | 'File'
  | 'SerializedItem'
  | 'SerializedArray'
  | 'SerializedValue';

/** Properties by system name. */
export type Cells = Readonly<Record<string, CellType>>;

/** The Properties of a type, as the runtime walks them. */
export interface RecordDefinition {
  readonly properties: Cells;
  /** Wire names by system name, only where the two differ. */
  readonly wireNames?: Readonly<Record<string, string>>;
}

/** Where in a request an input goes. */
export type InputPlace = 'path' | 'query' | 'header' | 'cookie' | 'body' | 'field';

/** How a value becomes text; Swagger 2.0's `collectionFormat` becomes one of these as well. */
export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'tabDelimited'
  | 'deepObject';

/** How one input is checked and written into the request. */
export interface InputDefinition {
  readonly in: InputPlace;
  readonly type: CellType;
  /** Wire name, where it differs from the system name. */
  readonly name?: string;
  readonly required?: true;
  /** Default: `simple` in path and header, `form` elsewhere (OpenAPI 3.1 §4.8.12.2). */
  readonly style?: ParameterStyle;
  /** Default: true for `form` style, else false. */
  readonly explode?: boolean;
  readonly allowReserved?: true;
  /** Of this one value: for a `body` input, a multipart field or a `content` parameter. */
  readonly mediaType?: string;
  /** Wire names that an item must hold, and what its own scalar values are: refuses another type's text. */
  readonly item?: { readonly required?: readonly string[]; readonly properties: Cells };
}

/** What an answer becomes. */
export type AnswerDefinition =
  | ({ readonly as: 'record' } & RecordDefinition)
  /** One output, `Serialized_Item__String_`. */
  | { readonly as: 'item' }
  /** One output, `Serialized_Array`. */
  | { readonly as: 'array' }
  /** One output, `Value`. */
  | { readonly as: 'value'; readonly type: CellType }
  /** One output, `HttpResponseContent`. */
  | { readonly as: 'text' }
  /** One output, `File`. */
  | { readonly as: 'file' }
  | { readonly as: 'nothing' };

/** How a Method calls the service, and what it makes of the answer. */
export interface MethodDefinition {
  readonly verb: string;
  /** Path template, appended to the service URL. */
  readonly path: string;
  readonly inputs?: Readonly<Record<string, InputDefinition>>;
  /** Media type of the whole body, where it is made of `field` inputs. */
  readonly form?: 'application/x-www-form-urlencoded' | 'multipart/form-data';
  /** Success answers by code: `200`, a range `2XX`, or `default`. */
  readonly answers: Readonly<Record<string, AnswerDefinition>>;
  /** Media types to ask for. Default `application/json`. */
  readonly accept?: string;
  /** The operation's own service URL, where it is not the Service Instance's. */
  readonly serviceUrl?: string;
  /** The descriptor says that no credential is needed: none is sent. */
  readonly anonymous?: true;
  /** Property of the answer that holds the address of the next page (`x-ms-pageable`). */
  readonly nextLink?: string;
}

/** All that the runtime needs to know of a Service Object. */
export interface ServiceObjectDefinition {
  readonly systemName: string;
  /** Present on Object and System Types: what the helper Methods work on. */
  readonly record?: RecordDefinition;
  /** Instead of `record`, where the type is one value and not an object: the type of its Property `Value`. */
  readonly value?: CellType;
  readonly methods?: Readonly<Record<string, MethodDefinition>>;
}

/** A variable of the service URL: what it stands for unless told otherwise, and what it may be. */
export interface ServerVariableDefinition {
  readonly default?: string;
  readonly values?: readonly string[];
}

/** What generated code knows of its Service Instance. */
export interface ServiceInstanceDefinition {
  readonly name: string;
  /** May hold `{name}` for each of `variables`. Absent: `connect` must be given one. */
  readonly serviceUrl?: string;
  readonly variables?: Readonly<Record<string, ServerVariableDefinition>>;
  readonly authentication: Authentication;
  /** Values may hold `${VARIABLE}`, read from the environment when a call is made. */
  readonly defaultHeaders?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly breakOnError: boolean;
  /** Methods have the input `HttpHeaders`. */
  readonly httpHeaders?: true;
  /** Methods have the output `HttpResponseHeaders`. */
  readonly httpResponseHeaders?: true;
  /** Credentials may go over plain http to a host that is not this machine. */
  readonly allowHttp?: true;
  /** How often a call that may be repeated is tried again. Default 0. */
  readonly retries?: number;
  /** How many redirects a call follows. Default 0. */
  readonly redirects?: number;
  readonly paging?: PagingSettings;
}
