// Made by rest-broker from descriptors/test.json (Tasks 1).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { Completion, type CompletionSmartObject } from './object-types/Completion.js';
import { Owner, type OwnerSmartObject } from './object-types/Owner.js';
import { Task, type TaskSmartObject } from './object-types/Task.js';
import { TaskList, type TaskListSmartObject } from './object-types/TaskList.js';
import { Tasks, type TasksSmartObject } from './object-types/Tasks.js';
import { Twin, type TwinSmartObject } from './object-types/Twin.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';
import { String, type StringSmartObject } from './system-types/String.js';

export type * from './object-types/Completion.js';
export type * from './object-types/Owner.js';
export type * from './object-types/Task.js';
export type * from './object-types/TaskList.js';
export type * from './object-types/Tasks.js';
export type * from './object-types/Twin.js';
export type * from './system-types/HTTPHeader.js';
export type * from './system-types/String.js';
export { serviceInstance };

/** The SmartObjects of Tasks. */
export interface SmartObjects {
  /** Completion */
  readonly Completion: CompletionSmartObject;
  /** Owner */
  readonly Owner: OwnerSmartObject;
  /** Task */
  readonly Task: TaskSmartObject;
  /** TaskList */
  readonly TaskList: TaskListSmartObject;
  /** Tasks */
  readonly Tasks: TasksSmartObject;
  /** Twin */
  readonly Twin: TwinSmartObject;
  /** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
  readonly HTTPHeader: HTTPHeaderSmartObject;
  /** One value of the simple type String: opens and makes arrays of it. */
  readonly String: StringSmartObject;
}

/** Binds the SmartObjects to the service; every option that is left out is as registered. */
export function connect($options?: broker.ConnectOptions): SmartObjects {
  return broker.connect<SmartObjects>(serviceInstance, { Completion, Owner, Task, TaskList, Tasks, Twin, HTTPHeader, String }, $options);
}
