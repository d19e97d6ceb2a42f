// Made by rest-broker from descriptors/test.json (Tasks 1).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Completion } from './Completion.js';
import type { Task } from './Task.js';
import type { TaskList, TaskListProperties } from './TaskList.js';

/** SmartObject Tasks. */
export interface TasksSmartObject {
  /**
   * addTasks
   * `POST /tasks`
   */
  readonly addTasks: broker.PagedMethod<
    {
      tasks: broker.ArrayInput<Task>;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    { Serialized_Array?: broker.SerializedArray<Task> | undefined } & broker.HttpOutputs & broker.HttpHeaderOutputs,
    Task[],
    Task
  >;
  /**
   * attach
   * `PUT /tasks/{id}`
   */
  readonly attach: broker.Method<
    {
      id: string;
      file: broker.FileInput;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    { File?: broker.FileValue | undefined } & broker.HttpOutputs & broker.HttpHeaderOutputs,
    broker.FileValue
  >;
  /**
   * complete
   * `PATCH /tasks/{id}`
   */
  readonly complete: broker.Method<
    {
      id: string;
      Outcome: broker.ItemInput<Completion>;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs & broker.HttpHeaderOutputs,
    undefined
  >;
  /**
   * count
   * `GET /count`
   */
  readonly count: broker.Method<
    void | {
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    { Value?: broker.Int64 | undefined } & broker.HttpOutputs & broker.HttpHeaderOutputs,
    broker.Int64
  >;
  /**
   * getTasks
   * `GET /tasks`
   */
  readonly getTasks: broker.PagedMethod<
    void | {
      ids?: broker.ArrayInput<string> | undefined;
      since?: broker.DateTimeInput | undefined;
      status?: 'open' | 'done' | undefined;
      top?: number | undefined;
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    TaskListProperties & broker.HttpOutputs & broker.HttpHeaderOutputs,
    TaskList,
    Task
  >;
  /**
   * note
   * `GET /note`
   */
  readonly note: broker.Method<
    void | {
      /** Headers of this call, made with HTTPHeader › Serialize Add Item To Array */
      HttpHeaders?: broker.HttpHeadersInput | undefined;
    },
    broker.HttpOutputs & broker.HttpHeaderOutputs,
    string
  >;
}

export const Tasks: broker.ServiceObject<TasksSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Tasks",
  "methods": {
    "addTasks": {
      "verb": "POST",
      "path": "/tasks",
      "inputs": { "tasks": { "in": "body", "type": "SerializedArray", "required": true } },
      "answers": { "200": { "as": "array" } }
    },
    "attach": {
      "verb": "PUT",
      "path": "/tasks/{id}",
      "form": "multipart/form-data",
      "inputs": {
        "id": { "in": "path", "type": "Text", "required": true },
        "file": { "in": "field", "type": "File", "required": true }
      },
      "answers": { "200": { "as": "file" } }
    },
    "complete": {
      "verb": "PATCH",
      "path": "/tasks/{id}",
      "inputs": {
        "id": { "in": "path", "type": "Text", "required": true },
        "Outcome": {
          "in": "body",
          "type": "SerializedItem",
          "item": { "required": ["outcome"], "properties": { "outcome": "Text" } },
          "required": true
        }
      },
      "answers": { "204": { "as": "nothing" } }
    },
    "count": { "verb": "GET", "path": "/count", "answers": { "200": { "as": "value", "type": "Number" } } },
    "getTasks": {
      "verb": "GET",
      "path": "/tasks",
      "inputs": {
        "ids": { "in": "query", "type": "SerializedArray", "explode": false },
        "since": { "in": "query", "type": "DateTime" },
        "status": { "in": "query", "type": "Text" },
        "top": { "in": "query", "type": "Number" }
      },
      "answers": { "200": { "as": "record", "properties": { "next": "Text", "tasks": "SerializedArray" } } }
    },
    "note": { "verb": "GET", "path": "/note", "accept": "text/plain", "answers": { "200": { "as": "text" } } }
  }
}`);
