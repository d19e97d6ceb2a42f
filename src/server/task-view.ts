import type { WaitRecord } from '../workflow/wait-record.js';
import type { KnownCaller } from './callers.js';
import { isHeldByAnother } from './find-task.js';
import type { Call } from './operation.js';
import { bigAsText, eventHead } from './server-event-operations.js';

/** K2's words for how a task stands in a worklist. */
export type TaskStatus = 'Available' | 'Open' | 'Allocated' | 'Sleep';

type Json = Readonly<Record<string, unknown>>;

/** `Open`: the caller has taken it on. `Allocated`: somebody else has. */
export function statusOf(wait: WaitRecord, caller: KnownCaller): TaskStatus {
  if (wait.sleepUntilMs !== undefined) return 'Sleep';
  if (wait.allocatedTo === undefined) return 'Available';
  return isHeldByAnother(wait, caller) ? 'Allocated' : 'Open';
}

/** K2's TaskLite. */
export async function taskLite({ workflows }: Call, caller: KnownCaller, wait: WaitRecord): Promise<Json> {
  return {
    ...eventHead(wait),
    status: statusOf(wait, caller),
    taskStartDate: new Date(wait.armedMs).toISOString(),
    priority: wait.priority,
    formURL: '',
    viewFlowURL: '',
    workflowID: await workflows.workflowNumber(wait.run.workflow),
    instruction: wait.description,
    originator: user(wait.originator),
    actions: actionsOf(wait),
  };
}

/** K2's Task. */
export async function wholeTask(call: Call, caller: KnownCaller, wait: WaitRecord): Promise<Json> {
  const { dataFields, sleepUntilMs } = wait;
  return {
    ...(await taskLite(call, caller, wait)),
    sleepUntil: sleepUntilMs === undefined ? '' : new Date(sleepUntilMs).toISOString(),
    activityDataFields: {},
    workflowInstanceDataFields: dataFields,
    workflowInstanceDataFieldsString: JSON.stringify(dataFields, bigAsText),
    workflowInstanceXmlFields: [],
    itemReferences: {},
    itemReferencesString: '{}',
  };
}

/** K2's TaskActionsResponse: the author's, and those of K2's own that would change something now. */
export function actionsOf({ actions, allocatedTo, sleepUntilMs }: WaitRecord): Json {
  const systemActions = [
    'Redirect',
    sleepUntilMs === undefined ? 'Sleep' : 'Wake',
    allocatedTo === undefined ? 'Assign' : 'Release',
  ];
  return { batchableActions: actions, nonBatchableActions: [], systemActions };
}

function user(userName: string): Json {
  return { username: userName, fqn: userName, email: '', manager: '', displayName: userName };
}
