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

/** The shipments of the past days: 30 containers. The next instance is 5, and its first waiting step 31. */
const EARLIER = [8, 8, 7, 7];

type Say = (line: string) => void;

/** @returns whether everything came as the article has it */
export async function tellContainerInspection(say: Say): Promise<boolean> {
  await rm(WORKSPACE, { recursive: true, force: true });
  await mkdir(WORKSPACE, { recursive: true });
  const service = await startInspectionService(`${WORKSPACE}inspections.db`);
  const hosts: Host[] = [];
  try {
    const connector = await generateInspections(service.serviceUrl);
    const start = async (tell: Say): Promise<Host> => {
      const host = await startHost([`file:${WORKSPACE}workflow.db`, service.serviceUrl, connector], tell);
      hosts.push(host);
      return host;
    };
    const past = await start(() => undefined);
    await playEarlierShipments(past, service);
    await past.kill();
    say(
      `${service.rows().length} containers of ${EARLIER.length} shipments have been inspected before today`,
    );
    return await play(service, () => start(say), say);
  } finally {
    await Promise.all(hosts.map(({ kill }) => kill()));
    await service.close();
  }
}

async function playEarlierShipments({ k2, lines }: Host, service: InspectionService): Promise<void> {
  const id = await workflowId(k2);
  for (const [day, count] of EARLIER.entries()) {
    const containers = Array.from({ length: count }, (_, n) => `TGHU-${day}${n}`);
    await k2.Workflows.StartWorkflow({
      id,
      instance: { folio: `Shipment ${4707 + day}`, dataFields: { containers } },
    });
    // One after the other: the numbers of waiting steps are given in the order in which they begin to wait.
    await until(() => service.rows().filter(({ Status }) => Status === 'Waiting').length === count);
    await service.inspectAll(async ({ SN }) => void (await finish(k2, SN)));
    await until(() => lines.filter(isPaid).length > day);
  }
}

async function play(service: InspectionService, start: () => Promise<Host>, say: Say): Promise<boolean> {
  const first = await start();
  say(`the workflow's process has pid ${first.pid}; it serves ${first.serviceUrl}`);
  const id = await workflowId(first.k2);
  const { Value: instance } = await first.k2.Workflows.StartWorkflow({
    id,
    instance: { folio: 'Shipment 4711', dataFields: { containers: ['MSKU-0815'] } },
  });
  say(`K2 connector, Workflows › StartWorkflow: instance ${instance} is started`);
  await until(() => first.lines.length > 0);
  const row = service.rows().at(-1);
  const SN = row?.SN ?? '';
  say(
    `the outside system's SQL table: ID ${row?.ID} | SN ${SN} | Folio ${row?.Folio} | Status ${row?.Status}`,
  );
  // The Method's answer is recorded a moment after the outside system has the row.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await first.kill();
  say(`the process ${first.pid} is killed with SIGKILL while the step waits; nobody is there now`);

  const second = await start();
  say(`a new process, pid ${second.pid}, is started on the same database file; the step waits again`);
  const event = await second.k2.ServerEvents.ServerEvent_Get({ serialNumber: SN });
  say(
    `K2 connector, ServerEvents › ServerEvent_Get ${SN}: ${event.eventName}, ${event.workflowInstanceFolio}`,
  );
  let code = 0;
  await service.inspectAll(async (waiting) => {
    say(`the batch job reads the table, inspects the container and calls ServerEvent_Finish ${waiting.SN}`);
    code = await finish(second.k2, waiting.SN);
    say(`K2 connector, ServerEvents › ServerEvent_Finish: HttpResponseCode ${code}`);
  });
  await until(() => second.lines.some(isPaid));
  say(`finished once more: HttpResponseCode ${await finish(second.k2, SN)}, and nothing happens twice`);
  const paid = [...first.lines, ...second.lines].filter(isPaid);
  const isDone = code === 204 && paid.length === 1 && service.rows().at(-1)?.Status === 'Inspected';
  say(isDone ? 'The workflow is completed.' : 'The workflow is NOT completed.');
  return isDone;
}

async function finish(k2: SmartObjects, serialNumber: string): Promise<number> {
  const { HttpResponseCode } = await k2.ServerEvents.ServerEvent_Finish({
    serialNumber,
    userDefinedFields: { dataFields: { Result: 'nothing found' } },
  });
  return HttpResponseCode;
}

const isPaid = (line: string): boolean => line.includes('is paid');

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
  readonly serviceUrl: string;
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
  return { pid: child.pid ?? 0, serviceUrl, k2, lines, kill: () => kill(child) };
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

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries === 400) throw new Error('It did not happen in twenty seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
