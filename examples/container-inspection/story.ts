/** The K2 story: a step stores its Serial Number in a SQL table and waits, through a kill, for the batch job. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateConnectors, registerServiceInstance } from 'rest-broker';
import { connect, type SmartObjects } from '../../generated/k2/index.js';
import { type InspectionService, startInspectionService } from './inspection-service.js';

const WORKSPACE = fileURLToPath(new URL('.workspace/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const USER = { userName: 'DENALLIX\\BatchJob', password: 'a password only of this demo' };

type Say = (line: string) => void;

/** @returns whether everything came as the article has it */
export async function tellContainerInspection(say: Say): Promise<boolean> {
  await rm(WORKSPACE, { recursive: true, force: true });
  await mkdir(WORKSPACE, { recursive: true });
  const service = await startInspectionService(`${WORKSPACE}inspections.db`);
  const hosts: Host[] = [];
  try {
    const connector = await generateInspections(service.serviceUrl);
    const start = async (): Promise<Host> => {
      const host = await startHost([`file:${WORKSPACE}workflow.db`, service.serviceUrl, connector], say);
      hosts.push(host);
      return host;
    };
    return await play(service, start, say);
  } finally {
    await Promise.all(hosts.map(({ kill }) => kill()));
    await service.close();
  }
}

async function play(service: InspectionService, start: () => Promise<Host>, say: Say): Promise<boolean> {
  const first = await start();
  const id = await workflowId(first.k2);
  const { Value: instance } = await first.k2.Workflows.StartWorkflow({
    id,
    instance: { folio: 'Shipment 4711', dataFields: { container: 'MSKU-0815' } },
  });
  say(`Workflows › StartWorkflow: instance ${instance}`);
  const [row] = await until(() => service.rows());
  say(`the SQL table: ID ${row?.ID} | SN ${row?.SN} | Folio ${row?.Folio} | Status ${row?.Status}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await first.kill();
  say(`the process (pid ${first.pid}) is killed with SIGKILL while the step waits`);

  const second = await start();
  say(`a new process (pid ${second.pid}) is started on the same file; it waits again`);
  const event = await second.k2.ServerEvents.ServerEvent_Get({ serialNumber: row?.SN ?? '' });
  say(`ServerEvents › ServerEvent_Get: ${event.eventName}, folio ${event.workflowInstanceFolio}`);
  let code = 0;
  await service.inspectAll(async ({ SN }) => {
    const finished = await second.k2.ServerEvents.ServerEvent_Finish({
      serialNumber: SN,
      userDefinedFields: { dataFields: { Result: 'nothing found' } },
    });
    code = finished.HttpResponseCode;
    say(`the batch job finishes ${SN} through the K2 connector: HttpResponseCode ${code}`);
  });
  await until(() => second.lines.filter((line) => line.includes('paid')));
  const again = await second.k2.ServerEvents.ServerEvent_Finish({
    serialNumber: row?.SN ?? '',
    userDefinedFields: {},
  });
  say(`finished once more: HttpResponseCode ${again.HttpResponseCode}, and nothing happens twice`);
  const paid = [...first.lines, ...second.lines].filter((line) => line.includes('paid'));
  const isDone = code === 204 && paid.length === 1 && service.rows()[0]?.Status === 'Inspected';
  say(isDone ? 'The workflow is completed.' : 'The workflow is NOT completed.');
  return isDone;
}

/** Registers the inspection service and generates its connector; gives the connector's address. */
async function generateInspections(serviceUrl: string): Promise<string> {
  await registerServiceInstance(WORKSPACE, {
    name: 'inspections',
    location: `${HERE}inspections.openapi.yaml`,
    settings: { serviceUrl },
  });
  await generateConnectors(WORKSPACE, { names: ['inspections'] });
  return pathToFileURL(`${WORKSPACE}generated/inspections/index.ts`).href;
}

interface Host {
  readonly pid: number;
  readonly k2: SmartObjects;
  /** What its workflow has narrated. */
  readonly lines: readonly string[];
  kill(): Promise<void>;
}

async function startHost(args: readonly string[], say: Say): Promise<Host> {
  const child = fork(`${HERE}workflow-process.ts`, [...args, USER.userName, USER.password], {
    execArgv: ['--import', 'tsx'],
  });
  const lines: string[] = [];
  const serviceUrl = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: { serviceUrl?: string; line?: string }) => {
      if (message.serviceUrl !== undefined) resolve(message.serviceUrl);
      if (message.line !== undefined) {
        lines.push(message.line);
        say(message.line);
      }
    });
    child.once('exit', () => reject(new Error('The workflow process ended by itself.')));
  });
  const k2 = connect({ serviceUrl, authentication: { mode: 'static', ...USER } });
  return { pid: child.pid ?? 0, k2, lines, kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exited;
}

async function workflowId(k2: SmartObjects): Promise<number> {
  const { workflows } = await k2.Workflows.GetWorkflows();
  const [first] = k2.WorkflowLabel.DeserializeTypedArray({ Serialized_Array: workflows });
  return first?.id ?? 0;
}

async function until<T>(ask: () => T[]): Promise<T[]> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = ask();
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen in ten seconds.');
}
