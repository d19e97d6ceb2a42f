// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import type { ServiceInstanceDefinition } from 'rest-broker/runtime';

/** The Service Instance test, as registered. */
export const serviceInstance: ServiceInstanceDefinition = {
  name: 'test',
  serviceUrl: 'https://{region}.shapes.example/api',
  variables: { region: { default: 'eu', values: ['eu', 'us'] } },
  authentication: { mode: 'none' },
  timeoutMs: 100000,
  breakOnError: true,
};
