// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import type { ServiceInstanceDefinition } from 'rest-broker/runtime';

/** The Service Instance test, as registered. */
export const serviceInstance: ServiceInstanceDefinition = {
  name: 'test',
  serviceUrl: 'https://names.example',
  authentication: { mode: 'none' },
  timeoutMs: 100000,
  breakOnError: true,
};
