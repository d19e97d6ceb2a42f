// Made by rest-broker from descriptors/test.json (Tasks 1).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Task } from './Task.js';

/** TaskList */
export interface TaskList {
  readonly [broker.typeName]?: 'test.TaskList';
  next?: string | undefined;
  tasks?: Task[] | undefined;
}

/** Properties of TaskList; nested values as Serialized text. */
export type TaskListProperties = broker.PropertiesOf<TaskList>;

/** SmartObject TaskList. */
export type TaskListSmartObject = broker.HelperMethods<TaskList, TaskListProperties>;

export const TaskList: broker.ServiceObject<TaskListSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "TaskList",
  "record": { "properties": { "next": "Text", "tasks": "SerializedArray" } }
}`);
