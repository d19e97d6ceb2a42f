// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { asserts_ } from './asserts_.js';

/** is */
export interface is {
  readonly [broker.typeName]?: 'test.is';
  x?: asserts_ | undefined;
}

/** Properties of is; nested values as Serialized text. */
export type isProperties = broker.PropertiesOf<is>;

/** SmartObject is. */
export type isSmartObject = broker.HelperMethods<is, isProperties>;

export const is: broker.ServiceObject<isSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "is", "record": { "properties": { "x": "SerializedItem" } } }`);
