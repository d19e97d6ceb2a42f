// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Open */
export interface Open {
  readonly [broker.typeName]?: 'test.Open';
  id?: string | undefined;
  [name: string]: unknown;
}

/** Properties of Open; nested values as Serialized text. */
export interface OpenProperties {
  id?: string | undefined;
}

/** SmartObject Open. */
export type OpenSmartObject = broker.HelperMethods<Open, OpenProperties>;

export const Open: broker.ServiceObject<OpenSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Open", "record": { "properties": { "id": "Text" } } }`);
