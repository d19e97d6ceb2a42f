import { expect, test } from 'vitest';
import { tellContainerInspection } from '../../examples/container-inspection/story.js';
import { tellCustomerOnboarding } from '../../examples/customer-onboarding/story.js';

test('the K2 story of npm run demo:wait comes out as the article has it', async () => {
  const told: string[] = [];
  expect(await tellContainerInspection((line) => told.push(line)), told.join('\n')).toBe(true);
  expect(told.join('\n')).toMatch(/killed with SIGKILL while the step waits/);
  expect(told.join('\n')).toMatch(/SQL table: ID 31 \| SN 5_31 \| Folio Shipment 4711 \| Status Waiting/);
  expect(told.join('\n')).toMatch(/K2 connector, ServerEvents › ServerEvent_Finish: HttpResponseCode 204/);
}, 60_000);

test('the NWC story of npm run demo:wait comes out as the article has it', async () => {
  const told: string[] = [];
  expect(await tellCustomerOnboarding((line) => told.push(line)), told.join('\n')).toBe(true);
  expect(told.filter((line) => line.includes('no task yet'))).toHaveLength(2);
  expect(told.join('\n')).toMatch(/goes on to the warehouse/);
  expect(told.join('\n')).not.toContain('demo-token-of-the-service-account');
}, 60_000);
