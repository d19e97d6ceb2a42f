// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Promise } from './Promise.js';

/** Array */
export interface Array {
  readonly [broker.typeName]?: 'test.Array';
  x?: Promise[] | undefined;
}

/** Properties of Array; nested values as Serialized text. */
export type ArrayProperties = broker.PropertiesOf<Array>;

/** SmartObject Array. */
export type ArraySmartObject = broker.HelperMethods<Array, ArrayProperties>;

export const Array: broker.ServiceObject<ArraySmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Array", "record": { "properties": { "x": "SerializedArray" } } }`);
