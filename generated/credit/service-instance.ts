// Made by rest-broker from descriptors/business-credit.openapi.yaml (Business Credit 1.2.0).
// Do not edit: `rest-broker generate credit` makes it again.
import type { ServiceInstanceDefinition } from 'rest-broker/runtime';

/** The Service Instance credit, as registered. */
export const serviceInstance: ServiceInstanceDefinition = {
  name: 'credit',
  serviceUrl: 'https://{environment}.credit.example',
  variables: { environment: { default: 'sandbox', values: ['sandbox', 'live'] } },
  authentication: { mode: 'bearer', token: '${CREDIT_TOKEN}' },
  timeoutMs: 100000,
  breakOnError: true,
};
