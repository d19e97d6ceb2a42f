// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Links of a task. */
export interface TaskUrls {
  readonly [broker.typeName]?: 'nwc.TaskUrls';
  /** Web address of the task form. */
  formUrl?: string | undefined;
}

/** Properties of TaskUrls; nested values as Serialized text. */
export type TaskUrlsProperties = broker.PropertiesOf<TaskUrls>;

/** SmartObject TaskUrls. */
export type TaskUrlsSmartObject = broker.HelperMethods<TaskUrls, TaskUrlsProperties>;

export const TaskUrls: broker.ServiceObject<TaskUrlsSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "TaskUrls", "record": { "properties": { "formUrl": "Text" } } }`);
