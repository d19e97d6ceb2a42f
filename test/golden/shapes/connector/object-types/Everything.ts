// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Counts } from './Counts.js';
import type { Grid } from './Grid.js';
import type { Level } from './Level.js';
import type { Maybe } from './Maybe.js';
import type { Mixed } from './Mixed.js';
import type { Point } from './Point.js';
import type { Ring } from './Ring.js';
import type { Shape } from './Shape.js';

/** Everything */
export interface Everything {
  readonly [broker.typeName]?: 'test.Everything';
  any?: unknown | undefined;
  bytes?: string | undefined;
  counts?: Counts | undefined;
  grid?: Grid | undefined;
  inner?: Everything_inner | undefined;
  level: Level;
  maybe?: Maybe | undefined;
  mixed?: Mixed | undefined;
  point?: Point | undefined;
  ring?: Ring | undefined;
  secret?: string | undefined;
  shape?: Shape | undefined;
  shapes?: { [name: string]: Shape[] } | undefined;
  union?: string | number | null | undefined;
  when?: string | undefined;
}

/** Properties of Everything; nested values as Serialized text. */
export interface EverythingProperties {
  any?: broker.Serialized<unknown> | undefined;
  bytes?: string | undefined;
  counts?: broker.Serialized<Counts> | undefined;
  grid?: broker.Serialized<Grid> | undefined;
  inner?: broker.Serialized<Everything_inner> | undefined;
  level?: Level | undefined;
  maybe?: broker.Serialized<Maybe> | undefined;
  mixed?: broker.Serialized<Mixed> | undefined;
  point?: broker.Serialized<Point> | undefined;
  ring?: broker.Serialized<Ring> | undefined;
  secret?: string | undefined;
  shape?: broker.Serialized<Shape> | undefined;
  shapes?: broker.Serialized<{ [name: string]: Shape[] }> | undefined;
  union?: broker.Serialized<string | number> | null | undefined;
  when?: string | undefined;
}

/** SmartObject Everything. */
export type EverythingSmartObject = broker.HelperMethods<Everything, EverythingProperties>;

export const Everything: broker.ServiceObject<EverythingSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Everything",
  "record": {
    "properties": {
      "any": "SerializedValue",
      "bytes": "Text",
      "counts": "SerializedItem",
      "grid": "SerializedArray",
      "inner": "SerializedItem",
      "level": "Number",
      "maybe": "SerializedItem",
      "mixed": "SerializedValue",
      "point": "SerializedArray",
      "ring": "SerializedValue",
      "secret": "Text",
      "shape": "SerializedItem",
      "shapes": "SerializedItem",
      "union": "SerializedValue",
      "when": "DateTime"
    }
  }
}`);

/** Everything_inner */
export interface Everything_inner {
  readonly [broker.typeName]?: 'test.Everything_inner';
  deep?: Everything_inner_deep | undefined;
}

/** Properties of Everything_inner; nested values as Serialized text. */
export type Everything_innerProperties = broker.PropertiesOf<Everything_inner>;

/** SmartObject Everything_inner. */
export type Everything_innerSmartObject = broker.HelperMethods<Everything_inner, Everything_innerProperties>;

export const Everything_inner: broker.ServiceObject<Everything_innerSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Everything_inner", "record": { "properties": { "deep": "SerializedItem" } } }`);

/** Everything_inner_deep */
export interface Everything_inner_deep {
  readonly [broker.typeName]?: 'test.Everything_inner_deep';
  leaf?: boolean | undefined;
}

/** Properties of Everything_inner_deep; nested values as Serialized text. */
export type Everything_inner_deepProperties = broker.PropertiesOf<Everything_inner_deep>;

/** SmartObject Everything_inner_deep. */
export type Everything_inner_deepSmartObject = broker.HelperMethods<Everything_inner_deep, Everything_inner_deepProperties>;

export const Everything_inner_deep: broker.ServiceObject<Everything_inner_deepSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Everything_inner_deep", "record": { "properties": { "leaf": "YesNo" } } }`);
