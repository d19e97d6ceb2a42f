// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** The workflow that an instance belongs to. */
export interface WorkflowRef {
  readonly [broker.typeName]?: 'nwc-v2.WorkflowRef';
  /** Kind of start event; only on the single-instance reply. */
  eventType?: string | undefined;
  /** Workflow design identifier. */
  id?: string | undefined;
  /** Workflow name. */
  name?: string | undefined;
  /** Version of the design that ran. */
  version?: string | undefined;
}

/** Properties of WorkflowRef; nested values as Serialized text. */
export type WorkflowRefProperties = broker.PropertiesOf<WorkflowRef>;

/** SmartObject WorkflowRef. */
export type WorkflowRefSmartObject = broker.HelperMethods<WorkflowRef, WorkflowRefProperties>;

export const WorkflowRef: broker.ServiceObject<WorkflowRefSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "WorkflowRef",
  "record": { "properties": { "eventType": "Text", "id": "Text", "name": "Text", "version": "Text" } }
}`);
