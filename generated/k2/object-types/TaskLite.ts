// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { TaskActionsResponse } from './TaskActionsResponse.js';
import type { User } from './User.js';

/** A task in a worklist. */
export interface TaskLite {
  readonly [broker.typeName]?: 'k2.TaskLite';
  actions?: TaskActionsResponse | undefined;
  /** Second half of the serial number. */
  activityInstanceDestinationID?: number | undefined;
  /** Activity instance number. */
  activityInstanceID?: number | undefined;
  /** Step name. */
  activityName?: string | undefined;
  /** Event description. */
  eventDescription?: string | undefined;
  /** Event name. */
  eventName?: string | undefined;
  /** Address of the task form. */
  formURL?: string | undefined;
  /** Text for the person. */
  instruction?: string | undefined;
  originator?: User | undefined;
  /** 0 high, 1 medium, 2 low. */
  priority?: number | undefined;
  /** Key of the task for the other operations. */
  serialNumber: string;
  /** Worklist state, such as Available, Open, Allocated, Sleep or Completed. */
  status?: string | undefined;
  /** When the task was given. */
  taskStartDate?: string | undefined;
  /** Address of the instance diagram. */
  viewFlowURL?: string | undefined;
  /** Folder of the workflow. */
  workflowCategory?: string | undefined;
  /** Display name of the workflow. */
  workflowDisplayName?: string | undefined;
  /** Definition version number. */
  workflowID?: number | undefined;
  /** Folio of the instance. */
  workflowInstanceFolio?: string | undefined;
  /** Instance number. */
  workflowInstanceID?: number | undefined;
  /** System name of the workflow. */
  workflowName?: string | undefined;
}

/** Properties of TaskLite; nested values as Serialized text. */
export type TaskLiteProperties = broker.PropertiesOf<TaskLite>;

/** SmartObject TaskLite. */
export type TaskLiteSmartObject = broker.HelperMethods<TaskLite, TaskLiteProperties>;

export const TaskLite: broker.ServiceObject<TaskLiteSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "TaskLite",
  "record": {
    "properties": {
      "actions": "SerializedItem",
      "activityInstanceDestinationID": "Number",
      "activityInstanceID": "Number",
      "activityName": "Text",
      "eventDescription": "Text",
      "eventName": "Text",
      "formURL": "Text",
      "instruction": "Text",
      "originator": "SerializedItem",
      "priority": "Number",
      "serialNumber": "Text",
      "status": "Text",
      "taskStartDate": "Text",
      "viewFlowURL": "Text",
      "workflowCategory": "Text",
      "workflowDisplayName": "Text",
      "workflowID": "Number",
      "workflowInstanceFolio": "Text",
      "workflowInstanceID": "Number",
      "workflowName": "Text"
    }
  }
}`);
