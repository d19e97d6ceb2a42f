/**
 * The worker process of the article «Pause an NWC Process While Waiting for an External Event», step by step:
 * K2's words only; the data fields are the article's own.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { SmartObjects } from '../../generated/nwc/index.js';

export interface WorkerInput {
  /** The token made in NWC under Apps and tokens. */
  readonly token: string;
  /** Id of the NWC process that started this one. */
  readonly processInstanceId: string;
  /** How often to look for the task: NWC makes it available some time after it starts the worker. */
  readonly maxTries: number;
  readonly waitMs: number;
}

export interface WorkerResult {
  /** Empty when the task never appeared: the path on which the article puts a human in the loop. */
  readonly taskId: string;
  readonly taskLoopCounter: number;
  /** HttpResponseCodes in the order of the calls. */
  readonly httpResults: readonly number[];
}

/** @param narrate is told each step when it is done */
export async function completeWaitingTask(
  nwc: SmartObjects,
  { token, processInstanceId, maxTries, waitMs }: WorkerInput,
  narrate: (step: string) => void,
): Promise<WorkerResult> {
  const httpResults: number[] = [];
  const { Serialized_Array: header } = nwc.HTTPHeader.SerializeAddItemToArray({
    Name: 'Authorization',
    Value: `Bearer ${token}`,
  });
  narrate('HTTPHeader › Serialize Add Item To Array: the header is ready, its value stays hidden');

  let taskId = '';
  let taskLoopCounter = 0;
  while (taskId.length === 0 && taskLoopCounter < maxTries) {
    if (taskLoopCounter > 0) await wait(waitMs);
    taskLoopCounter += 1;
    const got = await nwc.Tasks.Get_tasks({ workflowInstanceId: processInstanceId, HttpHeaders: header });
    httpResults.push(got.HttpResponseCode);
    const [task] = nwc.Task.DeserializeTypedArray({ Serialized_Array: got.tasks });
    taskId = task?.id ?? '';
    const found = taskId === '' ? 'no task yet' : `Task › Deserialize Typed Array gives the id ${taskId}`;
    narrate(
      `Tasks › Get_tasks, try ${taskLoopCounter} of ${maxTries}: HttpResponseCode ${got.HttpResponseCode}, ${found}`,
    );
  }
  if (taskId === '') return { taskId, taskLoopCounter, httpResults };

  const done = await nwc.Tasks.Patch_tasks__task_id_({
    task_id: taskId,
    Outcome: '{"outcome": "Completed"}',
    HttpHeaders: header,
  });
  httpResults.push(done.HttpResponseCode);
  narrate(
    `Tasks › Patch_tasks__task_id_ with {"outcome": "Completed"}: HttpResponseCode ${done.HttpResponseCode}`,
  );
  return { taskId, taskLoopCounter, httpResults };
}
