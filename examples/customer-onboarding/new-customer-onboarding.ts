/**
 * The worker process of the article «Pause an NWC Process While Waiting for an External Event», durably: started
 * with the id of the NWC process, it completes that process' waiting task when the customer has been looked at.
 */

import type { WorkflowDefinition, Workflows } from 'rest-broker/workflow';
import type { SmartObjects } from '../../generated/nwc/index.js';

export interface OnboardingFields {
  readonly Header: string;
  readonly 'Process Instance Id': string;
}

export function defineNewCustomerOnboarding(
  workflows: Workflows,
  nwc: SmartObjects,
  narrate: (line: string) => void,
): WorkflowDefinition<OnboardingFields, string> {
  const dataFields = {
    Header: { type: 'string', required: true, hidden: true, description: 'Hidden in Reports' },
    'Process Instance Id': { type: 'string', required: true },
  } as const;
  return workflows.define('NewCustomerOnboarding', { dataFields }, async (fields: OnboardingFields, step) => {
    const workflowInstanceId = fields['Process Instance Id'];
    const header = nwc.HTTPHeader.SerializeAddItemToArray({ Name: 'Authorization', Value: fields.Header });
    const HttpHeaders = header.Serialized_Array;

    // The worker is started before NWC makes its task: the article's Task Ready decision and Task Loop Counter.
    const taskReady = await step.until(
      'Task ready',
      {
        maxTries: 5,
        everyMs: 200,
        whenUsedUp: { assignee: 'operations', actions: ['Done by hand', 'Give up'] },
      },
      async (count) => {
        const { tasks } = await nwc.Tasks.Get_tasks({ workflowInstanceId, HttpHeaders });
        const [task] = nwc.Task.DeserializeTypedArray({ Serialized_Array: tasks });
        narrate(`Tasks › Get_tasks, try ${count}: ${task === undefined ? 'no task yet' : `task ${task.id}`}`);
        return task?.id ?? '';
      },
    );
    if (!taskReady.ready) return `a person was asked: ${taskReady.person?.action ?? 'no answer'}`;
    return step.execute('Complete the task', async () => {
      const done = await nwc.Tasks.Patch_tasks__task_id_({
        task_id: taskReady.value,
        Outcome: '{"outcome": "Completed"}',
        HttpHeaders,
      });
      narrate(
        `Tasks › Patch_tasks__task_id_ with {"outcome": "Completed"}: HttpResponseCode ${done.HttpResponseCode}`,
      );
      return `task ${taskReady.value} completed`;
    });
  });
}
