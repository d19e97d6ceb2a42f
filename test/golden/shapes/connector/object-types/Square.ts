// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Square */
export interface Square {
  readonly [broker.typeName]?: 'test.Square';
  kind: 'square';
  /** @deprecated */
  label?: string | undefined;
  side: broker.Decimal;
}

/** Properties of Square; nested values as Serialized text. */
export type SquareProperties = broker.PropertiesOf<Square>;

/** SmartObject Square. */
export type SquareSmartObject = broker.HelperMethods<Square, SquareProperties>;

export const Square: broker.ServiceObject<SquareSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Square",
  "record": { "properties": { "kind": "Text", "label": "Text", "side": "Decimal" } }
}`);
