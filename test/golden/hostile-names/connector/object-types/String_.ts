// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** String */
export type String_ = string;

/** Properties of String; nested values as Serialized text. */
export interface String_Properties {
  Value?: string | undefined;
}

/** SmartObject String. */
export type String_SmartObject = broker.HelperMethods<String_, String_Properties>;

export const String_: broker.ServiceObject<String_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "String_", "value": "Text" }`);
