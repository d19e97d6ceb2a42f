/** How a Service Instance proves who is calling. Secrets are never part of it: values name environment variables. */
export type Authentication =
  | { readonly mode: 'none' }
  /** The caller hands its own header for each call (K2's Impersonate, as far as it can go outside K2). */
  | { readonly mode: 'impersonate' }
  /** A fixed user name and password, sent as HTTP Basic at once (RFC 7617). */
  | { readonly mode: 'static'; readonly userName: string; readonly password: string }
  | { readonly mode: 'bearer'; readonly token: string }
  | {
      readonly mode: 'api-key';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly value: string;
    };

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
  readonly placement: Placement;
  /** «Names: Append Property Types»: `tasks (Task[])` → `tasks__Task___`. Default false. */
  readonly appendPropertyTypes: boolean;
  /** Also Methods that the descriptor marks `internal`. Default false. */
  readonly includeInternal: boolean;
  /** System names of what to generate; absent: everything. */
  readonly selection?: Selection;
}

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
  };
  readonly settings: ServiceInstanceSettings;
}

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
