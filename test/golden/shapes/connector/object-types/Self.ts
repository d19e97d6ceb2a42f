// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Self */
export type Self = unknown;

/** Properties of Self; nested values as Serialized text. */
export interface SelfProperties {
  Value?: broker.Serialized<Self> | undefined;
}

/** SmartObject Self. */
export type SelfSmartObject = broker.HelperMethods<Self, SelfProperties>;

export const Self: broker.ServiceObject<SelfSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Self", "value": "SerializedValue" }`);
