// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Options of a start. */
export interface StartOptions {
  readonly [broker.typeName]?: 'nwc.StartOptions';
  /** Address that receives the output when the instance ends well. */
  callbackUrl?: string | undefined;
}

/** Properties of StartOptions; nested values as Serialized text. */
export type StartOptionsProperties = broker.PropertiesOf<StartOptions>;

/** SmartObject StartOptions. */
export type StartOptionsSmartObject = broker.HelperMethods<StartOptions, StartOptionsProperties>;

export const StartOptions: broker.ServiceObject<StartOptionsSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "StartOptions", "record": { "properties": { "callbackUrl": "Text" } } }`);
