// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Counts */
export type Counts = { [name: string]: number };

/** Properties of Counts; nested values as Serialized text. */
export interface CountsProperties {
  Value?: broker.Serialized<{ [name: string]: number }> | undefined;
}

/** SmartObject Counts. */
export type CountsSmartObject = broker.HelperMethods<Counts, CountsProperties>;

export const Counts: broker.ServiceObject<CountsSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Counts", "value": "SerializedItem" }`);
