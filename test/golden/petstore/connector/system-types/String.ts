// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** One value of the simple type String: opens and makes arrays of it. */
export type String = string;

/** Properties of String; nested values as Serialized text. */
export interface StringProperties {
  Value?: string | undefined;
}

/** SmartObject String. */
export type StringSmartObject = broker.HelperMethods<String, StringProperties>;

export const String: broker.ServiceObject<StringSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "String", "value": "Text" }`);
