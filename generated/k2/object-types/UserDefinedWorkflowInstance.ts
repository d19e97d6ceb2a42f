// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { UserDefinedXmlField } from './UserDefinedXmlField.js';

/** Body of a start; everything is optional. */
export interface UserDefinedWorkflowInstance {
  readonly [broker.typeName]?: 'k2.UserDefinedWorkflowInstance';
  /** Values keyed by data field name; a value is any JSON value. */
  dataFields?: { [name: string]: unknown } | undefined;
  /** Expected duration. */
  expectedDuration?: number | undefined;
  /** Folio of the instance. */
  folio?: string | undefined;
  /** Item references: name, then item number, then property; or xmlContent with the XML form. */
  itemReferences?: { [name: string]: unknown } | undefined;
  /** 0 high, 1 medium, 2 low. */
  priority?: number | undefined;
  /** XML fields. */
  xmlFields?: UserDefinedXmlField[] | undefined;
}

/** Properties of UserDefinedWorkflowInstance; nested values as Serialized text. */
export type UserDefinedWorkflowInstanceProperties = broker.PropertiesOf<UserDefinedWorkflowInstance>;

/** SmartObject UserDefinedWorkflowInstance. */
export type UserDefinedWorkflowInstanceSmartObject = broker.HelperMethods<UserDefinedWorkflowInstance, UserDefinedWorkflowInstanceProperties>;

export const UserDefinedWorkflowInstance: broker.ServiceObject<UserDefinedWorkflowInstanceSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "UserDefinedWorkflowInstance",
  "record": {
    "properties": {
      "dataFields": "SerializedItem",
      "expectedDuration": "Number",
      "folio": "Text",
      "itemReferences": "SerializedItem",
      "priority": "Number",
      "xmlFields": "SerializedArray"
    }
  }
}`);
