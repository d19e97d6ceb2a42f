// Made by rest-broker from descriptors/test.json (Shapes 3).
// Do not edit: `rest-broker generate test` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Tree */
export interface Tree {
  readonly [broker.typeName]?: 'test.Tree';
  children?: Tree[] | undefined;
  parent?: Tree | null | undefined;
  value?: broker.Int64 | undefined;
}

/** Properties of Tree; nested values as Serialized text. */
export type TreeProperties = broker.PropertiesOf<Tree>;

/** SmartObject Tree. */
export type TreeSmartObject = broker.HelperMethods<Tree, TreeProperties>;

export const Tree: broker.ServiceObject<TreeSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Tree",
  "record": { "properties": { "children": "SerializedArray", "parent": "SerializedItem", "value": "Number" } }
}`);
