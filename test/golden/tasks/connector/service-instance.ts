// Made by rest-broker from descriptors/test.json (Tasks 1).
// Do not edit: `rest-broker generate test` makes it again.
import type { ServiceInstanceDefinition } from 'rest-broker/runtime';

/** The Service Instance test, as registered. */
export const serviceInstance: ServiceInstanceDefinition = {
  name: 'test',
  serviceUrl: 'https://tasks.example',
  authentication: { mode: 'none' },
  timeoutMs: 100000,
  breakOnError: true,
  httpHeaders: true,
  httpResponseHeaders: true,
};
