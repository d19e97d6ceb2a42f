// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Both at once */
export interface NamedCircle {
  readonly [broker.typeName]?: 'test.NamedCircle';
  kind: 'circle';
  label?: string | null | undefined;
  name: string;
  radius: number;
}

/** Properties of NamedCircle; nested values as Serialized text. */
export type NamedCircleProperties = broker.PropertiesOf<NamedCircle>;

/** SmartObject NamedCircle. */
export type NamedCircleSmartObject = broker.HelperMethods<NamedCircle, NamedCircleProperties>;

export const NamedCircle: broker.ServiceObject<NamedCircleSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "NamedCircle",
  "record": { "properties": { "kind": "Text", "label": "Text", "name": "Text", "radius": "Decimal" } }
}`);
