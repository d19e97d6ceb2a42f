// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** undefined */
export interface undefined_ {
  readonly [broker.typeName]?: 'test.undefined_';
  x?: string | undefined;
}

/** Properties of undefined; nested values as Serialized text. */
export type undefined_Properties = broker.PropertiesOf<undefined_>;

/** SmartObject undefined. */
export type undefined_SmartObject = broker.HelperMethods<undefined_, undefined_Properties>;

export const undefined_: broker.ServiceObject<undefined_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "undefined_", "record": { "properties": { "x": "Text" } } }`);
