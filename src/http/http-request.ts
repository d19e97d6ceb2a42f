import type { StreamedBody } from './streamed-body.js';

/** One request, completely encoded: what goes over the wire is decided before it gets here. */
export interface HttpRequest {
  readonly verb: string;
  /** Scheme, host and port: `https://api.example.com`. */
  readonly origin: string;
  /** Path and query, percent-encoded, starting with `/`. Sent as it is: nothing resolves `..` here. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** One that is streamed needs a `content-length` among the headers. */
  readonly body?: string | Uint8Array | StreamedBody;
}

/** One whole answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; repeated ones joined with `, `, but `set-cookie` with a line feed. */
  readonly headers: Readonly<Record<string, string>>;
  /** The content, with its content encoding taken off. */
  readonly body: Uint8Array;
}
