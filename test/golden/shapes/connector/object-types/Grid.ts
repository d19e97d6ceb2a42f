// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Grid */
export type Grid = number[][];

/** Properties of Grid; nested values as Serialized text. */
export interface GridProperties {
  Value?: broker.SerializedArray<number[]> | undefined;
}

/** SmartObject Grid. */
export type GridSmartObject = broker.HelperMethods<Grid, GridProperties>;

export const Grid: broker.ServiceObject<GridSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Grid", "value": "SerializedArray" }`);
