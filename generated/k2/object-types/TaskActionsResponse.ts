// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Actions of a task. */
export interface TaskActionsResponse {
  readonly [broker.typeName]?: 'k2.TaskActionsResponse';
  /** Actions that can be taken without opening the form. */
  batchableActions?: string[] | undefined;
  /** Actions that need the form. */
  nonBatchableActions?: string[] | undefined;
  /** Built-in actions such as redirect and sleep. */
  systemActions?: string[] | undefined;
}

/** Properties of TaskActionsResponse; nested values as Serialized text. */
export type TaskActionsResponseProperties = broker.PropertiesOf<TaskActionsResponse>;

/** SmartObject TaskActionsResponse. */
export type TaskActionsResponseSmartObject = broker.HelperMethods<TaskActionsResponse, TaskActionsResponseProperties>;

export const TaskActionsResponse: broker.ServiceObject<TaskActionsResponseSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "TaskActionsResponse",
  "record": {
    "properties": {
      "batchableActions": "SerializedArray",
      "nonBatchableActions": "SerializedArray",
      "systemActions": "SerializedArray"
    }
  }
}`);
