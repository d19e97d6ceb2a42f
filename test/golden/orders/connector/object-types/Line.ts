// Made by rest-broker from descriptors/test.json (Orders 2).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Line */
export interface Line {
  readonly [broker.typeName]?: 'test.Line';
  count?: number | undefined;
  sku?: string | undefined;
}

/** Properties of Line; nested values as Serialized text. */
export type LineProperties = broker.PropertiesOf<Line>;

/** SmartObject Line. */
export type LineSmartObject = broker.HelperMethods<Line, LineProperties>;

export const Line: broker.ServiceObject<LineSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Line", "record": { "properties": { "count": "Number", "sku": "Text" } } }`);
