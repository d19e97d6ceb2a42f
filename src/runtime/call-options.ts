import type { Credential } from './authentication-option.js';

/** What one call may choose for itself. */
export interface CallOptions {
  /** Of the whole call, in milliseconds. */
  readonly timeoutMs?: number;
  /** Until the answer begins, in milliseconds. Default: only `timeoutMs` counts. */
  readonly headersTimeoutMs?: number;
  /** Longest silence inside the answer, in milliseconds. Default: only `timeoutMs` counts. */
  readonly bodyTimeoutMs?: number;
  /**
   * true: this call may be executed more than once, so a retry may repeat it whatever its verb; false: it may not.
   * Default: GET, HEAD, OPTIONS, and what carries an Idempotency-Key.
   */
  readonly idempotent?: boolean;
  /** The caller's own token, where the authentication mode is `impersonate`: taken as it is, `${…}` and all. */
  readonly token?: Credential;
  /** Gives the call up; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** false: an answer without success is given as outputs and not thrown. */
  readonly breakOnError?: boolean;
}
