// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { TaskUrls } from './TaskUrls.js';

/** The share of one assignee in a task. */
export interface TaskAssignment {
  readonly [broker.typeName]?: 'nwc-v2.TaskAssignment';
  /** Email address of the assignee. */
  assignee?: string | undefined;
  /** Who answered; may be null. */
  completedBy?: string | null | undefined;
  /** Identifier of who answered; may be null. */
  completedById?: string | null | undefined;
  /** When it was answered; null while open. */
  completedDate?: string | null | undefined;
  /** When it was made. */
  createdDate?: string | undefined;
  /** Who it was escalated to; may be null. */
  escalatedTo?: string | null | undefined;
  /** Assignment identifier. */
  id: string;
  /** Chosen outcome; null while open. */
  outcome?: string | null | undefined;
  /** State of the assignment. */
  status?: string | undefined;
  /** Last change. */
  updatedDate?: string | undefined;
  urls?: TaskUrls | undefined;
}

/** Properties of TaskAssignment; nested values as Serialized text. */
export type TaskAssignmentProperties = broker.PropertiesOf<TaskAssignment>;

/** SmartObject TaskAssignment. */
export type TaskAssignmentSmartObject = broker.HelperMethods<TaskAssignment, TaskAssignmentProperties>;

export const TaskAssignment: broker.ServiceObject<TaskAssignmentSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "TaskAssignment",
  "record": {
    "properties": {
      "assignee": "Text",
      "completedBy": "Text",
      "completedById": "Text",
      "completedDate": "DateTime",
      "createdDate": "DateTime",
      "escalatedTo": "Text",
      "id": "Text",
      "outcome": "Text",
      "status": "Text",
      "updatedDate": "DateTime",
      "urls": "SerializedItem"
    }
  }
}`);
