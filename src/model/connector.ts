import type { AcceptedCredentials } from './credential.js';
import type {
  AnswerDefinition,
  CellType,
  InputDefinition,
  MethodDefinition,
  ServerVariableDefinition,
} from './definition.js';
import type { Limits } from './limits.js';
import type { ServiceInstanceSettings } from './service-instance.js';

/** K2's Property types that a descriptor can lead to. */
export type SmartObjectType = 'Text' | 'Memo' | 'Number' | 'Decimal' | 'YesNo' | 'DateTime' | 'File';

/** K2's types of Methods. */
export type MethodType = 'create' | 'read' | 'update' | 'delete' | 'list' | 'execute';

/** One of the values that a choice lists. */
export type ChoiceValue = string | number | boolean | null;

/** What a value is, for the TypeScript author. Objects always have a name: inline ones were given one. */
export type ValueType = ValueForm & { readonly nullable?: true; readonly limits?: Limits };

/** What a value is, whether it may be null and what bounds it aside. */
export type ValueForm =
  | { readonly kind: 'any' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly format?: string }
  | { readonly kind: 'number'; readonly format?: 'int64' | 'decimal'; readonly whole: boolean }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly values: readonly ChoiceValue[] }
  | { readonly kind: 'file' }
  /** `object` is the system name of an Object Type of the same Connector. */
  | { readonly kind: 'named'; readonly object: string }
  | { readonly kind: 'list'; readonly of: ValueType }
  | { readonly kind: 'tuple'; readonly items: readonly ValueType[]; readonly rest?: ValueType }
  | { readonly kind: 'map'; readonly of: ValueType }
  | { readonly kind: 'one-of'; readonly of: readonly ValueType[] }
  /** The Properties of the Service Object itself, and what other names may hold. */
  | { readonly kind: 'record'; readonly rest?: ValueType };

/** Three names per thing, never mixed. */
export interface Names {
  /** K2's identifier and the TypeScript member. */
  readonly systemName: string;
  /** For people. */
  readonly displayName: string;
  /** As in the descriptor. */
  readonly wireName: string;
}

/** One named value of a Service Object: what a row holds under its system name. */
export interface Property extends Names {
  readonly type: SmartObjectType;
  readonly cell: CellType;
  readonly value: ValueType;
  /** JSON Pointer of its schema in the descriptor. Absent on System Types. */
  readonly pointer?: string;
  /** The descriptor says that the value is always there. */
  readonly required: boolean;
  /** The value that stands for one that is left out, as JSON. */
  readonly default?: unknown;
  readonly description?: string;
  readonly deprecated?: true;
  /** When it goes away (`x-sunset`), as written. */
  readonly sunset?: string;
  readonly readOnly?: true;
  readonly writeOnly?: true;
}

/** What a Method takes under one name. */
export interface Input extends Names {
  /** JSON Pointer of the parameter, body or field in the descriptor. Absent on `HttpHeaders`. */
  readonly pointer?: string;
  readonly type: SmartObjectType;
  readonly value: ValueType;
  readonly required: boolean;
  /** What the service takes where none is sent, as JSON. */
  readonly default?: unknown;
  readonly description?: string;
  readonly deprecated?: true;
  /** When it goes away (`x-sunset`), as written. */
  readonly sunset?: string;
  /** Absent on `HttpHeaders`, which the runtime adds itself. */
  readonly definition?: InputDefinition;
}

/** What a Method gives back under one name. */
export interface Output extends Names {
  readonly type: SmartObjectType;
  readonly cell: CellType;
  readonly value: ValueType;
  readonly description?: string;
}

/** One success answer of a Method. */
export interface Answer {
  /** `200`, a range `2XX`, or `default`. */
  readonly codes: string;
  readonly definition: AnswerDefinition;
  /** What `data` holds: for the typed view. Absent: nothing. */
  readonly value?: ValueType;
  /** System name of the Object Type whose Properties are the outputs, when `definition.as` is `record`. */
  readonly object?: string;
  /** Media types of the answer, the one asked for first. Absent: `application/json` alone, or no content. */
  readonly mediaTypes?: readonly string[];
}

/** One operation of the service, as an author calls it. */
export interface Method extends Names {
  readonly type: MethodType;
  readonly description?: string;
  readonly deprecated?: true;
  /** When it goes away (`x-sunset`), as written. */
  readonly sunset?: string;
  /** Headers of its answers that announce an end: `Deprecation` (RFC 9745), `Sunset` (RFC 8594). */
  readonly announcedBy?: readonly string[];
  readonly internal?: true;
  /** JSON Pointer of the operation in the descriptor. */
  readonly pointer: string;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly answers: readonly Answer[];
  /** Media types of the body, the one sent first. Absent: `application/json` alone, or no body. */
  readonly requestMediaTypes?: readonly string[];
  /** What it asks for instead of what the whole Connector does. */
  readonly credentials?: AcceptedCredentials;
  /** What one row is, where the answer is an array, or has one beside a link to the next page. */
  readonly rows?: ValueType;
  readonly call: Pick<
    MethodDefinition,
    'verb' | 'path' | 'form' | 'accept' | 'serviceUrl' | 'anonymous' | 'nextLink'
  >;
}

/** What a Service Object is made from: a type of the descriptor, a type that we add, or operations without one. */
export type Category = 'object-type' | 'system-type' | 'service-operations';

/** A named group of Properties and Methods. */
export interface ServiceObject extends Names {
  readonly category: Category;
  /** JSON Pointer of its schema in the descriptor. Absent where it is none. */
  readonly pointer?: string;
  readonly description?: string;
  /** Absent on a group of operations without a schema of its name. */
  readonly value?: ValueType;
  /** The type is one value and not an object: its one Property is `Value`. */
  readonly isSingleValue?: true;
  /** Own Properties by system name, without the bookkeeping ones. */
  readonly properties: readonly Property[];
  /** By system name. */
  readonly methods: readonly Method[];
}

/** Everything described from one Service Instance. */
export interface Connector {
  readonly serviceInstance: string;
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  /** The descriptor's own, or the registration's: may hold `{name}` for each of `variables`. */
  readonly serviceUrl?: string;
  readonly variables: Readonly<Record<string, ServerVariableDefinition>>;
  readonly settings: ServiceInstanceSettings;
  /** What Methods ask for that say nothing themselves. Absent: the descriptor says nothing. */
  readonly credentials?: AcceptedCredentials;
  /** By category, then system name. */
  readonly serviceObjects: readonly ServiceObject[];
}
