// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Circle */
export interface Circle {
  readonly [broker.typeName]?: 'test.Circle';
  kind: 'circle';
  label?: string | null | undefined;
  radius: number;
}

/** Properties of Circle; nested values as Serialized text. */
export type CircleProperties = broker.PropertiesOf<Circle>;

/** SmartObject Circle. */
export type CircleSmartObject = broker.HelperMethods<Circle, CircleProperties>;

export const Circle: broker.ServiceObject<CircleSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Circle",
  "record": { "properties": { "kind": "Text", "label": "Text", "radius": "Decimal" } }
}`);
