// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { AutoDelegation, type AutoDelegationSmartObject } from './object-types/AutoDelegation.js';
import { AutoDelegationList, type AutoDelegationListSmartObject } from './object-types/AutoDelegationList.js';
import { Delegation, type DelegationSmartObject } from './object-types/Delegation.js';
import { Delegations, type DelegationsSmartObject } from './object-types/Delegations.js';
import { Instance, type InstanceSmartObject } from './object-types/Instance.js';
import { InstanceAction, type InstanceActionSmartObject } from './object-types/InstanceAction.js';
import { InstanceDetail, type InstanceDetailSmartObject } from './object-types/InstanceDetail.js';
import { InstanceList, type InstanceListSmartObject } from './object-types/InstanceList.js';
import { Instances, type InstancesSmartObject } from './object-types/Instances.js';
import { Problem, type ProblemSmartObject } from './object-types/Problem.js';
import { StandIn, type StandInSmartObject } from './object-types/StandIn.js';
import { StartData, type StartDataSmartObject } from './object-types/StartData.js';
import { StartEvent, type StartEventSmartObject } from './object-types/StartEvent.js';
import { Task, type TaskSmartObject } from './object-types/Task.js';
import { TaskAssignment, type TaskAssignmentSmartObject } from './object-types/TaskAssignment.js';
import { TaskCompletion, type TaskCompletionSmartObject } from './object-types/TaskCompletion.js';
import { TaskList, type TaskListSmartObject } from './object-types/TaskList.js';
import { TaskUrls, type TaskUrlsSmartObject } from './object-types/TaskUrls.js';
import { Tasks, type TasksSmartObject } from './object-types/Tasks.js';
import { WorkflowRef, type WorkflowRefSmartObject } from './object-types/WorkflowRef.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';
import { String, type StringSmartObject } from './system-types/String.js';

export type * from './object-types/AutoDelegation.js';
export type * from './object-types/AutoDelegationList.js';
export type * from './object-types/Delegation.js';
export type * from './object-types/Delegations.js';
export type * from './object-types/Instance.js';
export type * from './object-types/InstanceAction.js';
export type * from './object-types/InstanceDetail.js';
export type * from './object-types/InstanceList.js';
export type * from './object-types/Instances.js';
export type * from './object-types/Problem.js';
export type * from './object-types/StandIn.js';
export type * from './object-types/StartData.js';
export type * from './object-types/StartEvent.js';
export type * from './object-types/Task.js';
export type * from './object-types/TaskAssignment.js';
export type * from './object-types/TaskCompletion.js';
export type * from './object-types/TaskList.js';
export type * from './object-types/TaskUrls.js';
export type * from './object-types/Tasks.js';
export type * from './object-types/WorkflowRef.js';
export type * from './system-types/HTTPHeader.js';
export type * from './system-types/String.js';
export { serviceInstance };

/**
 * The SmartObjects of NWC Workflow Xtension v2.
 * Tasks with several assignees, their delegation, and instances of a Nintex Workflow Cloud tenant, version 2 of the public workflow API. Written for rest-broker from public sources, not by Nintex. Each operationId is the verb and the path, every other character made an underscore.
 */
export interface SmartObjects {
  /** An automatic delegation. */
  readonly AutoDelegation: AutoDelegationSmartObject;
  /** Automatic delegations. */
  readonly AutoDelegationList: AutoDelegationListSmartObject;
  /** Hand-over of an assignment. */
  readonly Delegation: DelegationSmartObject;
  /** Standing orders that hand the tasks of one user to others for a time. */
  readonly Delegations: DelegationsSmartObject;
  /** An instance in a list. */
  readonly Instance: InstanceSmartObject;
  /** One action run by an instance. */
  readonly InstanceAction: InstanceActionSmartObject;
  /** One instance. */
  readonly InstanceDetail: InstanceDetailSmartObject;
  /** A page of instances. */
  readonly InstanceList: InstanceListSmartObject;
  /** Runs of a workflow. */
  readonly Instances: InstancesSmartObject;
  /** Error body in the problem-details style (RFC 7807). */
  readonly Problem: ProblemSmartObject;
  /** A stand-in. */
  readonly StandIn: StandInSmartObject;
  /** Start values keyed by variable. */
  readonly StartData: StartDataSmartObject;
  /** What started the instance. */
  readonly StartEvent: StartEventSmartObject;
  /** A task and its assignments. */
  readonly Task: TaskSmartObject;
  /** The share of one assignee in a task. */
  readonly TaskAssignment: TaskAssignmentSmartObject;
  /** Answer to a task. */
  readonly TaskCompletion: TaskCompletionSmartObject;
  /** A page of tasks. */
  readonly TaskList: TaskListSmartObject;
  /** Links of a task. */
  readonly TaskUrls: TaskUrlsSmartObject;
  /** Work that a workflow waits for, with one assignment for each assignee. */
  readonly Tasks: TasksSmartObject;
  /** The workflow that an instance belongs to. */
  readonly WorkflowRef: WorkflowRefSmartObject;
  /** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
  readonly HTTPHeader: HTTPHeaderSmartObject;
  /** One value of the simple type String: opens and makes arrays of it. */
  readonly String: StringSmartObject;
}

/** Binds the SmartObjects to the service; every option that is left out is as registered. */
export function connect($options?: broker.ConnectOptions): SmartObjects {
  return broker.connect<SmartObjects>(serviceInstance, { AutoDelegation, AutoDelegationList, Delegation, Delegations, Instance, InstanceAction, InstanceDetail, InstanceList, Instances, Problem, StandIn, StartData, StartEvent, Task, TaskAssignment, TaskCompletion, TaskList, TaskUrls, Tasks, WorkflowRef, HTTPHeader, String }, $options);
}
