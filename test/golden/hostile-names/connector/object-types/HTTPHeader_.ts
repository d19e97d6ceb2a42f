// Made by rest-broker from descriptors/test.json (Names *\/ ${x} `y` 1 ).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** HTTPHeader */
export interface HTTPHeader_ {
  readonly [broker.typeName]?: 'test.HTTPHeader_';
  x?: string | undefined;
}

/** Properties of HTTPHeader; nested values as Serialized text. */
export type HTTPHeader_Properties = broker.PropertiesOf<HTTPHeader_>;

/** SmartObject HTTPHeader. */
export type HTTPHeader_SmartObject = broker.HelperMethods<HTTPHeader_, HTTPHeader_Properties>;

export const HTTPHeader_: broker.ServiceObject<HTTPHeader_SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "HTTPHeader_", "record": { "properties": { "x": "Text" } } }`);
