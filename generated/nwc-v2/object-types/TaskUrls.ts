// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Links of a task. */
export interface TaskUrls {
  readonly [broker.typeName]?: 'nwc-v2.TaskUrls';
  /** Web address of the task form. */
  formUrl?: string | undefined;
}

/** Properties of TaskUrls; nested values as Serialized text. */
export type TaskUrlsProperties = broker.PropertiesOf<TaskUrls>;

/** SmartObject TaskUrls. */
export type TaskUrlsSmartObject = broker.HelperMethods<TaskUrls, TaskUrlsProperties>;

export const TaskUrls: broker.ServiceObject<TaskUrlsSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "TaskUrls", "record": { "properties": { "formUrl": "Text" } } }`);
