// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Facts about a workflow. */
export interface WorkflowDefinition {
  readonly [broker.typeName]?: 'k2.WorkflowDefinition';
  /** Description. */
  description?: string | undefined;
  /** Expected duration. */
  expectedDuration?: number | undefined;
  /** Folder. */
  folder?: string | undefined;
  /** Display name. */
  name?: string | undefined;
  /** System name. */
  systemName?: string | undefined;
}

/** Properties of WorkflowDefinition; nested values as Serialized text. */
export type WorkflowDefinitionProperties = broker.PropertiesOf<WorkflowDefinition>;

/** SmartObject WorkflowDefinition. */
export type WorkflowDefinitionSmartObject = broker.HelperMethods<WorkflowDefinition, WorkflowDefinitionProperties>;

export const WorkflowDefinition: broker.ServiceObject<WorkflowDefinitionSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "WorkflowDefinition",
  "record": {
    "properties": {
      "description": "Text",
      "expectedDuration": "Number",
      "folder": "Text",
      "name": "Text",
      "systemName": "Text"
    }
  }
}`);
