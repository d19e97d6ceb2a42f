// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** COM1 */
export interface COM1_ {
  readonly [broker.typeName]?: 'test.COM1_';
  x?: string | undefined;
}

/** Properties of COM1; nested values as Serialized text. */
export type COM1_Properties = broker.PropertiesOf<COM1_>;

/** SmartObject COM1. */
export type COM1_SmartObject = broker.HelperMethods<COM1_, COM1_Properties>;

export const COM1_: broker.ServiceObject<COM1_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "COM1_", "record": { "properties": { "x": "Text" } } }`);
