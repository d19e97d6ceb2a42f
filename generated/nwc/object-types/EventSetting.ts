// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** A start event setting. */
export interface EventSetting {
  readonly [broker.typeName]?: 'nwc.EventSetting';
  /** Setting name. */
  name?: string | undefined;
  /** Values. */
  value?: string[] | undefined;
}

/** Properties of EventSetting; nested values as Serialized text. */
export type EventSettingProperties = broker.PropertiesOf<EventSetting>;

/** SmartObject EventSetting. */
export type EventSettingSmartObject = broker.HelperMethods<EventSetting, EventSettingProperties>;

export const EventSetting: broker.ServiceObject<EventSettingSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "EventSetting",
  "record": { "properties": { "name": "Text", "value": "SerializedArray" } }
}`);
