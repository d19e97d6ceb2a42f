// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { InstanceAction } from './InstanceAction.js';
import type { WorkflowRef } from './WorkflowRef.js';

/** One instance. */
export interface InstanceDetail {
  readonly [broker.typeName]?: 'nwc.InstanceDetail';
  /** Actions run so far. */
  actions?: InstanceAction[] | undefined;
  /** When it ended; null while running. */
  endDateTime?: string | null | undefined;
  /** Why it failed or paused; null otherwise. */
  errorMessage?: string | null | undefined;
  /** Instance identifier. */
  instanceId: string;
  /** Instance name; may be null. */
  name?: string | null | undefined;
  /** When it started. */
  startDateTime?: string | undefined;
  /** Instance state. */
  status?: string | undefined;
  workflow?: WorkflowRef | undefined;
}

/** Properties of InstanceDetail; nested values as Serialized text. */
export type InstanceDetailProperties = broker.PropertiesOf<InstanceDetail>;

/** SmartObject InstanceDetail. */
export type InstanceDetailSmartObject = broker.HelperMethods<InstanceDetail, InstanceDetailProperties>;

export const InstanceDetail: broker.ServiceObject<InstanceDetailSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "InstanceDetail",
  "record": {
    "properties": {
      "actions": "SerializedArray",
      "endDateTime": "DateTime",
      "errorMessage": "Text",
      "instanceId": "Text",
      "name": "Text",
      "startDateTime": "DateTime",
      "status": "Text",
      "workflow": "SerializedItem"
    }
  }
}`);
