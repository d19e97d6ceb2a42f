import type { WaitRecord } from '../workflow/wait-record.js';
import { demand, type KnownCaller, mayDo } from './callers.js';
import { checkedSerialNumber, findWait, finishAnswer, mustWait } from './find-wait.js';
import type { Call, Operation } from './operation.js';
import { objectMember } from './read-body.js';
import { Refusal } from './refusal.js';
import { bigAsText, eventHead } from './server-event-operations.js';

const MAX_LISTED = 1_000;
/** K2's own actions, which are not a task's: matched before those of the workflow's author. */
const SYSTEM_ACTIONS = ['redirect', 'sleep', 'wake', 'assign', 'release'];

/** GET tasks */
export const getTasks: Operation = async (call) => {
  const caller = call.caller();
  const isAll = caller.rights.includes('allTasks');
  const waits = await call.workflows.openTasks(isAll ? undefined : caller.userName, MAX_LISTED);
  const tasks = waits.filter((wait) => isOf(caller, wait)).map(taskLite);
  return { status: 200, body: { itemCount: tasks.length, tasks } };
};

/** GET tasks/{serialNumber} */
export const getTask: Operation = async (call) => {
  const { wait } = await ownTask(call);
  mustWait(wait);
  const fields = wait.dataFields;
  return {
    status: 200,
    body: {
      ...taskLite(wait),
      activityDataFields: {},
      workflowInstanceDataFields: fields,
      workflowInstanceDataFieldsString: JSON.stringify(fields, bigAsText),
      workflowInstanceXmlFields: [],
      itemReferences: {},
      itemReferencesString: '{}',
    },
  };
};

/** GET tasks/{serialNumber}/actions */
export const getTaskActions: Operation = async (call) => {
  const { wait } = await ownTask(call);
  mustWait(wait);
  return { status: 200, body: actionsOf(wait) };
};

/** POST tasks/{serialNumber}/actions/{customAction} */
export const actionTask: Operation = async (call) => {
  const { wait, caller } = await ownTask(call);
  const [, asked = ''] = call.ids;
  if (SYSTEM_ACTIONS.includes(asked.toLowerCase())) {
    throw new Refusal(501, `The action ${asked.toLowerCase()} is not offered here.`);
  }
  const action = wait.actions.find((name) => name.toLowerCase() === asked.toLowerCase());
  if (action === undefined)
    throw new Refusal(400, `The actions of this task are: ${wait.actions.join(', ')}.`);
  const dataFields = objectMember(call.members, 'dataFields');
  const outcome = await call.workflows.finishWait(wait, { action, dataFields, by: caller.name });
  return finishAnswer(outcome, call.finishedTwice);
};

/** Somebody else's task is as unknown as one that is not there. */
async function ownTask(call: Call): Promise<{ wait: WaitRecord; caller: KnownCaller }> {
  const [text = ''] = call.ids;
  const caller = call.caller();
  checkedSerialNumber(text);
  const wait = await findWait(call, text, 'person');
  demand(caller, ['tasks', 'allTasks'], wait.run.workflow);
  if (!isOf(caller, wait))
    throw new Refusal(404, 'There is no task with this serial number in the worklist.');
  return { wait, caller };
}

function isOf(caller: KnownCaller, wait: WaitRecord): boolean {
  if (mayDo(caller, ['allTasks'], wait.run.workflow)) return true;
  return mayDo(caller, ['tasks'], wait.run.workflow) && wait.assignee === caller.userName;
}

/** K2's TaskLite. */
function taskLite(wait: WaitRecord): Readonly<Record<string, unknown>> {
  return {
    ...eventHead(wait),
    status: 'Available',
    taskStartDate: new Date(wait.armedMs).toISOString(),
    priority: wait.priority,
    formURL: '',
    viewFlowURL: '',
    workflowID: 0,
    instruction: wait.description,
    originator: { username: '', fqn: '', email: '', manager: '', displayName: '' },
    actions: actionsOf(wait),
  };
}

function actionsOf({ actions }: WaitRecord): Readonly<Record<string, readonly string[]>> {
  return { batchableActions: actions, nonBatchableActions: [], systemActions: [] };
}
