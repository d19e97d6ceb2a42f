// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Everything_inner_deep */
export interface Everything_inner_deep {
  readonly [broker.typeName]?: 'test.Everything_inner_deep';
  leaf?: boolean | undefined;
}

/** Properties of Everything_inner_deep; nested values as Serialized text. */
export interface Everything_inner_deepProperties {
  leaf?: boolean | undefined;
}

/** SmartObject Everything_inner_deep. */
export interface Everything_inner_deepSmartObject extends broker.HelperMethods<Everything_inner_deep, Everything_inner_deepProperties> {}

export const Everything_inner_deep: broker.ServiceObject<Everything_inner_deepSmartObject> = broker.serviceObject(serviceInstance, { systemName: 'Everything_inner_deep', record: { properties: { leaf: 'YesNo' } } });
