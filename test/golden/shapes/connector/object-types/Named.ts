// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Named */
export interface Named {
  readonly [broker.typeName]?: 'test.Named';
  name: string;
}

/** Properties of Named; nested values as Serialized text. */
export type NamedProperties = broker.PropertiesOf<Named>;

/** SmartObject Named. */
export type NamedSmartObject = broker.HelperMethods<Named, NamedProperties>;

export const Named: broker.ServiceObject<NamedSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Named", "record": { "properties": { "name": "Text" } } }`);
