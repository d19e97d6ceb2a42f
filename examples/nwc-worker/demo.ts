/**
 * `npm run demo`: the article's worker process against a stand-in of NWC on this machine. Everything is done as an
 * integrator and a workflow author would do it, in a workspace of its own that is made anew on each run.
 */
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateConnectors, registerServiceInstance } from 'rest-broker';
import type * as Connector from '../../generated/nwc/index.js';
import { startNwcStandIn } from './nwc-stand-in.js';
import { completeWaitingTask } from './worker.js';

const WORKSPACE = fileURLToPath(new URL('.workspace/demo/', import.meta.url));
const DESCRIPTOR = fileURLToPath(new URL('../../descriptors/nwc-workflow.swagger.json', import.meta.url));

const TOKEN = 'demo-token-of-the-service-account';
const PROCESS_INSTANCE_ID = 'instance-4711';
const TASK_ID = 'task-0815';

const say = (line = ''): void => console.log(line);
const step = (line: string): void => say(`  · ${line}`);

async function register(serviceUrl: string): Promise<void> {
  say('1  Register the NWC Workflow Xtension as the Service Instance nwc');
  await rm(WORKSPACE, { recursive: true, force: true });
  await mkdir(WORKSPACE, { recursive: true });
  const { instance } = await registerServiceInstance(WORKSPACE, {
    name: 'nwc',
    location: DESCRIPTOR,
    settings: { authentication: { mode: 'impersonate' }, addHttpRequestHeaders: true, serviceUrl },
  });
  step(`descriptor kept as ${instance.descriptor.file}, sha256 ${instance.descriptor.sha256.slice(0, 12)}…`);
  step('Authentication Mode impersonate, Add HTTP Request Header Property To Methods: true');
}

async function generate(): Promise<typeof Connector> {
  say('2  Generate the SmartObjects Task and Tasks, and the System Type HTTPHeader');
  const [generated] = await generateConnectors(WORKSPACE, {
    names: ['nwc'],
    selection: { objects: ['Task', 'Tasks'], systemTypes: ['HTTPHeader'] },
  });
  step(`${generated?.written.length ?? 0} files; they brought ${generated?.broughtAlong.join(', ') ?? ''}`);
  return (await import(pathToFileURL(`${WORKSPACE}generated/nwc/index.ts`).href)) as typeof Connector;
}

async function main(): Promise<number> {
  const standIn = await startNwcStandIn({
    token: TOKEN,
    tasks: [{ id: TASK_ID, workflowInstanceId: PROCESS_INSTANCE_ID, appearsAfterQueries: 3 }],
  });
  try {
    say(`A stand-in of NWC listens on ${standIn.serviceUrl}; a process instance waits there.`);
    await register(standIn.serviceUrl);
    const { connect } = await generate();
    say('3  Run the worker process');
    const worker = { token: TOKEN, processInstanceId: PROCESS_INSTANCE_ID, maxTries: 5, waitMs: 300 };
    const result = await completeWaitingTask(connect(), worker, step);
    say('4  What the stand-in has on record');
    const task = standIn.tasks[TASK_ID];
    for (const { verb, path, status } of standIn.requests) step(`${verb} ${path} → ${status}`);
    step(`task ${TASK_ID}: status ${task?.status}, outcome ${task?.outcome}, by ${task?.completedBy}`);
    const isDone = task?.status === 'complete' && result.taskLoopCounter === 3;
    say(isDone ? 'The task is completed; the NWC process goes on.' : 'The task is NOT completed.');
    return isDone ? 0 : 1;
  } finally {
    await standIn.close();
  }
}

process.exitCode = await main();
