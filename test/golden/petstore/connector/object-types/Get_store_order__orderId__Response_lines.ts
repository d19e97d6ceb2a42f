// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Pet } from './Pet.js';

/** Get/store/order/{orderId}_Response_lines */
export interface Get_store_order__orderId__Response_lines {
  readonly [broker.typeName]?: 'test.Get_store_order__orderId__Response_lines';
  pet?: Pet | undefined;
  price?: broker.Decimal | undefined;
}

/** Properties of Get/store/order/{orderId}_Response_lines; nested values as Serialized text. */
export interface Get_store_order__orderId__Response_linesProperties {
  pet?: broker.Serialized<Pet> | undefined;
  price?: broker.Decimal | undefined;
}

/** SmartObject Get/store/order/{orderId}_Response_lines. */
export interface Get_store_order__orderId__Response_linesSmartObject extends broker.HelperMethods<Get_store_order__orderId__Response_lines, Get_store_order__orderId__Response_linesProperties> {}

export const Get_store_order__orderId__Response_lines: broker.ServiceObject<Get_store_order__orderId__Response_linesSmartObject> = broker.serviceObject(serviceInstance, {
  systemName: 'Get_store_order__orderId__Response_lines',
  record: { properties: { pet: 'SerializedItem', price: 'Decimal' } },
});
