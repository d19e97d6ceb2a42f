import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  executeRegisteredMethod,
  generateConnectors,
  inspectDescriptor,
  prepareRegisteredMethod,
  readServiceInstances,
  refreshServiceInstances,
  registerServiceInstance,
} from 'rest-broker';
import { RestBrokerError } from 'rest-broker/errors';
import { expect, test } from 'vitest';
import { snapshot, temporaryFolder } from './temporary-folder.js';

const CREDIT = fileURLToPath(new URL('../../descriptors/business-credit.openapi.yaml', import.meta.url));

test('through the design-time door: register, inspect, generate, refresh, prepare, execute', async () => {
  const folder = temporaryFolder();
  const { instance } = await registerServiceInstance(folder, { name: 'credit', location: CREDIT });
  expect(await readServiceInstances(folder)).toEqual([instance]);

  const inspected = await inspectDescriptor(folder, { nameOrLocation: 'credit' });
  expect(inspected.instance).toEqual(instance);
  expect(inspected.connector.serviceObjects.map(({ systemName }) => systemName)).toContain('CreditScore');

  const [generated] = await generateConnectors(folder);
  expect(generated).toMatchObject({
    name: 'credit',
    folder: join(folder, 'generated/credit'),
    broughtAlong: [],
  });
  expect(await refreshServiceInstances(folder)).toMatchObject([{ name: 'credit', status: 'unchanged' }]);

  const scores = { name: 'credit', object: 'Scores', method: 'Get_scores__company_' };
  const inputs = { COMPANY: { value: 'A/B' } };
  const variables = { environment: 'sandbox' };
  const request = await prepareRegisteredMethod(folder, { ...scores, inputs, connect: { variables } });
  expect(request).toMatchObject({
    verb: 'GET',
    url: expect.stringMatching(/^https:\/\/sandbox\..*\/A%2FB$/),
  });

  const serialized = await executeRegisteredMethod(folder, {
    name: 'credit',
    object: 'creditscore',
    method: 'serialize',
    inputs: { Score: { text: '72' } },
  });
  expect(serialized.outputs).toEqual({ Serialized_Item__String_: '{"score":72}' });
});

test('the same descriptor and settings give the same files, wherever the workspace is', async () => {
  const [first, second] = [temporaryFolder(), temporaryFolder()];
  for (const folder of [first, second]) {
    await registerServiceInstance(folder, { name: 'credit', location: CREDIT });
    await generateConnectors(folder);
  }
  expect(snapshot(join(second, 'generated'))).toEqual(snapshot(join(first, 'generated')));
});

test('generating what is remembered gives what selecting it gave', async () => {
  const folder = temporaryFolder();
  await registerServiceInstance(folder, { name: 'credit', location: CREDIT });
  await generateConnectors(folder, { selection: { objects: ['scores'], systemTypes: [] } });
  const before = snapshot(folder);
  expect(await generateConnectors(folder)).toMatchObject([
    { written: [], removed: [], selection: { objects: ['Scores'] } },
  ]);
  expect(snapshot(folder)).toEqual(before);
});

test('what is refused is a RestBrokerError', async () => {
  const refusal = generateConnectors(temporaryFolder(), { names: ['none'] });
  await expect(refusal).rejects.toBeInstanceOf(RestBrokerError);
  await expect(refusal).rejects.toMatchObject({ code: 'SERVICE_INSTANCE_UNKNOWN' });
});
