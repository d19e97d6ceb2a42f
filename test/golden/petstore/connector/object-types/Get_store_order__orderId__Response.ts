// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Get_store_order__orderId__Response_lines } from './Get_store_order__orderId__Response_lines.js';

/** Get/store/order/{orderId}_Response */
export interface Get_store_order__orderId__Response {
  readonly [broker.typeName]?: 'test.Get_store_order__orderId__Response';
  id: broker.Int64;
  lines?: Get_store_order__orderId__Response_lines[] | undefined;
  shipDate?: string | undefined;
}

/** Properties of Get/store/order/{orderId}_Response; nested values as Serialized text. */
export interface Get_store_order__orderId__ResponseProperties {
  id?: broker.Int64 | undefined;
  lines?: broker.SerializedArray<Get_store_order__orderId__Response_lines> | undefined;
  shipDate?: string | undefined;
}

/** SmartObject Get/store/order/{orderId}_Response. */
export interface Get_store_order__orderId__ResponseSmartObject extends broker.HelperMethods<Get_store_order__orderId__Response, Get_store_order__orderId__ResponseProperties> {}

export const Get_store_order__orderId__Response: broker.ServiceObject<Get_store_order__orderId__ResponseSmartObject> = broker.serviceObject(serviceInstance, {
  systemName: 'Get_store_order__orderId__Response',
  record: { properties: { id: 'Number', lines: 'SerializedArray', shipDate: 'DateTime' } },
});
