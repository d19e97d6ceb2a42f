// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Anything */
export type Anything = unknown;

/** Properties of Anything; nested values as Serialized text. */
export interface AnythingProperties {
  Value?: broker.Serialized<unknown> | undefined;
}

/** SmartObject Anything. */
export type AnythingSmartObject = broker.HelperMethods<Anything, AnythingProperties>;

export const Anything: broker.ServiceObject<AnythingSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Anything", "value": "SerializedValue" }`);
