// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { is } from './is.js';

/** async */
export interface async {
  readonly [broker.typeName]?: 'test.async';
  x?: is | undefined;
}

/** Properties of async; nested values as Serialized text. */
export type asyncProperties = broker.PropertiesOf<async>;

/** SmartObject async. */
export type asyncSmartObject = broker.HelperMethods<async, asyncProperties>;

export const async: broker.ServiceObject<asyncSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "async", "record": { "properties": { "x": "SerializedItem" } } }`);
