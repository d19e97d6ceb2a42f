// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import type { ServiceInstanceDefinition } from 'rest-broker/runtime';

/** The Service Instance nwc, as registered. */
export const serviceInstance: ServiceInstanceDefinition = {
  name: 'nwc',
  serviceUrl: 'https://{region}.nintex.io/workflows/v1',
  variables: { region: { default: 'us' } },
  authentication: { mode: 'impersonate' },
  timeoutMs: 100000,
  breakOnError: true,
  httpHeaders: true,
};
