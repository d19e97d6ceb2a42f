import { findTask, heldByAnother, isHeldByAnother, isOf } from './find-task.js';
import { finishAnswer, mustWait } from './find-wait.js';
import type { Operation } from './operation.js';
import { passedBackIn } from './passed-back.js';
import { Refusal } from './refusal.js';
import { actionsOf, statusOf, type TaskStatus, taskLite, wholeTask } from './task-view.js';

const MAX_LISTED = 1_000;
const STATES: readonly (TaskStatus | 'All')[] = ['All', 'Available', 'Open', 'Allocated', 'Sleep'];

/** GET tasks: what sleeps is not in a worklist unless it is asked for. */
export const getTasks: Operation = async (call) => {
  const caller = call.caller();
  const wanted = stateOf(call.query('state'));
  const waits = await call.workflows.openTasks({
    limit: MAX_LISTED,
    ...(caller.rights.includes('allTasks') ? {} : { assignee: caller.userName }),
    ...(caller.workflows === 'all' ? {} : { workflows: caller.workflows }),
  });
  const own = waits.filter((wait) => isOf(caller, wait) && isIn(wanted, statusOf(wait, caller)));
  const tasks = await Promise.all(own.map((wait) => taskLite(call, caller, wait)));
  return { status: 200, body: { itemCount: tasks.length, tasks } };
};

/** GET tasks/{serialNumber} */
export const getTask: Operation = async (call) => {
  const { wait, caller } = await findTask(call);
  mustWait(wait);
  return { status: 200, body: await wholeTask(call, caller, wait) };
};

/** GET tasks/{serialNumber}/actions */
export const getTaskActions: Operation = async (call) => {
  const { wait } = await findTask(call);
  mustWait(wait);
  return { status: 200, body: actionsOf(wait) };
};

/** POST tasks/{serialNumber}/actions/{customAction}: one that the author offers; it finishes the task. */
export const actionTask: Operation = async (call) => {
  const { wait, caller } = await findTask(call);
  const [, action = ''] = call.ids;
  const passedBack = passedBackIn(call.members);
  if (wait.state === 'waiting' && isHeldByAnother(wait, caller)) throw heldByAnother();
  const outcome = await call.workflows.finishWait(wait, { ...passedBack, action, by: caller.name });
  return finishAnswer(outcome, call.finishedTwice);
};

function stateOf(asked: string | undefined): TaskStatus | 'All' | undefined {
  if (asked === undefined || asked === '') return undefined;
  const state = STATES.find((name) => name.toLowerCase() === asked.toLowerCase());
  if (state !== undefined) return state;
  throw new Refusal(400, `state must be one of ${STATES.join(', ')}.`);
}

function isIn(wanted: TaskStatus | 'All' | undefined, status: TaskStatus): boolean {
  if (wanted === undefined) return status !== 'Sleep';
  return wanted === 'All' || wanted === status;
}
