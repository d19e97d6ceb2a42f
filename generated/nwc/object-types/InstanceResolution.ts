// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** How to resolve a paused instance. */
export interface InstanceResolution {
  readonly [broker.typeName]?: 'nwc.InstanceResolution';
  /** Note shown on the instance page. */
  message?: string | undefined;
  /** 1 to retry the failed action, 2 to fail the instance. */
  resolveType: string;
}

/** Properties of InstanceResolution; nested values as Serialized text. */
export type InstanceResolutionProperties = broker.PropertiesOf<InstanceResolution>;

/** SmartObject InstanceResolution. */
export type InstanceResolutionSmartObject = broker.HelperMethods<InstanceResolution, InstanceResolutionProperties>;

export const InstanceResolution: broker.ServiceObject<InstanceResolutionSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "InstanceResolution",
  "record": { "properties": { "message": "Text", "resolveType": "Text" } }
}`);
