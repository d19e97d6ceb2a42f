// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { StandIn } from './StandIn.js';

/** An automatic delegation. */
export interface AutoDelegation {
  readonly [broker.typeName]?: 'nwc-v2.AutoDelegation';
  /** When it was made. */
  createdDate?: string | undefined;
  /** Start of the period. */
  effectiveFrom: string;
  /** End of the period. */
  effectiveTo: string;
  /** Delegation identifier; set by the service. */
  id?: string | undefined;
  /** Note to the stand-ins. */
  message?: string | undefined;
  /** People who receive the tasks. */
  standIns: StandIn[];
  /** Last change. */
  updatedDate?: string | undefined;
  /** User whose tasks are handed over. */
  userId: string;
}

/** Properties of AutoDelegation; nested values as Serialized text. */
export type AutoDelegationProperties = broker.PropertiesOf<AutoDelegation>;

/** SmartObject AutoDelegation. */
export type AutoDelegationSmartObject = broker.HelperMethods<AutoDelegation, AutoDelegationProperties>;

export const AutoDelegation: broker.ServiceObject<AutoDelegationSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "AutoDelegation",
  "record": {
    "properties": {
      "createdDate": "DateTime",
      "effectiveFrom": "DateTime",
      "effectiveTo": "DateTime",
      "id": "Text",
      "message": "Text",
      "standIns": "SerializedArray",
      "updatedDate": "DateTime",
      "userId": "Text"
    }
  }
}`);
