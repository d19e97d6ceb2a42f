// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Task, TaskProperties } from './Task.js';
import type { TaskCompletion } from './TaskCompletion.js';
import type { TaskList, TaskListProperties } from './TaskList.js';

/**
 * SmartObject Tasks.
 * Work that a workflow waits for: a person, or a system that answers through this API.
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
   * Read one task.
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
   * Complete a task
   * Answer a task with one of its outcomes, as in {"outcome": "Completed"}. The workflow that waits for the task goes on.
   * `PATCH /tasks/{task_id}`
   */
  readonly Patch_tasks__task_id_: broker.Method<
    {
      /**
       * Task ID
       * Identifier of the task.
       */
      task_id: string;
      /** The chosen outcome. */
      Outcome: broker.ItemInput<TaskCompletion>;
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
      }
    },
    "Patch_tasks__task_id_": {
      "verb": "PATCH",
      "path": "/tasks/{task_id}",
      "inputs": {
        "task_id": { "in": "path", "type": "Text", "required": true },
        "Outcome": {
          "in": "body",
          "type": "SerializedItem",
          "item": { "required": ["outcome"], "properties": { "outcome": "Text" } },
          "required": true
        }
      },
      "answers": { "204": { "as": "nothing" } }
    }
  }
}`);
