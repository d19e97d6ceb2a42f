// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** changeShape_Request_parts */
export interface changeShape_Request_parts {
  readonly [broker.typeName]?: 'test.changeShape_Request_parts';
  n: number;
}

/** Properties of changeShape_Request_parts; nested values as Serialized text. */
export interface changeShape_Request_partsProperties {
  n?: number | undefined;
}

/** SmartObject changeShape_Request_parts. */
export interface changeShape_Request_partsSmartObject extends broker.HelperMethods<changeShape_Request_parts, changeShape_Request_partsProperties> {}

export const changeShape_Request_parts: broker.ServiceObject<changeShape_Request_partsSmartObject> = broker.serviceObject(serviceInstance, { systemName: 'changeShape_Request_parts', record: { properties: { n: 'Number' } } });
