// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Start values keyed by variable. */
export type StartData = { [name: string]: unknown };

/** Properties of StartData; nested values as Serialized text. */
export interface StartDataProperties {
  /** Start values keyed by variable. */
  Value?: broker.Serialized<{ [name: string]: unknown }> | undefined;
}

/** SmartObject StartData. */
export type StartDataSmartObject = broker.HelperMethods<StartData, StartDataProperties>;

export const StartData: broker.ServiceObject<StartDataSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "StartData", "value": "SerializedItem" }`);
