// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { unique_ } from './unique_.js';

/** keyof */
export interface keyof_ {
  readonly [broker.typeName]?: 'test.keyof_';
  x?: unique_ | undefined;
}

/** Properties of keyof; nested values as Serialized text. */
export type keyof_Properties = broker.PropertiesOf<keyof_>;

/** SmartObject keyof. */
export type keyof_SmartObject = broker.HelperMethods<keyof_, keyof_Properties>;

export const keyof_: broker.ServiceObject<keyof_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "keyof_", "record": { "properties": { "x": "SerializedItem" } } }`);
