import type { WaitRecord } from '../workflow/wait-record.js';
import { demand } from './callers.js';
import { checkedSerialNumber, findWait, finishAnswer, mustWait } from './find-wait.js';
import type { Call, Operation } from './operation.js';
import { passedBackIn } from './passed-back.js';

/** GET serverEvents/{serialNumber} */
export const getServerEvent: Operation = async (call) => {
  const { wait } = await admitted(call);
  mustWait(wait);
  return { status: 200, body: serverEvent(wait) };
};

/** POST serverEvents/{serialNumber}/finish */
export const finishServerEvent: Operation = async (call) => {
  const { wait, by } = await admitted(call);
  const outcome = await call.workflows.finishWait(wait, { ...passedBackIn(call.members), by });
  return finishAnswer(outcome, call.finishedTwice);
};

/** The secret form is a credential of its own; the plain one needs a right. */
async function admitted(call: Call): Promise<{ wait: WaitRecord; by: string }> {
  const [text = ''] = call.ids;
  if (checkedSerialNumber(text).isSecretForm) {
    return { wait: await findWait(call, text, 'system'), by: 'secret serial number' };
  }
  const caller = await call.callerFor(text);
  const wait = await findWait(call, text, 'system');
  demand(caller, ['serverEvent'], wait.run.workflow);
  return { wait, by: caller.name };
}

/** K2's ServerEventDataResponse. */
function serverEvent(wait: WaitRecord): Readonly<Record<string, unknown>> {
  const fields = wait.dataFields;
  return {
    ...eventHead(wait),
    eventInstance: {
      id: wait.step,
      name: wait.eventName,
      metadata: '',
      expectedDuration: 0,
      priority: wait.priority,
      startDate: new Date(wait.armedMs).toISOString(),
    },
    dataFields: fields,
    xmlFields: [],
    itemReferences: {},
    workflowInstanceDataFieldsString: JSON.stringify(fields, bigAsText),
    itemReferencesString: '{}',
    viewFlowURL: '',
  };
}

/** What events and tasks have in common. */
export function eventHead(wait: WaitRecord): Readonly<Record<string, unknown>> {
  const { run } = wait;
  return {
    serialNumber: wait.serialNumber,
    workflowName: run.workflow,
    workflowDisplayName: run.workflow,
    workflowCategory: '',
    workflowInstanceID: wait.instance,
    workflowInstanceFolio: wait.folio,
    activityInstanceID: wait.step,
    activityInstanceDestinationID: wait.step,
    activityName: wait.eventName,
    eventName: wait.eventName,
    eventDescription: wait.description,
  };
}

/** Integers beyond 2^53 have no JSON number that every reader keeps. */
export function bigAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
