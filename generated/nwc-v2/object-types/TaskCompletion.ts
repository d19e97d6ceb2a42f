// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Answer to a task. */
export interface TaskCompletion {
  readonly [broker.typeName]?: 'nwc-v2.TaskCompletion';
  /** Must equal one of the outcomes of the task. */
  outcome: string;
}

/** Properties of TaskCompletion; nested values as Serialized text. */
export type TaskCompletionProperties = broker.PropertiesOf<TaskCompletion>;

/** SmartObject TaskCompletion. */
export type TaskCompletionSmartObject = broker.HelperMethods<TaskCompletion, TaskCompletionProperties>;

export const TaskCompletion: broker.ServiceObject<TaskCompletionSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "TaskCompletion", "record": { "properties": { "outcome": "Text" } } }`);
