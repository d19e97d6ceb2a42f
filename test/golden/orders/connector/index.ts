// Made by rest-broker from descriptors/test.json (Orders 2).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { Line, type LineSmartObject } from './object-types/Line.js';
import { Order, type OrderSmartObject } from './object-types/Order.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';
import { String, type StringSmartObject } from './system-types/String.js';
import { ServiceOperations, type ServiceOperationsSmartObject } from './service-operations/ServiceOperations.js';
import { health, type healthSmartObject } from './service-operations/health.js';
import { internal, type internalSmartObject } from './service-operations/internal.js';
import { orders, type ordersSmartObject } from './service-operations/orders.js';

export type * from './object-types/Line.js';
export type * from './object-types/Order.js';
export type * from './system-types/HTTPHeader.js';
export type * from './system-types/String.js';
export type * from './service-operations/ServiceOperations.js';
export type * from './service-operations/health.js';
export type * from './service-operations/internal.js';
export type * from './service-operations/orders.js';
export { serviceInstance };

/** The SmartObjects of Orders. */
export interface SmartObjects {
  /** Line */
  readonly Line: LineSmartObject;
  /** Order */
  readonly Order: OrderSmartObject;
  /** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
  readonly HTTPHeader: HTTPHeaderSmartObject;
  /** One value of the simple type String: opens and makes arrays of it. */
  readonly String: StringSmartObject;
  /** ServiceOperations */
  readonly ServiceOperations: ServiceOperationsSmartObject;
  /** health */
  readonly health: healthSmartObject;
  /** internal */
  readonly internal: internalSmartObject;
  /** orders */
  readonly orders: ordersSmartObject;
}

/** Binds the SmartObjects to the service; every option that is left out is as registered. */
export function connect($options?: broker.ConnectOptions): SmartObjects {
  return broker.connect<SmartObjects>(serviceInstance, { Line, Order, HTTPHeader, String, ServiceOperations, health, internal, orders }, $options);
}
