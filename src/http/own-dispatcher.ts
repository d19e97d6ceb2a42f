import { Agent, type Dispatcher, getGlobalDispatcher } from 'undici';

/**
 * A pool of connections that is nobody else's, so that it can be closed.
 *
 * @param connectTimeoutMs until a connection stands, TLS included; undici's own default is 10 s
 */
export function ownDispatcher(connectTimeoutMs: number | undefined): Dispatcher {
  return new Agent(connectTimeoutMs === undefined ? {} : { connect: { timeout: connectTimeoutMs } });
}

/** What undici itself is told to time, in milliseconds. */
export interface WireTimeouts {
  /** From the request to the last of the answer's headers. */
  readonly headersTimeoutMs?: number | undefined;
  /** Between two pieces of the answer's body. */
  readonly bodyTimeoutMs?: number | undefined;
}

/** The same connections, with these times for what goes through. */
export function timedDispatcher(
  dispatcher: Dispatcher | undefined,
  { headersTimeoutMs, bodyTimeoutMs }: WireTimeouts,
): Dispatcher {
  return (dispatcher ?? getGlobalDispatcher()).compose(
    (dispatch) => (options, handler) =>
      dispatch(
        {
          ...options,
          ...(headersTimeoutMs === undefined ? {} : { headersTimeout: headersTimeoutMs }),
          ...(bodyTimeoutMs === undefined ? {} : { bodyTimeout: bodyTimeoutMs }),
        },
        handler,
      ),
  );
}
