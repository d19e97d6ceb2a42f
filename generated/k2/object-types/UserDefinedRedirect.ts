// Made by rest-broker from descriptors/k2-workflow.swagger.json (K2 Workflow API v1).
// Do not edit: `rest-broker generate k2` makes it again.
import * as broker from 'rest-broker/runtime';
import { serviceInstance } from '../service-instance.js';

/** Target of a redirect. */
export interface UserDefinedRedirect {
  readonly [broker.typeName]?: 'k2.UserDefinedRedirect';
  /** Receiver: a user name, with or without a security label and domain. */
  RedirectTo: string;
}

/** Properties of UserDefinedRedirect; nested values as Serialized text. */
export type UserDefinedRedirectProperties = broker.PropertiesOf<UserDefinedRedirect>;

/** SmartObject UserDefinedRedirect. */
export type UserDefinedRedirectSmartObject = broker.HelperMethods<UserDefinedRedirect, UserDefinedRedirectProperties>;

export const UserDefinedRedirect: broker.ServiceObject<UserDefinedRedirectSmartObject> = broker.serviceObject(serviceInstance, `{ "systemName": "UserDefinedRedirect", "record": { "properties": { "RedirectTo": "Text" } } }`);
