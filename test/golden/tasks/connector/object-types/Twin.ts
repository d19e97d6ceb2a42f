// Made by rest-broker from descriptors/test.json (Tasks 1).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Twin */
export interface Twin {
  readonly [broker.typeName]?: 'test.Twin';
  name: string;
}

/** Properties of Twin; nested values as Serialized text. */
export type TwinProperties = broker.PropertiesOf<Twin>;

/** SmartObject Twin. */
export type TwinSmartObject = broker.HelperMethods<Twin, TwinProperties>;

export const Twin: broker.ServiceObject<TwinSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Twin", "record": { "properties": { "name": "Text" } } }`);
