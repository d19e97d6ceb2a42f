// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { WorkflowDefinition } from './WorkflowDefinition.js';

/** A workflow definition. */
export interface WorkflowDataResponse {
  readonly [broker.typeName]?: 'k2.WorkflowDataResponse';
  workflowInfo?: WorkflowDefinition | undefined;
  /** JSON schema of the start body, as text. */
  workflowSchema?: string | undefined;
}

/** Properties of WorkflowDataResponse; nested values as Serialized text. */
export type WorkflowDataResponseProperties = broker.PropertiesOf<WorkflowDataResponse>;

/** SmartObject WorkflowDataResponse. */
export type WorkflowDataResponseSmartObject = broker.HelperMethods<WorkflowDataResponse, WorkflowDataResponseProperties>;

export const WorkflowDataResponse: broker.ServiceObject<WorkflowDataResponseSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "WorkflowDataResponse",
  "record": { "properties": { "workflowInfo": "SerializedItem", "workflowSchema": "Text" } }
}`);
