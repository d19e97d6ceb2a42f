// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Task */
export interface Task {
  readonly [broker.typeName]?: 'test.Task';
  x?: string | undefined;
}

/** Properties of Task; nested values as Serialized text. */
export type TaskProperties_ = broker.PropertiesOf<Task>;

/** SmartObject Task. */
export type TaskSmartObject_ = broker.HelperMethods<Task, TaskProperties_>;

export const Task: broker.ServiceObject<TaskSmartObject_> = broker.serviceObject(serviceInstance, `{ "systemName": "Task", "record": { "properties": { "x": "Text" } } }`);
