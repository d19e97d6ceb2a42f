import type { Workflows } from '../workflow/workflows.js';
import type { Caller } from './callers.js';

export interface WorkflowEndpointOptions {
  readonly workflows: Workflows;
  /** Who may call. Without any, only signed callbacks and secret Serial Numbers are let in. */
  readonly callers?: readonly Caller[];
  /** Lets signed callbacks finish waiting steps: see `signCallback`. At least 32 characters. */
  readonly callbackSecret?: string | undefined;
  /** Status of finishing an event again; nothing is done twice either way. Default 204. */
  readonly finishedTwice?: 204 | 409;
  /** Told of faults of the server's own, which a caller is answered with a bare 500. Default: nobody. */
  readonly onFault?: (error: unknown) => void;
  /** Default 1 MiB. */
  readonly maxBodyBytes?: number;
}

export const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;
