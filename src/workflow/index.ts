/** Durable waiting: workflows whose steps wait for an outside system as a row in a database. */
export { createWorkflows, DEFAULT_STORE, type WorkflowsOptions } from './create-workflows.js';
export type { DataFieldDefinition, DataFieldDefinitions, DataFields, DataFieldType } from './data-fields.js';
export type { RunState } from './engine/engine-port.js';
export { parseSerialNumber, type SerialNumberParts, serialNumber } from './serial-number.js';
export type { ShownRun } from './shown-run.js';
export type {
  DoNotWait,
  ExecuteOptions,
  ExternalWait,
  InstanceContext,
  InvokeCall,
  Outside,
  PersonAnswer,
  PersonTask,
  StepCall,
  Steps,
  UntilLoop,
  UntilOutcome,
  WaitOptions,
} from './steps.js';
export { type OtherEngine, type ThinWait, untilOn, waitForExternalSystemOn } from './thin-steps.js';
export type { TaskChange, WaitKind, WaitRecord, WaitState } from './wait-record.js';
export type { DefineOptions, WorkflowDefinition, WorkflowFunction } from './workflow-definition.js';
export type { InstanceFilter, InstanceRecord, TaskFilter } from './workflow-store.js';
export type { Finishing, FinishOutcome, StartedInstance, StartOptions, Workflows } from './workflows.js';
