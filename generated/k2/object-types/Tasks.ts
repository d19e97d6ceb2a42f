// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Task, TaskProperties } from './Task.js';
import type { TaskActionsResponse, TaskActionsResponseProperties } from './TaskActionsResponse.js';
import type { TasksResponse, TasksResponseProperties } from './TasksResponse.js';
import type { UpdateFieldsRequest } from './UpdateFieldsRequest.js';
import type { UserDefinedRedirect } from './UserDefinedRedirect.js';
import type { UserDefinedSleep } from './UserDefinedSleep.js';

/**
 * SmartObject Tasks.
 * The worklist of the caller.
 */
export interface TasksSmartObject {
  /**
   * Get Tasks
   * Read the worklist of the caller.
   * `GET /tasks`
   */
  readonly Tasks_Get: broker.Method<
    void | {
      /**
       * State
       * Keep only tasks in this state; All keeps every task.
       */
      state?: string | undefined;
    },
    TasksResponseProperties & broker.HttpOutputs,
    TasksResponse
  >;
  /**
   * Get Task
   * Read one task with its fields.
   * `GET /tasks/{serialNumber}`
   */
  readonly Tasks_GetTask: broker.Method<
    {
      /**
       * Task serial number
       * Serial number of the task: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
    },
    TaskProperties & broker.HttpOutputs,
    Task
  >;
  /**
   * Get Task Actions
   * Read the actions that the caller can take on a task.
   * `GET /tasks/{serialNumber}/actions`
   */
  readonly Tasks_GetTaskActions: broker.Method<
    {
      /**
       * Task serial number
       * Serial number of the task: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
    },
    TaskActionsResponseProperties & broker.HttpOutputs,
    TaskActionsResponse
  >;
  /**
   * Assign Task
   * Open a task for the caller.
   * `POST /tasks/{serialNumber}/actions/assign`
   */
  readonly Tasks_PostAssignAction: broker.Method<
    {
      /**
       * Task serial number
       * Serial number of the task: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
    },
    { Serialized_Item__String_?: broker.Serialized<{ [name: string]: unknown }> | undefined } & broker.HttpOutputs,
    { [name: string]: unknown }
  >;
  /**
   * Redirect Task
   * Give a task to another user.
   * `POST /tasks/{serialNumber}/actions/redirect`
   */
  readonly Tasks_PostRedirectAction: broker.Method<
    {
      /**
       * Task serial number
       * Serial number of the task: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
      /** Who receives the task. */
      redirectData: broker.ItemInput<UserDefinedRedirect>;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * Release Task
   * Return an open task to the others it was offered to.
   * `POST /tasks/{serialNumber}/actions/release`
   */
  readonly Tasks_PostReleaseAction: broker.Method<
    {
      /**
       * Task serial number
       * Serial number of the task: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * Sleep Task
   * Hide a task for a number of seconds or until a moment. Send one of the two values.
   * `POST /tasks/{serialNumber}/actions/sleep`
   */
  readonly Tasks_PostSleepAction: broker.Method<
    {
      /**
       * Task serial number
       * Serial number of the task: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
      /** How long. */
      sleepData: broker.ItemInput<UserDefinedSleep>;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * Wake Task
   * Bring a sleeping task back.
   * `POST /tasks/{serialNumber}/actions/wake`
   */
  readonly Tasks_PostWakeAction: broker.Method<
    {
      /**
       * Task serial number
       * Serial number of the task: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
    },
    { Serialized_Item__String_?: broker.Serialized<{ [name: string]: unknown }> | undefined } & broker.HttpOutputs,
    { [name: string]: unknown }
  >;
  /**
   * Action Task
   * Complete a task with one of its actions, optionally writing fields.
   * `POST /tasks/{serialNumber}/actions/{customAction}`
   */
  readonly Tasks_TaskCustomAction: broker.Method<
    {
      /**
       * Task serial number
       * Serial number of the task: two whole numbers joined by an underscore, as in 1234_5678.
       */
      serialNumber: string;
      /**
       * Action
       * Name of the action, such as Approve.
       */
      customAction: string;
      /** Values to write back before continuing; an empty object changes nothing. */
      userDefinedFields: broker.ItemInput<UpdateFieldsRequest>;
    },
    broker.HttpOutputs,
    undefined
  >;
}

export const Tasks: broker.ServiceObject<TasksSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Tasks",
  "methods": {
    "Tasks_Get": {
      "verb": "GET",
      "path": "/tasks",
      "inputs": { "state": { "in": "query", "type": "Text" } },
      "answers": {
        "200": { "as": "record", "properties": { "itemCount": "Number", "tasks": "SerializedArray" } }
      }
    },
    "Tasks_GetTask": {
      "verb": "GET",
      "path": "/tasks/{serialNumber}",
      "inputs": { "serialNumber": { "in": "path", "type": "Text", "required": true } },
      "answers": {
        "200": {
          "as": "record",
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
      }
    },
    "Tasks_GetTaskActions": {
      "verb": "GET",
      "path": "/tasks/{serialNumber}/actions",
      "inputs": { "serialNumber": { "in": "path", "type": "Text", "required": true } },
      "answers": {
        "200": {
          "as": "record",
          "properties": {
            "batchableActions": "SerializedArray",
            "nonBatchableActions": "SerializedArray",
            "systemActions": "SerializedArray"
          }
        }
      }
    },
    "Tasks_PostAssignAction": {
      "verb": "POST",
      "path": "/tasks/{serialNumber}/actions/assign",
      "inputs": { "serialNumber": { "in": "path", "type": "Text", "required": true } },
      "answers": { "200": { "as": "item" } }
    },
    "Tasks_PostRedirectAction": {
      "verb": "POST",
      "path": "/tasks/{serialNumber}/actions/redirect",
      "inputs": {
        "serialNumber": { "in": "path", "type": "Text", "required": true },
        "redirectData": {
          "in": "body",
          "type": "SerializedItem",
          "item": { "required": ["RedirectTo"], "properties": { "RedirectTo": "Text" } },
          "required": true
        }
      },
      "answers": { "204": { "as": "nothing" } }
    },
    "Tasks_PostReleaseAction": {
      "verb": "POST",
      "path": "/tasks/{serialNumber}/actions/release",
      "inputs": { "serialNumber": { "in": "path", "type": "Text", "required": true } },
      "answers": { "204": { "as": "nothing" } }
    },
    "Tasks_PostSleepAction": {
      "verb": "POST",
      "path": "/tasks/{serialNumber}/actions/sleep",
      "inputs": {
        "serialNumber": { "in": "path", "type": "Text", "required": true },
        "sleepData": {
          "in": "body",
          "type": "SerializedItem",
          "item": { "properties": { "SleepFor": "Number", "SleepUntil": "DateTime" } },
          "required": true
        }
      },
      "answers": { "204": { "as": "nothing" } }
    },
    "Tasks_PostWakeAction": {
      "verb": "POST",
      "path": "/tasks/{serialNumber}/actions/wake",
      "inputs": { "serialNumber": { "in": "path", "type": "Text", "required": true } },
      "answers": { "200": { "as": "item" } }
    },
    "Tasks_TaskCustomAction": {
      "verb": "POST",
      "path": "/tasks/{serialNumber}/actions/{customAction}",
      "inputs": {
        "serialNumber": { "in": "path", "type": "Text", "required": true },
        "customAction": { "in": "path", "type": "Text", "required": true },
        "userDefinedFields": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "properties": {
              "dataFields": "SerializedItem",
              "itemReferences": "SerializedItem",
              "xmlFields": "SerializedArray"
            }
          },
          "required": true
        }
      },
      "answers": { "204": { "as": "nothing" } }
    }
  }
}`);
