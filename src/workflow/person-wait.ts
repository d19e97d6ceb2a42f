import { WorkflowError } from '../base/errors.js';
import { quoted } from '../base/visible-text.js';
import { armWait, delivered, received, type WaitParts } from './external-wait.js';
import { checkedTimeout } from './step-limits.js';
import type { PersonAnswer, PersonTask } from './steps.js';

/** What K2 itself offers on every task: its endpoint would never come to an action of the author's by that name. */
const K2_ACTIONS: readonly string[] = ['redirect', 'sleep', 'wake', 'assign', 'release'];

/** A task in the worklist of a person: a wait that is finished by one of its actions. */
export async function personWait(parts: WaitParts, name: string, task: PersonTask): Promise<PersonAnswer> {
  const stepName = parts.takeName(name);
  checkActions(stepName, task.actions);
  const { serialNumber, armed } = await armWait(parts, stepName, {
    kind: 'person',
    eventName: name,
    description: task.description ?? '',
    assignee: task.assignee,
    actions: task.actions,
    hidden: [...parts.hiddenNames, ...(task.hidden ?? [])],
    timeoutMs: checkedTimeout(stepName, task.timeoutMs),
  });
  const delivery = await delivered(armed);
  if (delivery === undefined) return { serialNumber, action: undefined, timedOut: true, dataFields: {} };
  const passedBack = received(parts, delivery, task.hidden);
  return { serialNumber, action: delivery.action, timedOut: false, ...passedBack };
}

/** @throws WorkflowError `STEP_INVALID` */
export function checkActions(stepName: string, actions: readonly string[]): void {
  const names = actions.map((name) => name.toLowerCase());
  const isDistinct = new Set(names).size === names.length;
  if (
    names.length > 0 &&
    isDistinct &&
    names.every((name) => name.trim() !== '' && !K2_ACTIONS.includes(name))
  )
    return;
  throw new WorkflowError('STEP_INVALID', {
    who: `Step ${quoted(stepName)}`,
    what: `a task has one action or more, each with a name of its own, and none of ${K2_ACTIONS.join(', ')}`,
  });
}
