/** What K2 itself offers on every task. They change who has it and when; none of them lets the workflow go on. */
import type { TaskChange, WaitRecord } from '../workflow/wait-record.js';
import { type KnownCaller, mayDo } from './callers.js';
import { findTask, heldByAnother } from './find-task.js';
import { mustWait } from './find-wait.js';
import type { Call, Operation } from './operation.js';
import { integerMember, type Members, textMember } from './read-body.js';
import { Refusal } from './refusal.js';
import { taskLite } from './task-view.js';

const MAX_SLEEP_MS = 10 * 365 * 24 * 3_600_000;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;

/** POST …/actions/assign: the caller takes the task on; nobody else can action it until it is released. */
export const assignTask: Operation = async (call) => {
  const { wait, caller } = await waitingTask(call);
  if (!(await call.workflows.changeTask(wait, { allocatedTo: caller.userName }, caller.userName))) {
    throw heldByAnother();
  }
  return shown(call);
};

/** POST …/actions/release: back to the worklist. Who looks after all tasks may release for others. */
export const releaseTask: Operation = async (call) => change(call, () => ({ allocatedTo: null }));

/** POST …/actions/redirect: into another's worklist, available and awake. */
export const redirectTask: Operation = async (call) =>
  change(call, ({ run }) => ({
    assignee: receiver(call, run.workflow),
    allocatedTo: null,
    sleepUntilMs: null,
  }));

/** POST …/actions/sleep: out of the worklist for a time; its time-out goes on. */
export const sleepTask: Operation = async (call) =>
  change(call, () => ({ sleepUntilMs: sleepUntilMs(call.members, Date.now()) }));

/** POST …/actions/wake */
export const wakeTask: Operation = async (call) => {
  await change(call, () => ({ sleepUntilMs: null }));
  return shown(call);
};

async function change(call: Call, changeOf: (wait: WaitRecord) => TaskChange): ReturnType<Operation> {
  const { wait, caller } = await waitingTask(call);
  const holder = mayDo(caller, ['allTasks'], wait.run.workflow) ? undefined : caller.userName;
  if (await call.workflows.changeTask(wait, changeOf(wait), holder)) return { status: 204 };
  throw heldByAnother();
}

async function waitingTask(call: Call): Promise<{ wait: WaitRecord; caller: KnownCaller }> {
  const task = await findTask(call);
  mustWait(task.wait);
  return task;
}

/** How the task stands after the change. */
async function shown(call: Call): ReturnType<Operation> {
  const { wait, caller } = await findTask(call);
  return { status: 200, body: await taskLite(call, caller, wait) };
}

function receiver(call: Call, workflow: string): string {
  const asked = textMember(call.members, 'RedirectTo');
  if (asked === undefined || asked === '') throw new Refusal(400, 'RedirectTo must be a user name.');
  const userName = call.taskUser(asked, workflow);
  if (userName !== undefined) return userName;
  throw new Refusal(400, 'RedirectTo names nobody, or several, who may have tasks of this workflow here.');
}

/** Seconds in `SleepFor`, or a moment in `SleepUntil`; one without an offset is UTC. */
function sleepUntilMs(members: Members, nowMs: number): number {
  const seconds = integerMember(members, 'SleepFor');
  const moment = textMember(members, 'SleepUntil');
  if ((seconds === undefined) === (moment === undefined)) {
    throw new Refusal(400, 'Either SleepFor (seconds) or SleepUntil (a moment) must be given.');
  }
  const untilMs = moment === undefined ? nowMs + Number(seconds) * 1_000 : momentMs(moment);
  if (untilMs > nowMs && untilMs <= nowMs + MAX_SLEEP_MS) return untilMs;
  throw new Refusal(400, 'A task sleeps until a moment that is to come, in ten years at most.');
}

function momentMs(text: string): number {
  const [, , , offset] = MOMENT.exec(text) ?? [];
  const ms = MOMENT.test(text) ? Date.parse(offset === undefined ? `${text}Z` : text) : Number.NaN;
  if (Number.isFinite(ms)) return ms;
  throw new Refusal(400, 'SleepUntil must be a moment such as 2026-12-24T08:00:00Z.');
}
