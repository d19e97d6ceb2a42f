// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** The event behind a server event. */
export interface EventInstance {
  readonly [broker.typeName]?: 'k2.EventInstance';
  /** Event description. */
  description?: string | undefined;
  /** Expected duration. */
  expectedDuration?: number | undefined;
  /** Event instance number. */
  id?: number | undefined;
  /** Event metadata. */
  metadata?: string | undefined;
  /** Event name. */
  name?: string | undefined;
  /** 0 high, 1 medium, 2 low. */
  priority?: number | undefined;
  /** When the event began. */
  startDate?: string | undefined;
}

/** Properties of EventInstance; nested values as Serialized text. */
export type EventInstanceProperties = broker.PropertiesOf<EventInstance>;

/** SmartObject EventInstance. */
export type EventInstanceSmartObject = broker.HelperMethods<EventInstance, EventInstanceProperties>;

export const EventInstance: broker.ServiceObject<EventInstanceSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "EventInstance",
  "record": {
    "properties": {
      "description": "Text",
      "expectedDuration": "Number",
      "id": "Number",
      "metadata": "Text",
      "name": "Text",
      "priority": "Number",
      "startDate": "Text"
    }
  }
}`);
