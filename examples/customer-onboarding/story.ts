/**
 * The NWC story: a customer is submitted, the credit score is doubtful, the worker process is started through the
 * K2 connector, NWC waits on a task of its service account, the worker completes it, NWC goes on.
 */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startWorkflowServer } from 'rest-broker/server';
import { createWorkflows } from 'rest-broker/workflow';
import { connect as connectCredit } from '../../generated/credit/index.js';
import { connect as connectK2, type SmartObjects } from '../../generated/k2/index.js';
import { connect as connectNwc } from '../../generated/nwc/index.js';
import { type NwcStandIn, startNwcStandIn } from '../nwc-worker/nwc-stand-in.js';
import { startCreditStandIn } from './credit-stand-in.js';
import { defineNewCustomerOnboarding } from './new-customer-onboarding.js';

const WORKSPACE = fileURLToPath(new URL('.workspace/', import.meta.url));
const NWC_TOKEN = 'demo-token-of-the-service-account';
const K2_TOKEN = 'demo-token-of-the-k2-connection';
const PROCESS_INSTANCE_ID = 'nwc-instance-4711';
const TASK_ID = 'task-0815';

type Say = (line: string) => void;

/** @returns whether everything came as the article has it */
export async function tellCustomerOnboarding(say: Say): Promise<boolean> {
  await rm(WORKSPACE, { recursive: true, force: true });
  const nwc = await startNwcStandIn({
    token: NWC_TOKEN,
    tasks: [{ id: TASK_ID, workflowInstanceId: PROCESS_INSTANCE_ID, appearsAfterQueries: 3 }],
  });
  const credit = await startCreditStandIn(61);
  const workflows = createWorkflows({ store: `file:${WORKSPACE}workflow.db` });
  try {
    defineNewCustomerOnboarding(workflows, connectNwc({ serviceUrl: nwc.serviceUrl }), say);
    await workflows.work();
    const server = await startWorkflowServer({
      workflows,
      callers: [{ name: 'NWC', token: K2_TOKEN, rights: ['start'], workflows: ['NewCustomerOnboarding'] }],
    });
    const k2 = connectK2({
      serviceUrl: server.serviceUrl,
      authentication: { mode: 'bearer', token: K2_TOKEN },
    });
    const isDone = await playNwc({ nwc, k2, creditUrl: credit.serviceUrl, say });
    const number = Number((await workflows.instances({ limit: 1 }))[0]?.number);
    // NWC goes on when its task is complete; that it was, the worker writes down a moment later.
    await workflows.result(number, { timeoutMs: 10_000 });
    const instance = await workflows.instance(number);
    const report = JSON.stringify(instance);
    say(
      `the worker's instance is ${instance?.run.state}; its Header is in no report: ${!report.includes(NWC_TOKEN)}`,
    );
    await server.close();
    return isDone && instance?.run.state === 'completed';
  } finally {
    await workflows.close();
    await credit.close();
    await nwc.close();
  }
}

interface Cast {
  readonly nwc: NwcStandIn;
  readonly k2: SmartObjects;
  readonly creditUrl: string;
  readonly say: Say;
}

/** The NWC process of the article. */
async function playNwc({ nwc, k2, creditUrl, say }: Cast): Promise<boolean> {
  say('a customer submits an order; the customer is new');
  const credit = connectCredit({
    serviceUrl: creditUrl,
    authentication: { mode: 'bearer', token: 'credit-token' },
  });
  const { score = 0 } = await credit.Scores.Get_scores__company_({ company: '04523378' });
  say(`Scores › Get_scores__company_: ${score}, between 40 and 79: somebody has to look closer`);
  if (score < 40 || score > 79) return false;

  const { workflows } = await k2.Workflows.GetWorkflows({ type: 'startable' });
  const [worker] = k2.WorkflowLabel.DeserializeTypedArray({ Serialized_Array: workflows });
  const started = await k2.Workflows.StartWorkflow({
    id: worker?.id ?? 0,
    instance: {
      folio: 'New customer 04523378',
      dataFields: { Header: `Bearer ${NWC_TOKEN}`, 'Process Instance Id': PROCESS_INSTANCE_ID },
    },
  });
  say(
    `Workflows › StartWorkflow: worker instance ${started.Value}; NWC waits on a task of the service account`,
  );
  for (let tries = 0; nwc.tasks[TASK_ID]?.status !== 'complete'; tries += 1) {
    if (tries > 200) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  say(
    `task ${TASK_ID} is complete with the outcome ${nwc.tasks[TASK_ID]?.outcome}: NWC goes on to the warehouse`,
  );
  return nwc.tasks[TASK_ID]?.outcome === 'Completed';
}
