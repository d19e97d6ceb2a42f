// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';
import type { UserDefinedXmlField } from './UserDefinedXmlField.js';

/** Fields to write back. */
export interface UpdateFieldsRequest {
  readonly [broker.typeName]?: 'k2.UpdateFieldsRequest';
  /** Values keyed by data field name; a value is any JSON value. */
  dataFields?: { [name: string]: unknown } | undefined;
  /** Item references: name, then item number, then property; or xmlContent with the XML form. */
  itemReferences?: { [name: string]: unknown } | undefined;
  /** XML fields. */
  xmlFields?: UserDefinedXmlField[] | undefined;
}

/** Properties of UpdateFieldsRequest; nested values as Serialized text. */
export type UpdateFieldsRequestProperties = broker.PropertiesOf<UpdateFieldsRequest>;

/** SmartObject UpdateFieldsRequest. */
export type UpdateFieldsRequestSmartObject = broker.HelperMethods<UpdateFieldsRequest, UpdateFieldsRequestProperties>;

export const UpdateFieldsRequest: broker.ServiceObject<UpdateFieldsRequestSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "UpdateFieldsRequest",
  "record": {
    "properties": {
      "dataFields": "SerializedItem",
      "itemReferences": "SerializedItem",
      "xmlFields": "SerializedArray"
    }
  }
}`);
