import { SettingError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { packageMissing } from '../workflow/package-missing.js';
import type { WorkflowEndpointOptions } from './endpoint-options.js';
import { Refusal } from './refusal.js';
import { refusing } from './refusing.js';
import { workflowEndpoint } from './workflow-endpoint.js';

export interface WorkflowServerOptions extends WorkflowEndpointOptions {
  /** Default 127.0.0.1: only this machine. */
  readonly host?: string;
  /** Default 0: a free one. */
  readonly port?: number;
}

export interface WorkflowServer {
  /** Address of the API: `http://127.0.0.1:PORT/api/workflow/v1`. */
  readonly serviceUrl: string;
  close(): Promise<void>;
}

/** Of one request as a whole; Node's own limits are minutes. */
const REQUEST_TIMEOUT_MS = 15_000;
const MAX_CONNECTIONS = 1_000;

/**
 * A server of its own for the endpoint, on loopback unless told otherwise. Put TLS in front of any other address.
 *
 * @throws WorkflowError `PACKAGE_MISSING`
 * @throws SettingError `SETTING_INVALID`: a secret is too short, or the address cannot be listened on
 */
export async function startWorkflowServer(options: WorkflowServerOptions): Promise<WorkflowServer> {
  const { default: fastify } = await import('fastify').catch(packageMissing('fastify'));
  const app = fastify({
    logger: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    http: { headersTimeout: REQUEST_TIMEOUT_MS },
    frameworkErrors: refusing(options.onFault),
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  app.setErrorHandler(refusing(options.onFault));
  app.setNotFoundHandler(() => {
    throw new Refusal(404, 'There is nothing at this address: the API is at /api/workflow/v1.');
  });
  await app.register(workflowEndpoint, options);
  const { host = '127.0.0.1', port = 0 } = options;
  const address = await app.listen({ host, port }).catch(cannotListen(`${host}:${port}`));
  return { serviceUrl: `${address}/api/workflow/v1`, close: () => app.close() };
}

function cannotListen(address: string): (cause: unknown) => never {
  return (cause) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'for no reason given';
    throw new SettingError('SETTING_INVALID', {
      who: `Workflow server at ${quoted(address)}`,
      what: `it cannot listen there: ${code}`,
      advice: 'Give another port or address; port 0 takes a free one',
      cause,
    });
  };
}
