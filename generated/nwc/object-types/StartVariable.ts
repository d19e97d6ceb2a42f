// Made by rest-broker from descriptors/nwc-workflow.swagger.json (NWC Workflow Xtension 1.0.0).
// Do not edit: `rest-broker generate nwc` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** A start variable. */
export interface StartVariable {
  readonly [broker.typeName]?: 'nwc.StartVariable';
  /** Display name. */
  label?: string | undefined;
  /** Variable name. */
  name?: string | undefined;
  /** Such as text, boolean, integer, decimal, datetime, collection or object. */
  type?: string | undefined;
  /** Key to use in startData. */
  variable?: string | undefined;
}

/** Properties of StartVariable; nested values as Serialized text. */
export type StartVariableProperties = broker.PropertiesOf<StartVariable>;

/** SmartObject StartVariable. */
export type StartVariableSmartObject = broker.HelperMethods<StartVariable, StartVariableProperties>;

export const StartVariable: broker.ServiceObject<StartVariableSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "StartVariable",
  "record": { "properties": { "label": "Text", "name": "Text", "type": "Text", "variable": "Text" } }
}`);
