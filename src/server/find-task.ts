import type { WaitRecord } from '../workflow/wait-record.js';
import { demand, type KnownCaller, mayDo } from './callers.js';
import { checkedSerialNumber, findWait } from './find-wait.js';
import type { Call } from './operation.js';
import { Refusal } from './refusal.js';

export interface FoundTask {
  readonly wait: WaitRecord;
  readonly caller: KnownCaller;
}

/** The task of the path, for a caller who may have it. Somebody else's is as unknown as one that is not there. */
export async function findTask(call: Call): Promise<FoundTask> {
  const [text = ''] = call.ids;
  const caller = call.caller();
  checkedSerialNumber(text);
  const wait = await findWait(call, text, 'person');
  demand(caller, ['tasks', 'allTasks'], wait.run.workflow);
  if (isOf(caller, wait)) return { wait, caller };
  throw new Refusal(404, 'There is no task with this serial number in the worklist.');
}

export function isOf(caller: KnownCaller, wait: WaitRecord): boolean {
  if (mayDo(caller, ['allTasks'], wait.run.workflow)) return true;
  return mayDo(caller, ['tasks'], wait.run.workflow) && wait.assignee === caller.userName;
}

/** Whether somebody else has taken the task on. */
export function isHeldByAnother({ allocatedTo }: WaitRecord, { userName }: KnownCaller): boolean {
  return allocatedTo !== undefined && allocatedTo !== userName;
}

export function heldByAnother(): Refusal {
  return new Refusal(409, 'Somebody else has taken this task on: it must be released or redirected first.');
}
