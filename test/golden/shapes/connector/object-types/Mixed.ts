// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Mixed */
export type Mixed = 'a' | 1 | true | null;

/** Properties of Mixed; nested values as Serialized text. */
export interface MixedProperties {
  Value?: broker.Serialized<'a' | 1 | true> | null | undefined;
}

/** SmartObject Mixed. */
export type MixedSmartObject = broker.HelperMethods<Mixed, MixedProperties>;

export const Mixed: broker.ServiceObject<MixedSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Mixed", "value": "SerializedValue" }`);
