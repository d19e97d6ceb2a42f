// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { TaskActionsResponse } from './TaskActionsResponse.js';
import type { User } from './User.js';
import type { UserDefinedXmlField } from './UserDefinedXmlField.js';

/** One task. */
export interface Task {
  readonly [broker.typeName]?: 'k2.Task';
  actions?: TaskActionsResponse | undefined;
  /** Fields of the step, keyed by name; a value is any JSON value. */
  activityDataFields?: { [name: string]: unknown } | undefined;
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
  /** Item references: name, then item number, then property. */
  itemReferences?: { [name: string]: unknown } | undefined;
  /** The item references as text. */
  itemReferencesString?: string | undefined;
  originator?: User | undefined;
  /** 0 high, 1 medium, 2 low. */
  priority?: number | undefined;
  /** Key of the task for the other operations. */
  serialNumber: string;
  /** When a sleeping task comes back. */
  sleepUntil?: string | undefined;
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
  /** Fields of the instance, keyed by name; a value is any JSON value. */
  workflowInstanceDataFields?: { [name: string]: unknown } | undefined;
  /** The same fields as text. */
  workflowInstanceDataFieldsString?: string | undefined;
  /** Folio of the instance. */
  workflowInstanceFolio?: string | undefined;
  /** Instance number. */
  workflowInstanceID?: number | undefined;
  /** XML fields. */
  workflowInstanceXmlFields?: UserDefinedXmlField[] | undefined;
  /** System name of the workflow. */
  workflowName?: string | undefined;
}

/** Properties of Task; nested values as Serialized text. */
export type TaskProperties = broker.PropertiesOf<Task>;

/** SmartObject Task. */
export type TaskSmartObject = broker.HelperMethods<Task, TaskProperties>;

export const Task: broker.ServiceObject<TaskSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Task",
  "record": {
    "properties": {
      "actions": "SerializedItem",
      "activityDataFields": "SerializedItem",
      "activityInstanceDestinationID": "Number",
      "activityInstanceID": "Number",
      "activityName": "Text",
      "eventDescription": "Text",
      "eventName": "Text",
      "formURL": "Text",
      "instruction": "Text",
      "itemReferences": "SerializedItem",
      "itemReferencesString": "Text",
      "originator": "SerializedItem",
      "priority": "Number",
      "serialNumber": "Text",
      "sleepUntil": "Text",
      "status": "Text",
      "taskStartDate": "Text",
      "viewFlowURL": "Text",
      "workflowCategory": "Text",
      "workflowDisplayName": "Text",
      "workflowID": "Number",
      "workflowInstanceDataFields": "SerializedItem",
      "workflowInstanceDataFieldsString": "Text",
      "workflowInstanceFolio": "Text",
      "workflowInstanceID": "Number",
      "workflowInstanceXmlFields": "SerializedArray",
      "workflowName": "Text"
    }
  }
}`);
