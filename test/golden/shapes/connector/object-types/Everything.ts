// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Counts } from './Counts.js';
import type { Everything_inner } from './Everything_inner.js';
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
export interface EverythingSmartObject extends broker.HelperMethods<Everything, EverythingProperties> {}

export const Everything: broker.ServiceObject<EverythingSmartObject> = broker.serviceObject(serviceInstance, {
  systemName: 'Everything',
  record: {
    properties: {
      any: 'SerializedValue',
      bytes: 'Text',
      counts: 'SerializedItem',
      grid: 'SerializedArray',
      inner: 'SerializedItem',
      level: 'Number',
      maybe: 'SerializedItem',
      mixed: 'SerializedValue',
      point: 'SerializedArray',
      ring: 'SerializedValue',
      secret: 'Text',
      shape: 'SerializedItem',
      shapes: 'SerializedItem',
      union: 'SerializedValue',
      when: 'DateTime',
    },
  },
});
