// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** nul */
export interface nul_ {
  readonly [broker.typeName]?: 'test.nul_';
  x?: string | undefined;
}

/** Properties of nul; nested values as Serialized text. */
export type nul_Properties = broker.PropertiesOf<nul_>;

/** SmartObject nul. */
export type nul_SmartObject = broker.HelperMethods<nul_, nul_Properties>;

export const nul_: broker.ServiceObject<nul_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "nul_", "record": { "properties": { "x": "Text" } } }`);
