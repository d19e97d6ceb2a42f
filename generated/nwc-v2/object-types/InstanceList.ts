// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Instance } from './Instance.js';

/** A page of instances. */
export interface InstanceList {
  readonly [broker.typeName]?: 'nwc-v2.InstanceList';
  instances: Instance[];
  /** Address of the next page; absent or null on the last page. */
  nextLink?: string | null | undefined;
}

/** Properties of InstanceList; nested values as Serialized text. */
export type InstanceListProperties = broker.PropertiesOf<InstanceList>;

/** SmartObject InstanceList. */
export type InstanceListSmartObject = broker.HelperMethods<InstanceList, InstanceListProperties>;

export const InstanceList: broker.ServiceObject<InstanceListSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "InstanceList",
  "record": { "properties": { "instances": "SerializedArray", "nextLink": "Text" } }
}`);
