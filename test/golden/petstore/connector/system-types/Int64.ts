// Made by rest-broker from descriptors/test.json (Petstore 1.0.7).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** One value of the simple type Int64: opens and makes arrays of it. */
export type Int64 = broker.Int64;

/** Properties of Int64; nested values as Serialized text. */
export interface Int64Properties {
  Value?: broker.Int64 | undefined;
}

/** SmartObject Int64. */
export type Int64SmartObject = broker.HelperMethods<Int64, Int64Properties>;

export const Int64: broker.ServiceObject<Int64SmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Int64", "value": "Number" }`);
