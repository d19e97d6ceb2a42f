// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** One value of the simple type Double: opens and makes arrays of it. */
export type Double = number;

/** Properties of Double; nested values as Serialized text. */
export interface DoubleProperties {
  Value?: number | undefined;
}

/** SmartObject Double. */
export type DoubleSmartObject = broker.HelperMethods<Double, DoubleProperties>;

export const Double: broker.ServiceObject<DoubleSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Double", "value": "Decimal" }`);
