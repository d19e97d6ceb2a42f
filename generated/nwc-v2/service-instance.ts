// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import type { ServiceInstanceDefinition } from 'rest-broker/runtime';

/** The Service Instance nwc-v2, as registered. */
export const serviceInstance: ServiceInstanceDefinition = {
  name: 'nwc-v2',
  serviceUrl: 'https://{region}.nintex.io/workflows/v2',
  variables: { region: { default: 'us' } },
  authentication: { mode: 'impersonate' },
  timeoutMs: 100000,
  breakOnError: true,
  httpHeaders: true,
};
