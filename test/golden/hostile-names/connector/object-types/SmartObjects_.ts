// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** SmartObjects */
export interface SmartObjects_ {
  readonly [broker.typeName]?: 'test.SmartObjects_';
  x?: string | undefined;
}

/** Properties of SmartObjects; nested values as Serialized text. */
export type SmartObjects_Properties = broker.PropertiesOf<SmartObjects_>;

/** SmartObject SmartObjects. */
export type SmartObjects_SmartObject = broker.HelperMethods<SmartObjects_, SmartObjects_Properties>;

export const SmartObjects_: broker.ServiceObject<SmartObjects_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "SmartObjects_", "record": { "properties": { "x": "Text" } } }`);
