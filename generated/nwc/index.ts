// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { Design, type DesignSmartObject } from './object-types/Design.js';
import { DesignEnvelope, type DesignEnvelopeSmartObject } from './object-types/DesignEnvelope.js';
import { DesignList, type DesignListSmartObject } from './object-types/DesignList.js';
import { DesignUrls, type DesignUrlsSmartObject } from './object-types/DesignUrls.js';
import { DesignVersion, type DesignVersionSmartObject } from './object-types/DesignVersion.js';
import { DesignWithStartData, type DesignWithStartDataSmartObject } from './object-types/DesignWithStartData.js';
import { Designs, type DesignsSmartObject } from './object-types/Designs.js';
import { EventSetting, type EventSettingSmartObject } from './object-types/EventSetting.js';
import { EventType, type EventTypeSmartObject } from './object-types/EventType.js';
import { Instance, type InstanceSmartObject } from './object-types/Instance.js';
import { InstanceAction, type InstanceActionSmartObject } from './object-types/InstanceAction.js';
import { InstanceDetail, type InstanceDetailSmartObject } from './object-types/InstanceDetail.js';
import { InstanceList, type InstanceListSmartObject } from './object-types/InstanceList.js';
import { InstanceResolution, type InstanceResolutionSmartObject } from './object-types/InstanceResolution.js';
import { Instances, type InstancesSmartObject } from './object-types/Instances.js';
import { Person, type PersonSmartObject } from './object-types/Person.js';
import { Problem, type ProblemSmartObject } from './object-types/Problem.js';
import { PublishedList, type PublishedListSmartObject } from './object-types/PublishedList.js';
import { PublishedWorkflow, type PublishedWorkflowSmartObject } from './object-types/PublishedWorkflow.js';
import { StartEvent, type StartEventSmartObject } from './object-types/StartEvent.js';
import { StartOptions, type StartOptionsSmartObject } from './object-types/StartOptions.js';
import { StartRequest, type StartRequestSmartObject } from './object-types/StartRequest.js';
import { StartResult, type StartResultSmartObject } from './object-types/StartResult.js';
import { StartVariable, type StartVariableSmartObject } from './object-types/StartVariable.js';
import { Tag, type TagSmartObject } from './object-types/Tag.js';
import { Task, type TaskSmartObject } from './object-types/Task.js';
import { TaskCompletion, type TaskCompletionSmartObject } from './object-types/TaskCompletion.js';
import { TaskList, type TaskListSmartObject } from './object-types/TaskList.js';
import { TaskUrls, type TaskUrlsSmartObject } from './object-types/TaskUrls.js';
import { Tasks, type TasksSmartObject } from './object-types/Tasks.js';
import { WorkflowRef, type WorkflowRefSmartObject } from './object-types/WorkflowRef.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';
import { String, type StringSmartObject } from './system-types/String.js';

export type * from './object-types/Design.js';
export type * from './object-types/DesignEnvelope.js';
export type * from './object-types/DesignList.js';
export type * from './object-types/DesignUrls.js';
export type * from './object-types/DesignVersion.js';
export type * from './object-types/DesignWithStartData.js';
export type * from './object-types/Designs.js';
export type * from './object-types/EventSetting.js';
export type * from './object-types/EventType.js';
export type * from './object-types/Instance.js';
export type * from './object-types/InstanceAction.js';
export type * from './object-types/InstanceDetail.js';
export type * from './object-types/InstanceList.js';
export type * from './object-types/InstanceResolution.js';
export type * from './object-types/Instances.js';
export type * from './object-types/Person.js';
export type * from './object-types/Problem.js';
export type * from './object-types/PublishedList.js';
export type * from './object-types/PublishedWorkflow.js';
export type * from './object-types/StartEvent.js';
export type * from './object-types/StartOptions.js';
export type * from './object-types/StartRequest.js';
export type * from './object-types/StartResult.js';
export type * from './object-types/StartVariable.js';
export type * from './object-types/Tag.js';
export type * from './object-types/Task.js';
export type * from './object-types/TaskCompletion.js';
export type * from './object-types/TaskList.js';
export type * from './object-types/TaskUrls.js';
export type * from './object-types/Tasks.js';
export type * from './object-types/WorkflowRef.js';
export type * from './system-types/HTTPHeader.js';
export type * from './system-types/String.js';
export { serviceInstance };

