// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { broker_ } from './broker_.js';

/** Promise */
export interface Promise {
  readonly [broker.typeName]?: 'test.Promise';
  x?: broker_ | undefined;
}

/** Properties of Promise; nested values as Serialized text. */
export type PromiseProperties = broker.PropertiesOf<Promise>;

/** SmartObject Promise. */
export type PromiseSmartObject = broker.HelperMethods<Promise, PromiseProperties>;

export const Promise: broker.ServiceObject<PromiseSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Promise", "record": { "properties": { "x": "SerializedItem" } } }`);
