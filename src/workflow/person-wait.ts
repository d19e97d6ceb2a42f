import { quoted } from '../base/visible-text.js';
import { armWait, checkedTimeout, delivered, received, type WaitParts } from './external-wait.js';
import type { PersonAnswer, PersonTask } from './steps.js';
import { WorkflowError } from './workflow-error.js';

/** A task in the worklist of a person: a wait that is finished by one of its actions. */
export async function personWait(parts: WaitParts, name: string, task: PersonTask): Promise<PersonAnswer> {
  const stepName = parts.takeName(name);
  if (task.actions.length === 0) {
    throw new WorkflowError('STEP_INVALID', {
      who: `Step ${quoted(stepName)}`,
      what: 'a task has at least one action',
    });
  }
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
  const { dataFields } = received(parts, delivery, task.hidden);
  return { serialNumber, action: delivery.action, timedOut: false, dataFields };
}
