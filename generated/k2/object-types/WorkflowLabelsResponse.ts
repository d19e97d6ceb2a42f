// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { WorkflowLabel } from './WorkflowLabel.js';

/** A list of workflows. */
export interface WorkflowLabelsResponse {
  readonly [broker.typeName]?: 'k2.WorkflowLabelsResponse';
  /** Number of workflows. */
  itemCount?: number | undefined;
  workflows?: WorkflowLabel[] | undefined;
}

/** Properties of WorkflowLabelsResponse; nested values as Serialized text. */
export type WorkflowLabelsResponseProperties = broker.PropertiesOf<WorkflowLabelsResponse>;

/** SmartObject WorkflowLabelsResponse. */
export type WorkflowLabelsResponseSmartObject = broker.HelperMethods<WorkflowLabelsResponse, WorkflowLabelsResponseProperties>;

export const WorkflowLabelsResponse: broker.ServiceObject<WorkflowLabelsResponseSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "WorkflowLabelsResponse",
  "record": { "properties": { "itemCount": "Number", "workflows": "SerializedArray" } }
}`);
