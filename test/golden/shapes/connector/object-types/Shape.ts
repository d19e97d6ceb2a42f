// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Circle } from './Circle.js';
import type { Square } from './Square.js';

/** Shape */
export type Shape = Circle | Square;

/** Properties of Shape; nested values as Serialized text. */
export interface ShapeProperties {
  kind?: 'circle' | undefined;
  label?: string | null | undefined;
  radius?: number | undefined;
  side?: broker.Decimal | undefined;
}

/** SmartObject Shape. */
export type ShapeSmartObject = broker.HelperMethods<Shape, ShapeProperties>;

export const Shape: broker.ServiceObject<ShapeSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Shape",
  "record": { "properties": { "kind": "Text", "label": "Text", "radius": "Decimal", "side": "Decimal" } }
}`);
