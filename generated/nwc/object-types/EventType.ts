// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Start event. */
export interface EventType {
  readonly [broker.typeName]?: 'nwc.EventType';
  /** Such as nintex:form, nintex:externalstart or nintex:scheduledstart. */
  id?: string | undefined;
  /** Display name. */
  name?: string | undefined;
}

/** Properties of EventType; nested values as Serialized text. */
export type EventTypeProperties = broker.PropertiesOf<EventType>;

/** SmartObject EventType. */
export type EventTypeSmartObject = broker.HelperMethods<EventType, EventTypeProperties>;

export const EventType: broker.ServiceObject<EventTypeSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "EventType", "record": { "properties": { "id": "Text", "name": "Text" } } }`);
