// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Level */
export type Level = 1 | 2 | 3;

/** Properties of Level; nested values as Serialized text. */
export interface LevelProperties {
  Value?: 1 | 2 | 3 | undefined;
}

/** SmartObject Level. */
export type LevelSmartObject = broker.HelperMethods<Level, LevelProperties>;

export const Level: broker.ServiceObject<LevelSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Level", "value": "Number" }`);
