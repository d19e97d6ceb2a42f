// Made by rest-broker from descriptors/test.json (Tasks 1).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Owner */
export interface Owner {
  readonly [broker.typeName]?: 'test.Owner';
  name: string;
}

/** Properties of Owner; nested values as Serialized text. */
export type OwnerProperties = broker.PropertiesOf<Owner>;

/** SmartObject Owner. */
export type OwnerSmartObject = broker.HelperMethods<Owner, OwnerProperties>;

export const Owner: broker.ServiceObject<OwnerSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Owner", "record": { "properties": { "name": "Text" } } }`);
