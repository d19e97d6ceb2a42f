// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** index */
export interface index {
  readonly [broker.typeName]?: 'test.index';
  x?: string | undefined;
}

/** Properties of index; nested values as Serialized text. */
export type indexProperties = broker.PropertiesOf<index>;

/** SmartObject index. */
export type indexSmartObject = broker.HelperMethods<index, indexProperties>;

export const index: broker.ServiceObject<indexSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "index", "record": { "properties": { "x": "Text" } } }`);
