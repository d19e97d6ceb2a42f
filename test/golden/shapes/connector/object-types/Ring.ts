// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { OtherRing } from './OtherRing.js';

/** Ring */
export type Ring = OtherRing;

/** Properties of Ring; nested values as Serialized text. */
export interface RingProperties {
  Value?: broker.Serialized<OtherRing | string> | undefined;
}

/** SmartObject Ring. */
export type RingSmartObject = broker.HelperMethods<Ring, RingProperties>;

export const Ring: broker.ServiceObject<RingSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Ring", "value": "SerializedValue" }`);
