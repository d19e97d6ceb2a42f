// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Ring } from './Ring.js';

/** OtherRing */
export type OtherRing = number | string;

/** Properties of OtherRing; nested values as Serialized text. */
export interface OtherRingProperties {
  Value?: broker.Serialized<Ring | number> | undefined;
}

/** SmartObject OtherRing. */
export type OtherRingSmartObject = broker.HelperMethods<OtherRing, OtherRingProperties>;

export const OtherRing: broker.ServiceObject<OtherRingSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "OtherRing", "value": "SerializedValue" }`);
