// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { ApiResponse, type ApiResponseSmartObject } from './object-types/ApiResponse.js';
import { Category, type CategorySmartObject } from './object-types/Category.js';
import { store, type storeSmartObject, Get_store_order__orderId__Response, type Get_store_order__orderId__ResponseSmartObject, Get_store_order__orderId__Response_lines, type Get_store_order__orderId__Response_linesSmartObject } from './object-types/store.js';
import { Pet, type PetSmartObject } from './object-types/Pet.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';
import { Int64, type Int64SmartObject } from './system-types/Int64.js';
import { String, type StringSmartObject } from './system-types/String.js';

export type * from './object-types/ApiResponse.js';
export type * from './object-types/Category.js';
export type * from './object-types/store.js';
export type * from './object-types/Pet.js';
export type * from './system-types/HTTPHeader.js';
export type * from './system-types/Int64.js';
export type * from './system-types/String.js';
export { serviceInstance };

/**
 * The SmartObjects of Petstore.
 * Pets, with forms and files.
 */
export interface SmartObjects {
  /** ApiResponse */
  readonly ApiResponse: ApiResponseSmartObject;
  /** Category */
  readonly Category: CategorySmartObject;
  /** Get/store/order/{orderId}_Response */
  readonly Get_store_order__orderId__Response: Get_store_order__orderId__ResponseSmartObject;
  /** Get/store/order/{orderId}_Response_lines */
  readonly Get_store_order__orderId__Response_lines: Get_store_order__orderId__Response_linesSmartObject;
  /** One pet */
  readonly Pet: PetSmartObject;
  /** store */
  readonly store: storeSmartObject;
  /** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
  readonly HTTPHeader: HTTPHeaderSmartObject;
  /** One value of the simple type Int64: opens and makes arrays of it. */
  readonly Int64: Int64SmartObject;
  /** One value of the simple type String: opens and makes arrays of it. */
  readonly String: StringSmartObject;
}

/** Binds the SmartObjects to the service; every option that is left out is as registered. */
export function connect($options?: broker.ConnectOptions): SmartObjects {
  return broker.connect<SmartObjects>(serviceInstance, { ApiResponse, Category, Get_store_order__orderId__Response, Get_store_order__orderId__Response_lines, Pet, store, HTTPHeader, Int64, String }, $options);
}
