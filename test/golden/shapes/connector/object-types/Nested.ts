// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Nested */
export type Nested = (string | Nested)[];

/** Properties of Nested; nested values as Serialized text. */
export interface NestedProperties {
  Value?: broker.SerializedArray<string | Nested> | undefined;
}

/** SmartObject Nested. */
export type NestedSmartObject = broker.HelperMethods<Nested, NestedProperties>;

export const Nested: broker.ServiceObject<NestedSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Nested", "value": "SerializedArray" }`);
