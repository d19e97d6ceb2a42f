// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** A workflow in a list. */
export interface WorkflowLabel {
  readonly [broker.typeName]?: 'k2.WorkflowLabel';
  /** Number of the default version. */
  defaultVersionId?: number | undefined;
  /** Folder. */
  folder?: string | undefined;
  /** Definition number; use it to start. */
  id?: number | undefined;
  /** Display name. */
  name?: string | undefined;
  /** System name. */
  systemName?: string | undefined;
}

/** Properties of WorkflowLabel; nested values as Serialized text. */
export type WorkflowLabelProperties = broker.PropertiesOf<WorkflowLabel>;

/** SmartObject WorkflowLabel. */
export type WorkflowLabelSmartObject = broker.HelperMethods<WorkflowLabel, WorkflowLabelProperties>;

export const WorkflowLabel: broker.ServiceObject<WorkflowLabelSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "WorkflowLabel",
  "record": {
    "properties": {
      "defaultVersionId": "Number",
      "folder": "Text",
      "id": "Number",
      "name": "Text",
      "systemName": "Text"
    }
  }
}`);
