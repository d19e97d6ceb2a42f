// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { type } from './type.js';

/** infer */
export interface infer_ {
  readonly [broker.typeName]?: 'test.infer_';
  x?: type | undefined;
}

/** Properties of infer; nested values as Serialized text. */
export type infer_Properties = broker.PropertiesOf<infer_>;

/** SmartObject infer. */
export type infer_SmartObject = broker.HelperMethods<infer_, infer_Properties>;

export const infer_: broker.ServiceObject<infer_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "infer_", "record": { "properties": { "x": "SerializedItem" } } }`);
