import { WorkflowError } from '../workflow/workflow-error.js';
import type { WorkflowEndpointOptions } from './endpoint-options.js';
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

/** A server of its own for the endpoint, on loopback unless told otherwise. Put TLS in front of any other address. */
export async function startWorkflowServer(options: WorkflowServerOptions): Promise<WorkflowServer> {
  const { default: fastify } = await import('fastify').catch((cause: unknown) => {
    throw new WorkflowError('ENGINE_MISSING', {
      who: 'Workflow server',
      what: 'the package fastify is not there',
      advice: 'Run npm install fastify',
      cause,
    });
  });
  const app = fastify({
    logger: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    http: { headersTimeout: REQUEST_TIMEOUT_MS },
    frameworkErrors: refusing(options.onFault),
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  await app.register(workflowEndpoint, options);
  const address = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  return { serviceUrl: `${address}/api/workflow/v1`, close: () => app.close() };
}
