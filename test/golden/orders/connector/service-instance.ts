// Made by rest-broker from descriptors/test.json (Orders 2).
// Do not edit: `rest-broker generate test` makes it again.
import type { ServiceInstanceDefinition } from 'rest-broker/runtime';

/** The Service Instance test, as registered. */
export const serviceInstance: ServiceInstanceDefinition = {
  name: 'test',
  serviceUrl: 'https://orders.example/api',
  authentication: { mode: 'api-key', in: 'header', name: 'X-Key', value: '${ORDERS_KEY}' },
  timeoutMs: 5000,
  breakOnError: false,
  httpHeaders: true,
  httpResponseHeaders: true,
};
