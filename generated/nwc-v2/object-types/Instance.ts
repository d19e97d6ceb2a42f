// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { StartEvent } from './StartEvent.js';
import type { WorkflowRef } from './WorkflowRef.js';

/** An instance in a list. */
export interface Instance {
  readonly [broker.typeName]?: 'nwc-v2.Instance';
  /** When it ended; null while running. */
  endDateTime?: string | null | undefined;
  /** Instance identifier. */
  instanceId: string;
  /** Instance name; may be null. */
  instanceName?: string | null | undefined;
  /** When it started. */
  startDateTime?: string | undefined;
  startEvent?: StartEvent | undefined;
  /** Instance state. */
  status?: string | undefined;
  workflow?: WorkflowRef | undefined;
}

/** Properties of Instance; nested values as Serialized text. */
export type InstanceProperties = broker.PropertiesOf<Instance>;

/** SmartObject Instance. */
export type InstanceSmartObject = broker.HelperMethods<Instance, InstanceProperties>;

export const Instance: broker.ServiceObject<InstanceSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Instance",
  "record": {
    "properties": {
      "endDateTime": "DateTime",
      "instanceId": "Text",
      "instanceName": "Text",
      "startDateTime": "DateTime",
      "startEvent": "SerializedItem",
      "status": "Text",
      "workflow": "SerializedItem"
    }
  }
}`);
