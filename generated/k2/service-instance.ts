// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import type { ServiceInstanceDefinition } from 'rest-broker/runtime';

/** The Service Instance k2, as registered. */
export const serviceInstance: ServiceInstanceDefinition = {
  name: 'k2',
  serviceUrl: 'https://k2.denallix.com/api/workflow/v1',
  authentication: { mode: 'static', userName: '${K2_USER}', password: '${K2_PASSWORD}' },
  timeoutMs: 100000,
  breakOnError: true,
};
