// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { Circle } from './Circle.js';

/** Alias */
export type Alias = Circle;

/** Properties of Alias; nested values as Serialized text. */
export interface AliasProperties {
  kind?: 'circle' | undefined;
  label?: string | null | undefined;
  radius?: number | undefined;
}

/** SmartObject Alias. */
export type AliasSmartObject = broker.HelperMethods<Alias, AliasProperties>;

export const Alias: broker.ServiceObject<AliasSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Alias",
  "record": { "properties": { "kind": "Text", "label": "Text", "radius": "Decimal" } }
}`);
