// Made by rest-broker from descriptors/nwc-workflow-v2.swagger.json (NWC Workflow Xtension v2 2.0.0).
// Do not edit: `rest-broker generate nwc-v2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Hand-over of an assignment. */
export interface Delegation {
  readonly [broker.typeName]?: 'nwc-v2.Delegation';
  /** Email addresses of the new assignees. */
  assignees: string[];
  /** Note to the new assignees. */
  message?: string | undefined;
}

/** Properties of Delegation; nested values as Serialized text. */
export type DelegationProperties = broker.PropertiesOf<Delegation>;

/** SmartObject Delegation. */
export type DelegationSmartObject = broker.HelperMethods<Delegation, DelegationProperties>;

export const Delegation: broker.ServiceObject<DelegationSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "Delegation",
  "record": { "properties": { "assignees": "SerializedArray", "message": "Text" } }
}`);
