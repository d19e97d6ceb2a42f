// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** TaskSmartObject */
export interface TaskSmartObject {
  readonly [broker.typeName]?: 'test.TaskSmartObject';
  x?: string | undefined;
}

/** Properties of TaskSmartObject; nested values as Serialized text. */
export type TaskSmartObjectProperties = broker.PropertiesOf<TaskSmartObject>;

/** SmartObject TaskSmartObject. */
export type TaskSmartObjectSmartObject = broker.HelperMethods<TaskSmartObject, TaskSmartObjectProperties>;

export const TaskSmartObject: broker.ServiceObject<TaskSmartObjectSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "TaskSmartObject", "record": { "properties": { "x": "Text" } } }`);
