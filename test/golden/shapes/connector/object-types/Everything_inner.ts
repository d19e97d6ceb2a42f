// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Everything_inner_deep } from './Everything_inner_deep.js';

/** Everything_inner */
export interface Everything_inner {
  readonly [broker.typeName]?: 'test.Everything_inner';
  deep?: Everything_inner_deep | undefined;
}

/** Properties of Everything_inner; nested values as Serialized text. */
export interface Everything_innerProperties {
  deep?: broker.Serialized<Everything_inner_deep> | undefined;
}

/** SmartObject Everything_inner. */
export interface Everything_innerSmartObject extends broker.HelperMethods<Everything_inner, Everything_innerProperties> {}

export const Everything_inner: broker.ServiceObject<Everything_innerSmartObject> = broker.serviceObject(serviceInstance, { systemName: 'Everything_inner', record: { properties: { deep: 'SerializedItem' } } });
