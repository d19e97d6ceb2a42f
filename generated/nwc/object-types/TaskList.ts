// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Task } from './Task.js';

/** A page of tasks. */
export interface TaskList {
  readonly [broker.typeName]?: 'nwc.TaskList';
  /** Address of the next page; absent or null on the last page. */
  nextLink?: string | null | undefined;
  tasks: Task[];
}

/** Properties of TaskList; nested values as Serialized text. */
export type TaskListProperties = broker.PropertiesOf<TaskList>;

/** SmartObject TaskList. */
export type TaskListSmartObject = broker.HelperMethods<TaskList, TaskListProperties>;

export const TaskList: broker.ServiceObject<TaskListSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "TaskList",
  "record": { "properties": { "nextLink": "Text", "tasks": "SerializedArray" } }
}`);
