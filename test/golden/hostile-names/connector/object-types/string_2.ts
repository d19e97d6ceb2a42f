// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { keyof_ } from './keyof_.js';

/** string */
export interface string_2 {
  readonly [broker.typeName]?: 'test.string_2';
  x?: keyof_ | undefined;
}

/** Properties of string; nested values as Serialized text. */
export type string_2Properties = broker.PropertiesOf<string_2>;

/** SmartObject string. */
export type string_2SmartObject = broker.HelperMethods<string_2, string_2Properties>;

export const string_2: broker.ServiceObject<string_2SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "string_2", "record": { "properties": { "x": "SerializedItem" } } }`);
