// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from './service-instance.js';
import { Alias, type AliasSmartObject } from './object-types/Alias.js';
import { Anything, type AnythingSmartObject } from './object-types/Anything.js';
import { Circle, type CircleSmartObject } from './object-types/Circle.js';
import { Counts, type CountsSmartObject } from './object-types/Counts.js';
import { Empty, type EmptySmartObject } from './object-types/Empty.js';
import { Everything, type EverythingSmartObject, Everything_inner, type Everything_innerSmartObject, Everything_inner_deep, type Everything_inner_deepSmartObject } from './object-types/Everything.js';
import { Grid, type GridSmartObject } from './object-types/Grid.js';
import { Level, type LevelSmartObject } from './object-types/Level.js';
import { Maybe, type MaybeSmartObject } from './object-types/Maybe.js';
import { Mixed, type MixedSmartObject } from './object-types/Mixed.js';
import { Named, type NamedSmartObject } from './object-types/Named.js';
import { NamedCircle, type NamedCircleSmartObject } from './object-types/NamedCircle.js';
import { Nested, type NestedSmartObject } from './object-types/Nested.js';
import { Never, type NeverSmartObject } from './object-types/Never.js';
import { Open, type OpenSmartObject } from './object-types/Open.js';
import { OtherRing, type OtherRingSmartObject } from './object-types/OtherRing.js';
import { Point, type PointSmartObject } from './object-types/Point.js';
import { Ring, type RingSmartObject } from './object-types/Ring.js';
import { Self, type SelfSmartObject } from './object-types/Self.js';
import { Shape, type ShapeSmartObject } from './object-types/Shape.js';
import { Square, type SquareSmartObject } from './object-types/Square.js';
import { Tree, type TreeSmartObject } from './object-types/Tree.js';
import { shapes, type shapesSmartObject, changeShape_Request, type changeShape_RequestSmartObject, changeShape_Request_parts, type changeShape_Request_partsSmartObject, listShapes_filter, type listShapes_filterSmartObject } from './object-types/shapes.js';
import { Double, type DoubleSmartObject } from './system-types/Double.js';
import { HTTPHeader, type HTTPHeaderSmartObject } from './system-types/HTTPHeader.js';
import { String, type StringSmartObject } from './system-types/String.js';

export type * from './object-types/Alias.js';
export type * from './object-types/Anything.js';
export type * from './object-types/Circle.js';
export type * from './object-types/Counts.js';
export type * from './object-types/Empty.js';
export type * from './object-types/Everything.js';
export type * from './object-types/Grid.js';
export type * from './object-types/Level.js';
export type * from './object-types/Maybe.js';
export type * from './object-types/Mixed.js';
export type * from './object-types/Named.js';
export type * from './object-types/NamedCircle.js';
export type * from './object-types/Nested.js';
export type * from './object-types/Never.js';
export type * from './object-types/Open.js';
export type * from './object-types/OtherRing.js';
export type * from './object-types/Point.js';
export type * from './object-types/Ring.js';
export type * from './object-types/Self.js';
export type * from './object-types/Shape.js';
export type * from './object-types/Square.js';
export type * from './object-types/Tree.js';
export type * from './object-types/shapes.js';
export type * from './system-types/Double.js';
export type * from './system-types/HTTPHeader.js';
export type * from './system-types/String.js';
export { serviceInstance };

/**
 * The SmartObjects of Shapes.
 * One of each form a schema can take.
 */
export interface SmartObjects {
  /** Alias */
  readonly Alias: AliasSmartObject;
  /** Anything */
  readonly Anything: AnythingSmartObject;
  /** Circle */
  readonly Circle: CircleSmartObject;
  /** Counts */
  readonly Counts: CountsSmartObject;
  /** Empty */
  readonly Empty: EmptySmartObject;
  /** Everything */
  readonly Everything: EverythingSmartObject;
  /** Everything_inner */
  readonly Everything_inner: Everything_innerSmartObject;
  /** Everything_inner_deep */
  readonly Everything_inner_deep: Everything_inner_deepSmartObject;
  /** Grid */
  readonly Grid: GridSmartObject;
  /** Level */
  readonly Level: LevelSmartObject;
  /** Maybe */
  readonly Maybe: MaybeSmartObject;
  /** Mixed */
  readonly Mixed: MixedSmartObject;
  /** Named */
  readonly Named: NamedSmartObject;
  /** Both at once */
  readonly NamedCircle: NamedCircleSmartObject;
  /** Nested */
  readonly Nested: NestedSmartObject;
  /** Never */
  readonly Never: NeverSmartObject;
  /** Open */
  readonly Open: OpenSmartObject;
  /** OtherRing */
  readonly OtherRing: OtherRingSmartObject;
  /** Point */
  readonly Point: PointSmartObject;
  /** Ring */
  readonly Ring: RingSmartObject;
  /** Self */
  readonly Self: SelfSmartObject;
  /** Shape */
  readonly Shape: ShapeSmartObject;
  /** Square */
  readonly Square: SquareSmartObject;
  /** Tree */
  readonly Tree: TreeSmartObject;
  /** changeShape_Request */
  readonly changeShape_Request: changeShape_RequestSmartObject;
  /** changeShape_Request_parts */
  readonly changeShape_Request_parts: changeShape_Request_partsSmartObject;
  /** listShapes_filter */
  readonly listShapes_filter: listShapes_filterSmartObject;
  /** shapes */
  readonly shapes: shapesSmartObject;
  /** One value of the simple type Double: opens and makes arrays of it. */
  readonly Double: DoubleSmartObject;
  /** One HTTP header. Serialize Add Item To Array makes the text that the input HttpHeaders takes. */
  readonly HTTPHeader: HTTPHeaderSmartObject;
  /** One value of the simple type String: opens and makes arrays of it. */
  readonly String: StringSmartObject;
}

/** Binds the SmartObjects to the service; every option that is left out is as registered. */
export function connect($options?: broker.ConnectOptions): SmartObjects {
  return broker.connect<SmartObjects>(serviceInstance, { Alias, Anything, Circle, Counts, Empty, Everything, Everything_inner, Everything_inner_deep, Grid, Level, Maybe, Mixed, Named, NamedCircle, Nested, Never, Open, OtherRing, Point, Ring, Self, Shape, Square, Tree, changeShape_Request, changeShape_Request_parts, listShapes_filter, shapes, Double, HTTPHeader, String }, $options);
}
