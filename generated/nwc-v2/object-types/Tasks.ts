// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Delegation } from './Delegation.js';
import type { Task, TaskProperties } from './Task.js';
import type { TaskCompletion } from './TaskCompletion.js';
import type { TaskList, TaskListProperties } from './TaskList.js';

/**
 * SmartObject Tasks.
 * Work that a workflow waits for, with one assignment for each assignee.
 */
export interface TasksSmartObject {
  /**
   * List tasks
   * Find tasks of the tenant by workflow, instance, assignee, state and creation time.
   * `GET /tasks`
   */
  readonly Get_tasks: broker.PagedMethod<
    void | {
      /**
       * Assignee
       * Keep only tasks assigned to this email address.
       */
      assignee?: string | undefined;
      /**
       * Created from
       * Earliest creation time, ISO 8601 UTC. Without from and to only about the last 30 days are searched.
       */
      from?: broker.DateTimeInput | undefined;
      /**
       * Status
       * Keep only tasks in this state: active, active-escalated, expired, complete, overridden, terminated, paused, or all.
       */
      status?: string | undefined;
      /**
       * Created to
       * Latest creation time, ISO 8601 UTC.
       */
      to?: broker.DateTimeInput | undefined;
      /**
       * Workflow instance ID
       * Keep only tasks raised by this workflow instance.
       */
      workflowInstanceId?: string | undefined;
      /**
       * Workflow name
       * Keep only tasks raised by workflows of this name.
       */
      workflowName?: string | undefined;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    TaskListProperties & broker.HttpOutputs,
    TaskList,
    Task
  >;
  /**
   * Get a task
   * Read one task with its assignments.
   * `GET /tasks/{task_id}`
   */
  readonly Get_tasks__task_id_: broker.Method<
    {
      /**
       * Task ID
       * Identifier of the task.
       */
      task_id: string;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    TaskProperties & broker.HttpOutputs,
    Task
  >;
  /**
   * Complete a task assignment
   * Answer one assignment of a task with an outcome.
   * `PATCH /tasks/{task_id}/assignments/{assignment_id}`
   */
  readonly Patch_tasks__task_id__assignments__assignment_id_: broker.Method<
    {
      /**
       * Task ID
       * Identifier of the task.
       */
      task_id: string;
      /**
       * Assignment ID
       * Identifier of the assignment inside the task.
       */
      assignment_id: string;
      /** The chosen outcome. */
      Outcome: broker.ItemInput<TaskCompletion>;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs,
    undefined
  >;
  /**
   * Delegate a task assignment
   * Hand one assignment to other people.
   * `PUT /tasks/{task_id}/assignments/{assignment_id}/delegate`
   */
  readonly Put_tasks__task_id__assignments__assignment_id__delegate: broker.Method<
    {
      /**
       * Task ID
       * Identifier of the task.
       */
      task_id: string;
      /**
       * Assignment ID
       * Identifier of the assignment inside the task.
       */
      assignment_id: string;
      /** New assignees. */
      Delegation: broker.ItemInput<Delegation>;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs,
    undefined
  >;
}

export const Tasks: broker.ServiceObject<TasksSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Tasks",
  "methods": {
    "Get_tasks": {
      "verb": "GET",
      "path": "/tasks",
      "inputs": {
        "assignee": { "in": "query", "type": "Text" },
        "from": { "in": "query", "type": "DateTime" },
        "status": { "in": "query", "type": "Text" },
        "to": { "in": "query", "type": "DateTime" },
        "workflowInstanceId": { "in": "query", "type": "Text" },
        "workflowName": { "in": "query", "type": "Text" }
      },
      "answers": { "200": { "as": "record", "properties": { "nextLink": "Text", "tasks": "SerializedArray" } } }
    },
    "Get_tasks__task_id_": {
      "verb": "GET",
      "path": "/tasks/{task_id}",
      "inputs": { "task_id": { "in": "path", "type": "Text", "required": true } },
      "answers": {
        "200": {
          "as": "record",
          "properties": {
            "assignmentBehavior": "Text",
            "completedDate": "DateTime",
            "completionCriteria": "Text",
            "createdDate": "DateTime",
            "description": "Text",
            "dueDate": "DateTime",
            "id": "Text",
            "initiator": "Text",
            "isAuthenticated": "YesNo",
            "message": "Text",
            "modified": "DateTime",
            "name": "Text",
            "outcomes": "SerializedArray",
            "status": "Text",
            "subject": "Text",
            "taskAssignments": "SerializedArray",
            "workflowId": "Text",
            "workflowInstanceId": "Text",
            "workflowName": "Text"
          }
        }
      }
    },
    "Patch_tasks__task_id__assignments__assignment_id_": {
      "verb": "PATCH",
      "path": "/tasks/{task_id}/assignments/{assignment_id}",
      "inputs": {
        "task_id": { "in": "path", "type": "Text", "required": true },
        "assignment_id": { "in": "path", "type": "Text", "required": true },
        "Outcome": {
          "in": "body",
          "type": "SerializedItem",
          "item": { "required": ["outcome"], "properties": { "outcome": "Text" } },
          "required": true
        }
      },
      "answers": { "204": { "as": "nothing" } }
    },
    "Put_tasks__task_id__assignments__assignment_id__delegate": {
      "verb": "PUT",
      "path": "/tasks/{task_id}/assignments/{assignment_id}/delegate",
      "inputs": {
        "task_id": { "in": "path", "type": "Text", "required": true },
        "assignment_id": { "in": "path", "type": "Text", "required": true },
        "Delegation": {
          "in": "body",
          "type": "SerializedItem",
          "item": {
            "required": ["assignees"],
            "properties": { "assignees": "SerializedArray", "message": "Text" }
          },
          "required": true
        }
      },
      "answers": { "200": { "as": "nothing" } }
    }
  }
}`);
