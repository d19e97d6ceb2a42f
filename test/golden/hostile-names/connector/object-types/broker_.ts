// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { serviceInstance_ } from './serviceInstance_.js';

/** broker */
export interface broker_ {
  readonly [broker.typeName]?: 'test.broker_';
  x?: serviceInstance_ | undefined;
}

/** Properties of broker; nested values as Serialized text. */
export type broker_Properties = broker.PropertiesOf<broker_>;

/** SmartObject broker. */
export type broker_SmartObject = broker.HelperMethods<broker_, broker_Properties>;

export const broker_: broker.ServiceObject<broker_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "broker_", "record": { "properties": { "x": "SerializedItem" } } }`);
