import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateConnectors, registerServiceInstance } from 'rest-broker';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkflowServer } from '../../src/server/index.js';
import { waitOf, workflowsOn } from '../workflow/stores.js';

const WORKSPACE = fileURLToPath(new URL('.workspace/', import.meta.url));
const K2 = fileURLToPath(new URL('../../descriptors/k2-workflow.swagger.json', import.meta.url));
const TOKEN = 'token-of-the-outside-system';

type Method = (inputs: Record<string, unknown>) => Promise<Record<string, unknown>>;
type SmartObjects = Record<string, Record<string, Method>>;

async function served(name: string, location: (serviceUrl: string, folder: string) => Promise<string>) {
  const workflows = workflowsOn(':memory:');
  workflows.define('Inspection', async (input: Readonly<Record<string, unknown>>, step) => {
    const outside = await step.waitForExternalSystem('Inspect', { invoke: () => 1 });
    return [input['Container'], outside.dataFields['Result']];
  });
  workflows.define('Approval', async (_input: Readonly<Record<string, unknown>>, step) => {
    const { action, dataFields } = await step.waitForPerson('Decide', {
      assignee: 'outside',
      actions: ['Approve'],
    });
    return [action, dataFields['Why']];
  });
  await workflows.work();
  const rights = ['start', 'serverEvent', 'allTasks'] as const;
  const callers = [
    { name: 'outside', token: TOKEN, rights, workflows: 'all' as const },
    { name: 'bob', token: `${TOKEN}-bob`, rights, workflows: 'all' as const },
  ];
  const server = await startWorkflowServer({ workflows, callers });
  onTestFinished(() => server.close());
  const folder = `${WORKSPACE}${name}/`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await registerServiceInstance(folder, {
    name: 'k2',
    location: await location(server.serviceUrl, folder),
    settings: { authentication: { mode: 'impersonate' }, serviceUrl: server.serviceUrl },
  });
  const [generated] = await generateConnectors(folder, { names: ['k2'] });
  const { connect } = (await import(pathToFileURL(`${folder}generated/k2/index.ts`).href)) as {
    connect: (options: object) => SmartObjects;
  };
  const objects = connect({ defaultHeaders: { Authorization: `Bearer ${TOKEN}` } });
  const method = (systemName: string): Method => {
    const found = Object.values(objects).find((object) => systemName in object)?.[systemName];
    if (found === undefined) throw new Error(`There is no Method ${systemName}.`);
    return found;
  };
  return { workflows, method, generated };
}

test.each([
  { name: 'k2', from: 'the K2 descriptor', location: async () => K2 },
  {
    name: 'own',
    from: 'the document that is served',
    location: async (serviceUrl: string, folder: string) => {
      const text = await (await fetch(`${serviceUrl}/swagger.json`)).text();
      writeFileSync(`${folder}served.json`, text);
      return `${folder}served.json`;
    },
  },
])('the connector generated from $from starts, reads and finishes', async ({ name, location }) => {
  const { workflows, method } = await served(name, location);
  const list = await method('GetWorkflows')({});
  const [first] = JSON.parse(String(list['workflows'])) as { id: number }[];
  const started = await method('StartWorkflow')({
    id: first?.id,
    instance: JSON.stringify({ folio: 'Ship 7', dataFields: { Container: 'C-7' } }),
  });
  expect(started['HttpResponseCode']).toBe(200);
  const [instance] = await workflows.instances({ limit: 1 });
  const number = instance?.number ?? 0;
  const { serialNumber } = await waitOf(workflows, number);
  expect(await method('ServerEvent_Get')({ serialNumber })).toMatchObject({
    eventName: 'Inspect',
    workflowInstanceFolio: 'Ship 7',
  });
  const finished = await method('ServerEvent_Finish')({
    serialNumber,
    userDefinedFields: JSON.stringify({ dataFields: { Result: 'fine' } }),
  });
  expect(finished['HttpResponseCode']).toBe(204);
  expect(await workflows.result(number)).toEqual(['C-7', 'fine']);
  await expect(method('ServerEvent_Get')({ serialNumber })).rejects.toMatchObject({ HttpResponseCode: 410 });
});

test('every Method of the K2 connector does its work: workflows, and tasks to the end', async () => {
  const { workflows, method } = await served('tasks', async () => K2);
  const list = JSON.parse(String((await method('GetWorkflows')({}))['workflows'])) as {
    id: number;
    name: string;
  }[];
  const id = list.find(({ name }) => name === 'Approval')?.id;
  expect(await method('GetWorkflow')({ id })).toMatchObject({ HttpResponseCode: 200 });
  expect(await method('StartWorkflow')({ id, instance: '{"folio":"Ship 8"}' })).toMatchObject({ Value: 1 });
  const { serialNumber } = await waitOf(workflows, 1);
  const of = { serialNumber };
  expect(await method('Tasks_Get')({ state: 'All' })).toMatchObject({ itemCount: 1 });
  expect(await method('Tasks_GetTask')(of)).toMatchObject({ eventName: 'Decide', status: 'Available' });
  expect(await method('Tasks_GetTaskActions')(of)).toMatchObject({ batchableActions: '["Approve"]' });
  expect(JSON.stringify(await method('Tasks_PostAssignAction')(of))).toContain('Open');
  expect(await method('Tasks_PostReleaseAction')(of)).toMatchObject({ HttpResponseCode: 204 });
  const sleepData = '{"SleepFor":60}';
  expect(await method('Tasks_PostSleepAction')({ ...of, sleepData })).toMatchObject({
    HttpResponseCode: 204,
  });
  expect(JSON.stringify(await method('Tasks_PostWakeAction')(of))).toContain('Available');
  const redirectData = '{"RedirectTo":"K2:DOMAIN\\\\bob"}';
  await expect(method('Tasks_PostRedirectAction')({ ...of, redirectData })).rejects.toMatchObject({
    HttpResponseCode: 400,
  });
  expect(
    await method('Tasks_PostRedirectAction')({ ...of, redirectData: '{"RedirectTo":"K2:bob"}' }),
  ).toMatchObject({ HttpResponseCode: 204 });
  const userDefinedFields = '{"dataFields":{"Why":9007199254740993}}';
  expect(
    await method('Tasks_TaskCustomAction')({ ...of, customAction: 'approve', userDefinedFields }),
  ).toMatchObject({ HttpResponseCode: 204 });
  expect(await workflows.result(1)).toEqual(['Approve', 9007199254740993n]);
  await expect(method('Tasks_GetTask')(of)).rejects.toMatchObject({ HttpResponseCode: 410 });
});
