// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Point */
export type Point = [number, number | null, ...string[]];

/** Properties of Point; nested values as Serialized text. */
export interface PointProperties {
  Value?: broker.Serialized<[number, number | null, ...string[]]> | undefined;
}

/** SmartObject Point. */
export type PointSmartObject = broker.HelperMethods<Point, PointProperties>;

export const Point: broker.ServiceObject<PointSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Point", "value": "SerializedArray" }`);
