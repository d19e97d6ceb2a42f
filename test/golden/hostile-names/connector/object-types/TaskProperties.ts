// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** TaskProperties */
export interface TaskProperties {
  readonly [broker.typeName]?: 'test.TaskProperties';
  x?: string | undefined;
}

/** Properties of TaskProperties; nested values as Serialized text. */
export type TaskPropertiesProperties = broker.PropertiesOf<TaskProperties>;

/** SmartObject TaskProperties. */
export type TaskPropertiesSmartObject = broker.HelperMethods<TaskProperties, TaskPropertiesProperties>;

export const TaskProperties: broker.ServiceObject<TaskPropertiesSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "TaskProperties", "record": { "properties": { "x": "Text" } } }`);
