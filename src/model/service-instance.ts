/** How a Service Instance proves who is calling. Secrets are never part of it: values name environment variables. */
export type Authentication =
  | { readonly mode: 'none' }
  /** The caller hands its own header or token for each call (K2's Impersonate, as far as it can go outside K2). */
  | { readonly mode: 'impersonate'; readonly format?: string }
  /** A fixed user name and password, sent as HTTP Basic at once (RFC 7617). */
  | {
      readonly mode: 'static';
      readonly userName: string;
      readonly password: string;
      readonly format?: string;
    }
  | { readonly mode: 'bearer'; readonly token: string; readonly format?: string }
  | {
      readonly mode: 'api-key';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly value: string;
    }
  | OAuthAuthentication<string>;

/** How a token is fetched (RFC 6749 §4.4 and §6). `Text` is what a credential may be given as. */
export interface OAuthAuthentication<Text> {
  readonly mode: 'oauth';
  readonly flow: 'client-credentials' | 'refresh-token';
  /** The token endpoint: https, or http on loopback. */
  readonly tokenUrl: string;
  readonly clientId: Text;
  /** A public client (RFC 6749 §2.1) that refreshes has none. */
  readonly clientSecret?: Text;
  /** With the flow `refresh-token`. */
  readonly refreshToken?: Text;
  readonly scope?: string;
  /** How the endpoint takes its fields. Default `form`, as RFC 6749 has it; Nintex Workflow Cloud takes `json`. */
  readonly bodyFormat?: 'form' | 'json';
  /** Where client id and secret go. Default `body`; `basic`: HTTP Basic (RFC 6749 §2.3.1). */
  readonly clientIn?: 'body' | 'basic';
  /** Further fields of the token call, such as `audience`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** «Authorization Header Format». Default `Bearer {0}`. */
  readonly format?: string;
}

/** How list Methods page, where the descriptor does not say it. Names of inputs and Properties are matched exactly. */
export interface PagingSettings {
  /** Property of the answer whose array holds the rows. Default: the answer itself, or its only array. */
  readonly rows?: string;
  /** Property of the answer that holds the address of the next page. */
  readonly nextLink?: string;
  /** Input that takes the next page's cursor, and the Property of the answer that holds it. */
  readonly cursor?: { readonly input: string; readonly from: string };
  /** Input that counts rows to be skipped, and the input that says how many come at once. */
  readonly offset?: { readonly input: string; readonly limit?: string };
}

/** The name of a way to prove who is calling. */
export type AuthenticationMode = Authentication['mode'];

/** Which Service Object carries an operation's Method: the one its tag names, or its answer's type. */
export type Placement = 'tag' | 'response';

/** What may be chosen when a Service Instance is registered, K2's service keys among it. */
export interface ServiceInstanceSettings {
  readonly authentication: Authentication;
  /** «Add HTTP Request Header Property To Methods». Default false. */
  readonly addHttpRequestHeaders: boolean;
  /** «Add HTTP Response Header Property To Methods». Default false. */
  readonly addHttpResponseHeaders: boolean;
  /**
   * Address the paths are appended to, instead of the descriptor's. With nothing after the host, the
   * descriptor's base path is kept. K2 has no such key.
   */
  readonly serviceUrl?: string;
  /** «Default HTTP Request Headers». Values may hold `${VARIABLE}`. */
  readonly defaultHeaders: Readonly<Record<string, string>>;
  /** «Timeout(Seconds)», here in milliseconds. Default 100 000. */
  readonly timeoutMs: number;
  /** «Break on Error»: an answer without success throws. Default true. */
  readonly breakOnError: boolean;
  /** Credentials may go over plain http to a host that is not this machine. Default false. */
  readonly allowHttp?: boolean;
  /** How often a call that may be repeated is tried again, 0 to 2. Default 0. */
  readonly retries?: number;
  /** How many redirects a call follows, 0 to 20. Default 0. */
  readonly redirects?: number;
  readonly paging?: PagingSettings;
  readonly placement: Placement;
  /** «Names: Append Property Types»: `tasks (Task[])` → `tasks__Task___`. Default false. */
  readonly appendPropertyTypes: boolean;
  /** Also Methods that the descriptor marks `internal`. Default false. */
  readonly includeInternal: boolean;
  /** System names of what to generate; absent: everything. */
  readonly selection?: Selection;
}

/** What of a Connector is generated, by system names; the types it needs come along. */
export interface Selection {
  readonly objects: readonly string[];
  readonly systemTypes: readonly string[];
}

/** One entry of `service-instances.yaml`. */
export interface ServiceInstance {
  /** The name it was registered under; folder of its connector. */
  readonly name: string;
  readonly descriptor: {
    /** The registered copy, relative to the workspace folder, with forward slashes. */
    readonly file: string;
    /** Where it came from: path relative to the workspace folder, or URL. */
    readonly source: string;
    /** SHA-256 of the registered copy, in hex. */
    readonly sha256: string;
    /** What the server of a URL said the text can be known by (RFC 9110 §8.8), to be asked with again. */
    readonly etag?: string;
    readonly lastModified?: string;
  };
  readonly settings: ServiceInstanceSettings;
}

/** What holds for a Service Instance that is registered without settings. */
export const DEFAULT_SETTINGS: ServiceInstanceSettings = {
  authentication: { mode: 'none' },
  addHttpRequestHeaders: false,
  addHttpResponseHeaders: false,
  defaultHeaders: {},
  timeoutMs: 100_000,
  breakOnError: true,
  placement: 'tag',
  appendPropertyTypes: false,
  includeInternal: false,
};
