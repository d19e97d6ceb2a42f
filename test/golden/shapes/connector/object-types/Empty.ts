// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Empty */
export type Empty = { [name: string]: unknown };

/** Properties of Empty; nested values as Serialized text. */
export interface EmptyProperties {
  Value?: broker.Serialized<{ [name: string]: unknown }> | undefined;
}

/** SmartObject Empty. */
export type EmptySmartObject = broker.HelperMethods<Empty, EmptyProperties>;

export const Empty: broker.ServiceObject<EmptySmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Empty", "value": "SerializedItem" }`);
