// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { async } from './async.js';

/** type */
export interface type {
  readonly [broker.typeName]?: 'test.type';
  x?: async | undefined;
}

/** Properties of type; nested values as Serialized text. */
export type typeProperties = broker.PropertiesOf<type>;

/** SmartObject type. */
export type typeSmartObject = broker.HelperMethods<type, typeProperties>;

export const type: broker.ServiceObject<typeSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "type", "record": { "properties": { "x": "SerializedItem" } } }`);
