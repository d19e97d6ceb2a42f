// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** A published workflow. */
export interface PublishedWorkflow {
  readonly [broker.typeName]?: 'nwc.PublishedWorkflow';
  /** Design identifier. */
  id: string;
  /** Last change. */
  lastModified?: string | undefined;
  /** Workflow name. */
  name: string;
}

/** Properties of PublishedWorkflow; nested values as Serialized text. */
export type PublishedWorkflowProperties = broker.PropertiesOf<PublishedWorkflow>;

/** SmartObject PublishedWorkflow. */
export type PublishedWorkflowSmartObject = broker.HelperMethods<PublishedWorkflow, PublishedWorkflowProperties>;

export const PublishedWorkflow: broker.ServiceObject<PublishedWorkflowSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "PublishedWorkflow",
  "record": { "properties": { "id": "Text", "lastModified": "DateTime", "name": "Text" } }
}`);