/**
 * The SmartObjects of NWC Workflow Xtension.
 * Tasks, instances and designs of a Nintex Workflow Cloud tenant, version 1 of the public workflow API. Written for rest-broker from public sources, not by Nintex: what version 1 answers to a read of tasks or instances follows version 2. Each operationId is the verb and the path, every other character made an underscore.
 */
export interface SmartObjects {
  /** A workflow design. */
  readonly Design: DesignSmartObject;
  /** Wrapper of a single design. */
  readonly DesignEnvelope: DesignEnvelopeSmartObject;
  /** Designs of the tenant. */
  readonly DesignList: DesignListSmartObject;
  /** Links of a design. */
  readonly DesignUrls: DesignUrlsSmartObject;
  /** A draft or published version; an empty object when there is none. */
  readonly DesignVersion: DesignVersionSmartObject;
  /** A published design. */
  readonly DesignWithStartData: DesignWithStartDataSmartObject;
  /** Workflows as drafted and published. */
  readonly Designs: DesignsSmartObject;
  /** A start event setting. */
  readonly EventSetting: EventSettingSmartObject;
  /** Start event. */
  readonly EventType: EventTypeSmartObject;
  /** An instance in a list. */
  readonly Instance: InstanceSmartObject;
  /** One action run by an instance. */
  readonly InstanceAction: InstanceActionSmartObject;
  /** One instance. */
  readonly InstanceDetail: InstanceDetailSmartObject;
  /** A page of instances. */
  readonly InstanceList: InstanceListSmartObject;
  /** How to resolve a paused instance. */
  readonly InstanceResolution: InstanceResolutionSmartObject;
  /** Runs of a workflow. */
  readonly Instances: InstancesSmartObject;
  /** A user as shown on a design. */
  readonly Person: PersonSmartObject;
  /** Error body in the problem-details style (RFC 7807). */
  readonly Problem: ProblemSmartObject;
  /** Published workflows. */
  readonly PublishedList: PublishedListSmartObject;
  /** A published workflow. */
  readonly PublishedWorkflow: PublishedWorkflowSmartObject;
  /** What started the instance. */
  readonly StartEvent: StartEventSmartObject;
  /** Options of a start. */
  readonly StartOptions: StartOptionsSmartObject;
  /** Body of a start. */
  readonly StartRequest: StartRequestSmartObject;
  /** Result of a start. */
  readonly StartResult: StartResultSmartObject;
  /** A start variable. */
  readonly StartVariable: StartVariableSmartObject;
  /** A tag. */
  readonly Tag: TagSmartObject;
  /** A task given to one person. */
  readonly Task: TaskSmartObject;
  /** Answer to a task. */
  readonly TaskCompletion: TaskCompletionSmartObject;
  /** A page of tasks. */
  readonly TaskList: TaskListSmartObject;
  /** Links of a task. */
  readonly TaskUrls: TaskUrlsSmartObject;
  /** Work that a workflow waits for: a person, or a system that answers through this API. */
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
  return broker.connect<SmartObjects>(serviceInstance, { Design, DesignEnvelope, DesignList, DesignUrls, DesignVersion, DesignWithStartData, Designs, EventSetting, EventType, Instance, InstanceAction, InstanceDetail, InstanceList, InstanceResolution, Instances, Person, Problem, PublishedList, PublishedWorkflow, StartEvent, StartOptions, StartRequest, StartResult, StartVariable, Tag, Task, TaskCompletion, TaskList, TaskUrls, Tasks, WorkflowRef, HTTPHeader, String }, $options);
}
