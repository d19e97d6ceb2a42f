// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Array } from './Array.js';

/** of */
export interface of {
  readonly [broker.typeName]?: 'test.of';
  x?: Array | undefined;
}

/** Properties of of; nested values as Serialized text. */
export type ofProperties = broker.PropertiesOf<of>;

/** SmartObject of. */
export type ofSmartObject = broker.HelperMethods<of, ofProperties>;

export const of: broker.ServiceObject<ofSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "of", "record": { "properties": { "x": "SerializedItem" } } }`);
