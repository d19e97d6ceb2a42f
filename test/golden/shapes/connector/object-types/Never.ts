// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Never */
export type Never = never;

/** Properties of Never; nested values as Serialized text. */
export interface NeverProperties {
  Value?: broker.Serialized<never> | undefined;
}

/** SmartObject Never. */
export type NeverSmartObject = broker.HelperMethods<Never, NeverProperties>;

export const Never: broker.ServiceObject<NeverSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Never", "value": "SerializedValue" }`);
