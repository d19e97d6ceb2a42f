// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** An XML field. */
export interface UserDefinedXmlField {
  readonly [broker.typeName]?: 'k2.UserDefinedXmlField';
  /** Field name. */
  name?: string | undefined;
  /** XML text. */
  value?: string | undefined;
}

/** Properties of UserDefinedXmlField; nested values as Serialized text. */
export type UserDefinedXmlFieldProperties = broker.PropertiesOf<UserDefinedXmlField>;

/** SmartObject UserDefinedXmlField. */
export type UserDefinedXmlFieldSmartObject = broker.HelperMethods<UserDefinedXmlField, UserDefinedXmlFieldProperties>;

export const UserDefinedXmlField: broker.ServiceObject<UserDefinedXmlFieldSmartObject> = broker.serviceObject(serviceInstance, `{
  "systemName": "UserDefinedXmlField",
  "record": { "properties": { "name": "Text", "value": "Text" } }
}`);
