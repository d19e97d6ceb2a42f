// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { changeShape_Request_parts } from './changeShape_Request_parts.js';

/** changeShape_Request */
export interface changeShape_Request {
  readonly [broker.typeName]?: 'test.changeShape_Request';
  label?: string | null | undefined;
  parts?: changeShape_Request_parts[] | undefined;
}

/** Properties of changeShape_Request; nested values as Serialized text. */
export interface changeShape_RequestProperties {
  label?: string | null | undefined;
  parts?: broker.SerializedArray<changeShape_Request_parts> | undefined;
}

/** SmartObject changeShape_Request. */
export interface changeShape_RequestSmartObject extends broker.HelperMethods<changeShape_Request, changeShape_RequestProperties> {}

export const changeShape_Request: broker.ServiceObject<changeShape_RequestSmartObject> = broker.serviceObject(serviceInstance, {
  systemName: 'changeShape_Request',
  record: { properties: { label: 'Text', parts: 'SerializedArray' } },
});
