// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Result of a start. */
export interface StartResult {
  readonly [broker.typeName]?: 'nwc.StartResult';
  /** Identifier of the new instance. */
  id: string;
}

/** Properties of StartResult; nested values as Serialized text. */
export type StartResultProperties = broker.PropertiesOf<StartResult>;

/** SmartObject StartResult. */
export type StartResultSmartObject = broker.HelperMethods<StartResult, StartResultProperties>;

export const StartResult: broker.ServiceObject<StartResultSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "StartResult", "record": { "properties": { "id": "Text" } } }`);
