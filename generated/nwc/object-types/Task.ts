// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { TaskUrls } from './TaskUrls.js';

/** A task given to one person. */
export interface Task {
  readonly [broker.typeName]?: 'nwc.Task';
  /** Email address of the assignee. */
  assignee?: string | undefined;
  /** Who completed the task; null while open. */
  completedBy?: string | null | undefined;
  /** When the task was completed; null while open. */
  completedDate?: string | null | undefined;
  /** When the task was raised. */
  createdDate?: string | undefined;
  /** Longer explanation of the task. */
  description?: string | undefined;
  /** When the task is due; may be null. */
  dueDate?: string | null | undefined;
  /** Task identifier. */
  id: string;
  /** Who started the instance. */
  initiator?: string | undefined;
  /** True when the assignee must sign in to answer. */
  isAuthenticated?: boolean | undefined;
  /** Text of the notification. */
  message?: string | undefined;
  /** Last change. */
  modified?: string | undefined;
  /** Task name. */
  name?: string | undefined;
  /** Chosen outcome; null while open. */
  outcome?: string | null | undefined;
  /** Outcomes an assignee may choose; may be null. */
  outcomes?: string[] | null | undefined;
  /** Task state; see the status filter for the known values. */
  status?: string | undefined;
  /** Subject line of the notification. */
  subject?: string | undefined;
  urls?: TaskUrls | undefined;
  /** Identifier of the workflow design. */
  workflowId?: string | undefined;
  /** Identifier of the instance that raised the task. */
  workflowInstanceId?: string | undefined;
  /** Name of the workflow design. */
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
      "assignee": "Text",
      "completedBy": "Text",
      "completedDate": "DateTime",
      "createdDate": "DateTime",
      "description": "Text",
      "dueDate": "DateTime",
      "id": "Text",
      "initiator": "Text",
      "isAuthenticated": "YesNo",
      "message": "Text",
      "modified": "DateTime",
      "name": "Text",
      "outcome": "Text",
      "outcomes": "SerializedArray",
      "status": "Text",
      "subject": "Text",
      "urls": "SerializedItem",
      "workflowId": "Text",
      "workflowInstanceId": "Text",
      "workflowName": "Text"
    }
  }
}`);
