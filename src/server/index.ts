/** The event endpoint: the K2 Workflow REST API for workflows of ours, on fastify. */
export type { Caller, Right } from './callers.js';
export type { WorkflowEndpointOptions } from './endpoint-options.js';
export { type SignedCallback, signCallback } from './signed-callback.js';
export {
  startWorkflowServer,
  type WorkflowServer,
  type WorkflowServerOptions,
} from './start-workflow-server.js';
export { workflowEndpoint } from './workflow-endpoint.js';
