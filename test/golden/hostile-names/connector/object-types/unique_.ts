// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { infer_ } from './infer_.js';

/** unique */
export interface unique_ {
  readonly [broker.typeName]?: 'test.unique_';
  x?: infer_ | undefined;
}

/** Properties of unique; nested values as Serialized text. */
export type unique_Properties = broker.PropertiesOf<unique_>;

/** SmartObject unique. */
export type unique_SmartObject = broker.HelperMethods<unique_, unique_Properties>;

export const unique_: broker.ServiceObject<unique_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "unique_", "record": { "properties": { "x": "SerializedItem" } } }`);
