// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { Error, type ErrorSmartObject } from './object-types/Error.js';
import { EventInstance, type EventInstanceSmartObject } from './object-types/EventInstance.js';
import { ServerEventDataResponse, type ServerEventDataResponseSmartObject } from './object-types/ServerEventDataResponse.js';
import { ServerEvents, type ServerEventsSmartObject } from './object-types/ServerEvents.js';
import { Task, type TaskSmartObject } from './object-types/Task.js';
import { TaskActionsResponse, type TaskActionsResponseSmartObject } from './object-types/TaskActionsResponse.js';
import { TaskLite, type TaskLiteSmartObject } from './object-types/TaskLite.js';
import { Tasks, type TasksSmartObject } from './object-types/Tasks.js';
import { TasksResponse, type TasksResponseSmartObject } from './object-types/TasksResponse.js';
import { UpdateFieldsRequest, type UpdateFieldsRequestSmartObject } from './object-types/UpdateFieldsRequest.js';
import { User, type UserSmartObject } from './object-types/User.js';
import { UserDefinedRedirect, type UserDefinedRedirectSmartObject } from './object-types/UserDefinedRedirect.js';
import { UserDefinedSleep, type UserDefinedSleepSmartObject } from './object-types/UserDefinedSleep.js';
import { UserDefinedWorkflowInstance, type UserDefinedWorkflowInstanceSmartObject } from './object-types/UserDefinedWorkflowInstance.js';
import { UserDefinedXmlField, type UserDefinedXmlFieldSmartObject } from './object-types/UserDefinedXmlField.js';
import { WorkflowDataResponse, type WorkflowDataResponseSmartObject } from './object-types/WorkflowDataResponse.js';
import { WorkflowDefinition, type WorkflowDefinitionSmartObject } from './object-types/WorkflowDefinition.js';
import { WorkflowLabel, type WorkflowLabelSmartObject } from './object-types/WorkflowLabel.js';
import { WorkflowLabelsResponse, type WorkflowLabelsResponseSmartObject } from './object-types/WorkflowLabelsResponse.js';
import { Workflows, type WorkflowsSmartObject } from './object-types/Workflows.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';
import { String, type StringSmartObject } from './system-types/String.js';

export type * from './object-types/Error.js';
export type * from './object-types/EventInstance.js';
export type * from './object-types/ServerEventDataResponse.js';
export type * from './object-types/ServerEvents.js';
export type * from './object-types/Task.js';
export type * from './object-types/TaskActionsResponse.js';
export type * from './object-types/TaskLite.js';
export type * from './object-types/Tasks.js';
export type * from './object-types/TasksResponse.js';
export type * from './object-types/UpdateFieldsRequest.js';
export type * from './object-types/User.js';
export type * from './object-types/UserDefinedRedirect.js';
export type * from './object-types/UserDefinedSleep.js';
export type * from './object-types/UserDefinedWorkflowInstance.js';
export type * from './object-types/UserDefinedXmlField.js';
export type * from './object-types/WorkflowDataResponse.js';
export type * from './object-types/WorkflowDefinition.js';
export type * from './object-types/WorkflowLabel.js';
export type * from './object-types/WorkflowLabelsResponse.js';
export type * from './object-types/Workflows.js';
export type * from './system-types/HTTPHeader.js';
export type * from './system-types/String.js';
export { serviceInstance };

/**
 * The SmartObjects of K2 Workflow API.
 * Worklist tasks, workflows and waiting server events of a K2 environment. The host is different in every environment. Written for rest-broker from public sources, not by Nintex: a K2 server serves its own descriptor of this API.
 */
export interface SmartObjects {
  /** Error body. */
  readonly Error: ErrorSmartObject;
  /** The event behind a server event. */
  readonly EventInstance: EventInstanceSmartObject;
  /** A waiting server event. */
  readonly ServerEventDataResponse: ServerEventDataResponseSmartObject;
  /** Workflow steps that wait for an external system; each has a serial number. */
  readonly ServerEvents: ServerEventsSmartObject;
  /** One task. */
  readonly Task: TaskSmartObject;
  /** Actions of a task. */
  readonly TaskActionsResponse: TaskActionsResponseSmartObject;
  /** A task in a worklist. */
  readonly TaskLite: TaskLiteSmartObject;
  /** The worklist of the caller. */
  readonly Tasks: TasksSmartObject;
  /** A worklist. */
  readonly TasksResponse: TasksResponseSmartObject;
  /** Fields to write back. */
  readonly UpdateFieldsRequest: UpdateFieldsRequestSmartObject;
  /** A K2 user. */
  readonly User: UserSmartObject;
  /** Target of a redirect. */
  readonly UserDefinedRedirect: UserDefinedRedirectSmartObject;
  /** Length of a sleep; one of the two. */
  readonly UserDefinedSleep: UserDefinedSleepSmartObject;
  /** Body of a start; everything is optional. */
  readonly UserDefinedWorkflowInstance: UserDefinedWorkflowInstanceSmartObject;
  /** An XML field. */
  readonly UserDefinedXmlField: UserDefinedXmlFieldSmartObject;
  /** A workflow definition. */
  readonly WorkflowDataResponse: WorkflowDataResponseSmartObject;
  /** Facts about a workflow. */
  readonly WorkflowDefinition: WorkflowDefinitionSmartObject;
  /** A workflow in a list. */
  readonly WorkflowLabel: WorkflowLabelSmartObject;
  /** A list of workflows. */
  readonly WorkflowLabelsResponse: WorkflowLabelsResponseSmartObject;
  /** Workflows that the caller may see or start. */
  readonly Workflows: WorkflowsSmartObject;
  /** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
  readonly HTTPHeader: HTTPHeaderSmartObject;
  /** One value of the simple type String: opens and makes arrays of it. */
  readonly String: StringSmartObject;
}

/** Binds the SmartObjects to the service; every option that is left out is as registered. */
export function connect($options?: broker.ConnectOptions): SmartObjects {
  return broker.connect<SmartObjects>(serviceInstance, { Error, EventInstance, ServerEventDataResponse, ServerEvents, Task, TaskActionsResponse, TaskLite, Tasks, TasksResponse, UpdateFieldsRequest, User, UserDefinedRedirect, UserDefinedSleep, UserDefinedWorkflowInstance, UserDefinedXmlField, WorkflowDataResponse, WorkflowDefinition, WorkflowLabel, WorkflowLabelsResponse, Workflows, HTTPHeader, String }, $options);
}
