// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { of } from './of.js';

/** asserts */
export interface asserts_ {
  readonly [broker.typeName]?: 'test.asserts_';
  x?: of | undefined;
}

/** Properties of asserts; nested values as Serialized text. */
export type asserts_Properties = broker.PropertiesOf<asserts_>;

/** SmartObject asserts. */
export type asserts_SmartObject = broker.HelperMethods<asserts_, asserts_Properties>;

export const asserts_: broker.ServiceObject<asserts_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "asserts_", "record": { "properties": { "x": "SerializedItem" } } }`);
