// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** What started the instance. */
export interface StartEvent {
  readonly [broker.typeName]?: 'nwc-v2.StartEvent';
  /** Kind of start event. */
  eventType?: string | undefined;
}

/** Properties of StartEvent; nested values as Serialized text. */
export type StartEventProperties = broker.PropertiesOf<StartEvent>;

/** SmartObject StartEvent. */
export type StartEventSmartObject = broker.HelperMethods<StartEvent, StartEventProperties>;

export const StartEvent: broker.ServiceObject<StartEventSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "StartEvent", "record": { "properties": { "eventType": "Text" } } }`);
