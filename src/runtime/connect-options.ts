import type { OwnConnections } from '../http/own-connections.js';
import type { SendOptions } from '../http/send.js';
import type { PagingSettings } from '../model/service-instance.js';
import type { AuthenticationOption } from './authentication-option.js';
import type { Hooks } from './hooks.js';
import type { HttpHeadersInput } from './http-headers.js';

/** What `connect` may be given; everything else is as registered. */
export interface ConnectOptions {
  /**
   * Address the paths are appended to. With nothing after the host, the registered base path is kept; with any
   * path, `/` included, it replaces the whole.
   */
  readonly serviceUrl?: string;
  /** Values for the `{name}`s in the registered service URL, such as a region. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Of each call as a whole, in milliseconds. */
  readonly timeoutMs?: number;
  /** Until the answer begins, in milliseconds. Default: only `timeoutMs` counts. */
  readonly headersTimeoutMs?: number;
  /** Longest silence inside an answer, in milliseconds. Default: only `timeoutMs` counts. */
  readonly bodyTimeoutMs?: number;
  /** Until a connection stands, in milliseconds; gives the instance connections of its own. Default 10 s. */
  readonly connectTimeoutMs?: number;
  readonly breakOnError?: boolean;
  readonly authentication?: AuthenticationOption;
  /** Sent with each call: names and values, or what `HTTPHeader` or K2 serialized. Values may name `${VARIABLE}`s. */
  readonly defaultHeaders?: HttpHeadersInput;
  /** Largest answer that is read, in bytes after decompression. Default 10 MiB. */
  readonly maxResponseBytes?: number;
  /** An undici Dispatcher to send through, such as an Agent with a proxy or a MockAgent. */
  readonly dispatcher?: Exclude<SendOptions['dispatcher'], OwnConnections>;
  /** Connections that `disconnect` closes, instead of those that the whole process shares. */
  readonly ownConnections?: boolean;
  /** Credentials may go over plain http to a host that is not this machine. */
  readonly allowHttp?: boolean;
  /** How often a call that may be repeated is tried again, 0 to 2. Default 0. */
  readonly retries?: number;
  /** How many redirects a call follows, 0 to 20. Default 0. */
  readonly redirects?: number;
  /** How list Methods page, where the descriptor does not say it. */
  readonly paging?: PagingSettings;
  /** Functions around each request. */
  readonly hooks?: Hooks;
}
