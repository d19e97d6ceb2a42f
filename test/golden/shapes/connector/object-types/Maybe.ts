// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Maybe */
export interface Maybe {
  readonly [broker.typeName]?: 'test.Maybe';
  x?: string | undefined;
}

/** Properties of Maybe; nested values as Serialized text. */
export type MaybeProperties = broker.PropertiesOf<Maybe>;

/** SmartObject Maybe. */
export type MaybeSmartObject = broker.HelperMethods<Maybe, MaybeProperties>;

export const Maybe: broker.ServiceObject<MaybeSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Maybe", "record": { "properties": { "x": "Text" } } }`);
