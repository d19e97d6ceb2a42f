// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Task } from './Task.js';

/** serviceInstance */
export interface serviceInstance_ {
  readonly [broker.typeName]?: 'test.serviceInstance_';
  x?: Task | undefined;
}

/** Properties of serviceInstance; nested values as Serialized text. */
export type serviceInstance_Properties = broker.PropertiesOf<serviceInstance_>;

/** SmartObject serviceInstance. */
export type serviceInstance_SmartObject = broker.HelperMethods<serviceInstance_, serviceInstance_Properties>;

export const serviceInstance_: broker.ServiceObject<serviceInstance_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "serviceInstance_", "record": { "properties": { "x": "SerializedItem" } } }`);
