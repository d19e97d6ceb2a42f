// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Error body. */
export interface Error {
  readonly [broker.typeName]?: 'k2.Error';
  /** What went wrong. */
  Message?: string | undefined;
}

/** Properties of Error; nested values as Serialized text. */
export type ErrorProperties = broker.PropertiesOf<Error>;

/** SmartObject Error. */
export type ErrorSmartObject = broker.HelperMethods<Error, ErrorProperties>;

export const Error: broker.ServiceObject<ErrorSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "Error", "record": { "properties": { "Message": "Text" } } }`);
