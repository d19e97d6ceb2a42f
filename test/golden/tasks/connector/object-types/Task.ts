// Made by rest-broker from descriptors/test.json (Tasks 1).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Owner } from './Owner.js';

/** Task */
export interface Task {
  readonly [broker.typeName]?: 'test.Task';
  due?: string | null | undefined;
  id: string;
  owner?: Owner | undefined;
}

/** Properties of Task; nested values as Serialized text. */
export type TaskProperties = broker.PropertiesOf<Task>;

/** SmartObject Task. */
export type TaskSmartObject = broker.HelperMethods<Task, TaskProperties>;

export const Task: broker.ServiceObject<TaskSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Task",
  "record": { "properties": { "due": "Text", "id": "Text", "owner": "SerializedItem" } }
}`);
