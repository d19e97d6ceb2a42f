// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** listShapes_filter */
export interface listShapes_filter {
  readonly [broker.typeName]?: 'test.listShapes_filter';
  name?: string | undefined;
  size?: number | undefined;
}

/** Properties of listShapes_filter; nested values as Serialized text. */
export interface listShapes_filterProperties {
  name?: string | undefined;
  size?: number | undefined;
}

/** SmartObject listShapes_filter. */
export interface listShapes_filterSmartObject extends broker.HelperMethods<listShapes_filter, listShapes_filterProperties> {}

export const listShapes_filter: broker.ServiceObject<listShapes_filterSmartObject> = broker.serviceObject(serviceInstance, { systemName: 'listShapes_filter', record: { properties: { name: 'Text', size: 'Number' } } });
