// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { AutoDelegation } from './AutoDelegation.js';

/** Automatic delegations. */
export interface AutoDelegationList {
  readonly [broker.typeName]?: 'nwc-v2.AutoDelegationList';
  taskAutoDelegations?: AutoDelegation[] | undefined;
}

/** Properties of AutoDelegationList; nested values as Serialized text. */
export type AutoDelegationListProperties = broker.PropertiesOf<AutoDelegationList>;

/** SmartObject AutoDelegationList. */
export type AutoDelegationListSmartObject = broker.HelperMethods<AutoDelegationList, AutoDelegationListProperties>;

export const AutoDelegationList: broker.ServiceObject<AutoDelegationListSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "AutoDelegationList",
  "record": { "properties": { "taskAutoDelegations": "SerializedArray" } }
}`);
