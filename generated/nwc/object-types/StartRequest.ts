// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { StartOptions } from './StartOptions.js';

/** Body of a start. */
export interface StartRequest {
  readonly [broker.typeName]?: 'nwc.StartRequest';
  options?: StartOptions | undefined;
  /**
   * Start data
   * Values keyed by the variable of each start variable.
   */
  startData?: { [name: string]: unknown } | undefined;
}

/** Properties of StartRequest; nested values as Serialized text. */
export type StartRequestProperties = broker.PropertiesOf<StartRequest>;

/** SmartObject StartRequest. */
export type StartRequestSmartObject = broker.HelperMethods<StartRequest, StartRequestProperties>;

export const StartRequest: broker.ServiceObject<StartRequestSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "StartRequest",
  "record": { "properties": { "options": "SerializedItem", "startData": "SerializedItem" } }
}`);
