// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { TaskLite } from './TaskLite.js';

/** A worklist. */
export interface TasksResponse {
  readonly [broker.typeName]?: 'k2.TasksResponse';
  /** Number of tasks. */
  itemCount?: number | undefined;
  tasks?: TaskLite[] | undefined;
}

/** Properties of TasksResponse; nested values as Serialized text. */
export type TasksResponseProperties = broker.PropertiesOf<TasksResponse>;

/** SmartObject TasksResponse. */
export type TasksResponseSmartObject = broker.HelperMethods<TasksResponse, TasksResponseProperties>;

export const TasksResponse: broker.ServiceObject<TasksResponseSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "TasksResponse",
  "record": { "properties": { "itemCount": "Number", "tasks": "SerializedArray" } }
}`);
